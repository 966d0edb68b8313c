// The words of the application around the form, in Estonian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link on saadud',
  'received.many': 'Saadud linke: {n}',
  'received.nothing-sent': 'Midagi ei saadeta, enne kui valite „Teate saatmine“.',
  'received.removed': 'Lingist eemaldatud: {names}. See võis paljastada, kes linki jagas.',
  'received.unwrapped': 'Link kulges teise saidi kaudu. Alles jäetakse ainult selle sees olnud link.',
  'received.advertisement': 'Välja jäetud, sest see on reklaam:',
  'received.refused': 'Välja jäetud, sest see on olemas ainult teie seadmes:',
  'received.too_many': 'Välja jäetud, sest teates võib olla kuni {n} linki:',
  'received.words': 'Lingi ümber olnud sõnu alles ei jäeta.',
  'received.hide': 'Peitmine',

  'none.title': 'Ühtegi linki ei saadud',
  'none.body': 'Jagatud sisus ei ole linki. Otsige teisest äpist „Kopeeri link“. Siis kleepige link siia.',
  'lost.title': 'Jagatud sisu ei jõudnud kohale',
  'lost.body': 'Midagi ei salvestatud ega saadetud. Kopeerige teises äpis link ja kleepige see siis siia.',

  paste: 'Lingi kleepimine',
  'paste.refused':
    'Brauser ei lase sellel lehel lugeda, mis on kopeeritud. Hoidke vormis sõrme väljal „Link (lehe aadress)“, siis puudutage „Kleebi“ või „Paste“.',

  'replace.title': 'Kas asendada teie teade?',
  'replace.answers': 'Jagasite just midagi muud. Kui asendate selle, kustutatakse teie vastused.',
  'replace.number': 'Jagasite just midagi muud. Kui jätkate, ei näidata teie teate numbrit enam.',
  'replace.keep': 'Vana teade jääb',
  'replace.go': 'Asendamine',

  'how.title': 'Teatage teise äpi kaudu',
  'how.installed':
    'Kui see äpp on Android-telefoni installitud: puudutage teises äpis „Jaga“ ja siis „{name}“.',
  'how.copy': 'Muul juhul puudutage teises äpis „Jaga“ ja siis „Kopeeri link“.',
  'how.copy.picture': 'Telefoni ekraan. Jagamismenüü on lahti ja „Kopeeri link“ on ringiga märgitud.',
  'how.paste': 'Siin puudutage „Lingi kleepimine“.',
  'how.paste.picture': 'Sama telefon. Nupp „Kleepimine“ on ringiga märgitud ja link tuleb väljale.',

  'ios.title': 'iPhone, iPad: tehke otsetee',
  'ios.1': 'Avage äpp „Shortcuts“ ja looge otsetee.',
  'ios.2': 'Lülitage selle üksikasjades sisse „Show in Share Sheet“. Valige tüübid „URLs“ ja „Text“.',
  'ios.3': 'Lisage toiming „Copy to Clipboard“. Lülitage selle valikutes sisse „Local Only“.',
  'ios.4': 'Lisage toiming „Open URLs“ selle aadressiga:',
  'ios.5':
    'Puudutage teises äpis „Jaga“ või „Share“ ja siis oma otseteed. Siin puudutage „Lingi kleepimine“.',
  'ios.why': 'Link liigub ainult lõikelaua kaudu. Ärge pange seda avatavasse aadressi: see jääks ajalukku.',

  'install.title': 'Selle äpi installimine',
  'install.optional': 'Võite teatada ka äppi installimata. Enne installimist lugege järgmist:',
  'install.stays':
    'Seadmesse jäävad äpi ikoon, nimi ja failid. Sinna ei jää kunagi linki, vastust ega teadet.',
  'install.seen': 'Teised inimesed, kes seadet kasutavad, võivad näha ikooni ja nime „{name}“.',
  'install.maker':
    'Brauseri tootja võib teada saada, et installisite äpi. Kui brauserit sünkroonitakse, võib ikoon ilmuda teie teistesse seadmetesse.',
  'install.visit':
    'Nagu iga saidi puhul, kirjutab brauser teie külastuse oma ajalukku ja hoiab lehe failid alles.',
  'install.remove':
    'Äpi eemaldamiseks puudutage pikalt ikooni ja siis „Desinstalli“ või „Eemalda“. Kui soovite eemaldada ka äpi failid, kustutage brauseri seadetes selle saidi andmed.',
  'install.menu': 'Äpi installimiseks valige brauseri menüüs „Installi“ või „Lisa avakuvale“.',
  'install.go': 'Installimine',
};
