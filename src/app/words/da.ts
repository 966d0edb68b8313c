// The words of the application around the form, in Danish. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link modtaget',
  'received.many': '{n} links modtaget',
  'received.nothing-sent': 'Intet bliver sendt, før du vælger ”Send anmeldelsen”.',
  'received.removed': 'Fjernet fra linket: {names}. Det kunne vise, hvem der har delt linket.',
  'received.unwrapped':
    'Linket gik gennem en anden hjemmeside. Kun det link, der stod i det, bliver beholdt.',
  'received.advertisement': 'Ikke taget med, fordi det er en reklame:',
  'received.refused': 'Ikke taget med, fordi det kun findes på din enhed:',
  'received.too_many': 'Ikke taget med, fordi en anmeldelse højst kan indeholde {n} links:',
  'received.words': 'Ordene omkring linket bliver ikke beholdt.',
  'received.hide': 'Skjul',

  'none.title': 'Intet link modtaget',
  'none.body':
    'Det, der blev delt, indeholder intet link. Led efter ”Kopiér link” i den anden app. Sæt derefter linket ind her.',
  'lost.title': 'Det, du delte, kom ikke frem',
  'lost.body': 'Intet er gemt eller sendt. Kopiér linket i den anden app, og sæt det derefter ind her.',

  paste: 'Sæt linket ind',
  'paste.refused':
    'Browseren lader ikke denne side læse det, der er kopieret. Tryk længe på feltet ”Link (sidens adresse)” i formularen og derefter på ”Sæt ind” eller ”Indsæt”.',

  'replace.title': 'Vil du erstatte din anmeldelse?',
  'replace.answers':
    'Du har lige delt noget andet. Hvis du erstatter din anmeldelse, bliver dine svar slettet.',
  'replace.number':
    'Du har lige delt noget andet. Hvis du fortsætter, bliver nummeret på din anmeldelse ikke længere vist.',
  'replace.keep': 'Erstat ikke',
  'replace.go': 'Erstat',

  'how.title': 'Anmeld fra en anden app',
  'how.installed':
    'Hvis denne app er installeret på en Android-telefon: Tryk på ”Del” i den anden app og derefter på ”{name}”.',
  'how.copy': 'Ellers: Tryk på ”Del” i den anden app og derefter på ”Kopiér link”.',
  'how.copy.picture': 'Skærmen på en telefon. En delemenu er åben, og der er sat en ring om ”Kopiér link”.',
  'how.paste': 'Tryk på ”Sæt linket ind” på denne side.',
  'how.paste.picture':
    'Den samme telefon. Der er sat en ring om en knap, ”Sæt ind”, og linket kommer ind i feltet.',

  'ios.title': 'iPhone, iPad: lav en genvej',
  'ios.1': 'Åbn appen ”Genveje”, og opret en genvej.',
  'ios.2': 'Slå ”Vis på delingsark” til i genvejens detaljer. Vælg typerne ”URL-adresser” og ”Tekst”.',
  'ios.3': 'Tilføj handlingen ”Kopier til udklipsholder”. Slå ”Kun lokalt” til i handlingens indstillinger.',
  'ios.4': 'Tilføj handlingen ”Åbn URL-adresser” med denne adresse:',
  'ios.5': 'Tryk på ”Del” i den anden app og derefter på din genvej. Tryk på ”Sæt linket ind” på denne side.',
  'ios.why':
    'Linket går kun gennem udklipsholderen. Sæt det ikke ind i den adresse, der skal åbnes: Så ville det blive stående i historikken.',

  'install.title': 'Installér denne app',
  'install.optional': 'Du kan anmelde uden at installere appen. Læs dette, før du installerer den:',
  'install.stays':
    'På enheden bliver appens ikon, navn og filer liggende. Aldrig et link, et svar eller en anmeldelse.',
  'install.seen': 'Andre personer, der bruger enheden, kan se ikonet og navnet ”{name}”.',
  'install.maker':
    'Firmaet bag browseren kan få at vide, at du har installeret appen. Hvis browseren synkroniseres, kan ikonet blive vist på dine andre enheder.',
  'install.visit':
    'Som på alle hjemmesider gemmer browseren dit besøg i sin historik og beholder sidens filer.',
  'install.remove':
    'Sådan fjerner du appen: Tryk længe på ikonet og derefter på ”Afinstaller” eller ”Fjern”. Hvis du også vil fjerne appens filer, skal du slette data for denne hjemmeside i browserens indstillinger.',
  'install.menu':
    'Sådan installerer du appen: Vælg ”Installer” eller ”Føj til startskærm” i browserens menu.',
  'install.go': 'Installér',
};
