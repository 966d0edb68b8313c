// The words of the application around the form, in Estonian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Saadud aadress',
  'received.many': 'Saadud aadresse: {n}',
  'received.nothing-sent': 'Midagi ei saadeta, enne kui vajutate „Saatke teade“.',
  'received.removed': 'Lingist eemaldatud: {names}. See võib paljastada, kes jagab.',
  'received.unwrapped': 'Link kulges teise saidi kaudu. Alles jäetakse ainult lingis olnud aadress.',
  'received.advertisement': 'Välja jäetud, sest see on reklaam:',
  'received.refused': 'Välja jäetud, sest see on olemas ainult teie seadmes:',
  'received.too_many': 'Välja jäetud, sest teates võib olla kuni {n} aadressi:',
  'received.words': 'Aadressi ümber olnud sõnu alles ei jäeta.',
  'received.hide': 'Peitke',

  'none.title': 'Ühtegi aadressi ei saadud',
  'none.body':
    'Jagatud sisus ei ole aadressi. Otsige teisest äpist „Kopeeri link“. Siis kleepige aadress siia.',
  'lost.title': 'Jagatud sisu ei jõudnud kohale',
  'lost.body': 'Midagi ei salvestatud ega saadetud. Kopeerige teises äpis link ja kleepige see siis siia.',

  paste: 'Kleepige aadress',
  'paste.refused':
    'Brauser ei lase sellel lehel lugeda, mis on kopeeritud. Hoidke vormis sõrme väljal „Link (lehe aadress)“, siis puudutage „Kleebi“ või „Paste“.',

  'replace.title': 'Kas asendada teie teade?',
  'replace.answers': 'Jagasite just midagi muud. Kui asendate selle, kustutatakse teie vastused.',
  'replace.number': 'Jagasite just midagi muud. Kui jätkate, ei näidata teie teate numbrit enam.',
  'replace.keep': 'Ärge asendage',
  'replace.go': 'Asendage',

  'how.title': 'Teatage teise äpi kaudu',
  'how.installed':
    'Kui see äpp on Android-telefoni installitud: puudutage teises äpis „Jaga“ ja siis „{name}“.',
  'how.copy': 'Muul juhul puudutage teises äpis „Jaga“ ja siis „Kopeeri link“.',
  'how.copy.picture': 'Telefoni ekraan. Jagamismenüü on lahti ja „Kopeeri link“ on ringiga märgitud.',
  'how.paste': 'Siin puudutage „Kleepige aadress“.',
  'how.paste.picture': 'Sama telefon. Nupp „Kleebi“ on ringiga märgitud ja aadress tuleb väljale.',

  'ios.title': 'iPhone, iPad: tehke otsetee',
  'ios.1': 'Avage äpp „Shortcuts“ ja looge otsetee.',
  'ios.2': 'Lülitage selle üksikasjades sisse „Show in Share Sheet“. Valige tüübid „URLs“ ja „Text“.',
  'ios.3': 'Lisage toiming „Copy to Clipboard“. Lülitage selle valikutes sisse „Local Only“.',
  'ios.4': 'Lisage toiming „Open URLs“ selle aadressiga:',
  'ios.5':
    'Puudutage teises äpis „Jaga“ või „Share“ ja siis oma otseteed. Siin puudutage „Kleepige aadress“.',
  'ios.why': 'Link liigub ainult lõikelaua kaudu. Ärge pange seda avatavasse aadressi: see jääks ajalukku.',

  'install.title': 'Installige see äpp',
  'install.optional': 'Võite teatada ka äppi installimata. Enne installimist lugege järgmist:',
  'install.stays':
    'Seadmesse jäävad äpi ikoon, nimi ja failid. Sinna ei jää kunagi aadressi, vastust ega teadet.',
  'install.seen': 'Teised inimesed, kes seadet kasutavad, võivad näha ikooni ja nime „{name}“.',
  'install.maker':
    'Brauseri tootja võib teada saada, et installisite äpi. Kui brauserit sünkroonitakse, võib ikoon ilmuda teie teistesse seadmetesse.',
  'install.visit':
    'Nagu iga saidi puhul, kirjutab brauser teie külastuse oma ajalukku ja hoiab lehe failid alles.',
  'install.remove':
    'Äpi eemaldamiseks puudutage pikalt ikooni ja siis „Desinstalli“ või „Eemalda“. Kui soovite eemaldada ka äpi failid, kustutage brauseri seadetes selle saidi andmed.',
  'install.menu': 'Äpi installimiseks valige brauseri menüüs „Installi“ või „Lisa avakuvale“.',
  'install.go': 'Installige',
};
