// The words of the application around the form, in Swedish. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Länk mottagen',
  'received.many': '{n} länkar mottagna',
  'received.nothing-sent': 'Inget skickas förrän du väljer ”Skicka anmälan”.',
  'received.removed': 'Borttaget från länken: {names}. Det kunde visa vem som delade länken.',
  'received.unwrapped': 'Länken gick via en annan webbplats. Bara länken i den behålls.',
  'received.advertisement': 'Inte med, eftersom det är reklam:',
  'received.refused': 'Inte med, eftersom det bara finns på din enhet:',
  'received.too_many': 'Inte med, eftersom en anmälan kan ha högst {n} länkar:',
  'received.words': 'Orden runt länken behålls inte.',
  'received.hide': 'Dölj',

  'none.title': 'Ingen länk mottagen',
  'none.body':
    'Det som delades innehåller ingen länk. Leta efter ”Kopiera länk” i den andra appen. Klistra sedan in länken här.',
  'lost.title': 'Det du delade kom inte fram',
  'lost.body':
    'Inget har sparats eller skickats. Kopiera länken i den andra appen. Klistra sedan in den på den här sidan.',

  paste: 'Klistra in länken',
  'paste.refused':
    'Webbläsaren låter inte den här sidan läsa det som är kopierat. Tryck länge på fältet ”Länk (sidans adress)” i formuläret och sedan på ”Klistra in”.',

  'replace.title': 'Vill du ersätta din anmälan?',
  'replace.answers': 'Du har just delat något annat. Om du ersätter din anmälan rensas dina svar.',
  'replace.number':
    'Du har just delat något annat. Om du fortsätter visas inte numret på din anmälan längre.',
  'replace.keep': 'Ersätt inte',
  'replace.go': 'Ersätt',

  'how.title': 'Anmäl från en annan app',
  'how.installed':
    'Om den här appen är installerad på en Android-telefon: tryck på ”Dela” i den andra appen och sedan på ”{name}”.',
  'how.copy': 'Annars: tryck på ”Dela” i den andra appen och sedan på ”Kopiera länk”.',
  'how.copy.picture': 'Skärmen på en telefon. En delningsmeny är öppen, och ”Kopiera länk” är inringat.',
  'how.paste': 'Tryck på ”Klistra in länken” på den här sidan.',
  'how.paste.picture': 'Samma telefon. En knapp, ”Klistra in”, är inringad, och länken kommer in i fältet.',

  'ios.title': 'iPhone, iPad: gör en genväg',
  'ios.1': 'Öppna appen ”Genvägar” och skapa en genväg.',
  'ios.2': 'Slå på ”Visa i delningsblad” i genvägens detaljer. Välj typerna ”URL:er” och ”Text”.',
  'ios.3': 'Lägg till åtgärden ”Kopiera till urklipp”. Slå på ”Endast lokalt” i åtgärdens alternativ.',
  'ios.4': 'Lägg till åtgärden ”Öppna URL:er” med den här adressen:',
  'ios.5':
    'Tryck på ”Dela” i den andra appen och sedan på din genväg. Tryck på ”Klistra in länken” på den här sidan.',
  'ios.why':
    'Länken går bara via urklipp. Lägg den inte i adressen som ska öppnas: då skulle den bli kvar i historiken.',

  'install.title': 'Installera den här appen',
  'install.optional': 'Du kan anmäla utan att installera appen. Läs det här innan du installerar den:',
  'install.stays':
    'På enheten finns appens ikon, namn och filer kvar. Aldrig en länk, ett svar eller en anmälan.',
  'install.seen': 'Andra personer som använder enheten kan se ikonen och namnet ”{name}”.',
  'install.maker':
    'Företaget som gör webbläsaren kan få veta att du har installerat appen. Om webbläsaren synkroniseras kan ikonen visas på dina andra enheter.',
  'install.visit':
    'Som på alla webbplatser sparar webbläsaren ditt besök i sin historik och behåller sidans filer.',
  'install.remove':
    'Så tar du bort appen: tryck länge på ikonen och sedan på ”Avinstallera” eller ”Ta bort”. Om du också vill ta bort appens filer: rensa den här webbplatsens data i webbläsarens inställningar.',
  'install.menu':
    'Så installerar du appen: välj ”Installera” eller ”Lägg till på startskärmen” i webbläsarens meny.',
  'install.go': 'Installera',
};
