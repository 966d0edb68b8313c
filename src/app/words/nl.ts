// The words of the application around the form, in Dutch. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link ontvangen',
  'received.many': '{n} links ontvangen',
  'received.nothing-sent': 'Er wordt niets verstuurd voordat u ‘Melding versturen’ kiest.',
  'received.removed': 'Uit de link weggehaald: {names}. Dat kon tonen wie de link heeft gedeeld.',
  'received.unwrapped': 'De link ging via een andere website. Alleen de link die erin stond, wordt gehouden.',
  'received.advertisement': 'Weggelaten, omdat het reclame is:',
  'received.refused': 'Weggelaten, omdat het alleen op uw apparaat bestaat:',
  'received.too_many': 'Weggelaten, omdat een melding maximaal {n} links bevat:',
  'received.words': 'De woorden rond de link worden niet gehouden.',
  'received.hide': 'Verbergen',

  'none.title': 'Geen link ontvangen',
  'none.body':
    'Wat is gedeeld, bevat geen link. Zoek in de andere app naar ‘Link kopiëren’. Plak de link daarna hier.',
  'lost.title': 'Wat u hebt gedeeld, is niet aangekomen',
  'lost.body': 'Er is niets bewaard of verstuurd. Kopieer de link in de andere app en plak die daarna hier.',

  paste: 'Link plakken',
  'paste.refused':
    'De browser laat deze pagina niet lezen wat er is gekopieerd. Houd in het formulier het veld ‘Link (adres van de pagina)’ ingedrukt en tik dan op ‘Plakken’.',

  'replace.title': 'Uw melding vervangen?',
  'replace.answers':
    'U hebt net iets anders gedeeld. Als u de melding vervangt, worden uw antwoorden gewist.',
  'replace.number':
    'U hebt net iets anders gedeeld. Als u verdergaat, wordt het nummer van uw melding niet meer getoond.',
  'replace.keep': 'Niet vervangen',
  'replace.go': 'Vervangen',

  'how.title': 'Melden vanuit een andere app',
  'how.installed':
    'Als deze app op een Android-telefoon is geïnstalleerd: tik in de andere app op ‘Delen’ en dan op ‘{name}’.',
  'how.copy': 'Anders: tik in de andere app op ‘Delen’ en dan op ‘Link kopiëren’.',
  'how.copy.picture': 'Het scherm van een telefoon. Een deelmenu is open; ‘Link kopiëren’ is omcirkeld.',
  'how.paste': 'Tik hier op ‘Link plakken’.',
  'how.paste.picture': 'Dezelfde telefoon. Een knop ‘Plakken’ is omcirkeld en de link komt in het veld.',

  'ios.title': 'iPhone, iPad: een opdracht maken',
  'ios.1': 'Open de app ‘Opdrachten’ en maak een opdracht.',
  'ios.2': 'Zet in de details ‘Toon in deelpaneel’ aan. Kies de typen ‘URL’s’ en ‘Tekst’.',
  'ios.3': 'Voeg de taak ‘Kopieer naar klembord’ toe. Zet in de opties ‘Alleen lokaal’ aan.',
  'ios.4': 'Voeg de taak ‘Open URL’s’ toe, met dit adres:',
  'ios.5': 'Tik in de andere app op ‘Delen’ en dan op uw opdracht. Tik hier op ‘Link plakken’.',
  'ios.why':
    'De link gaat alleen via het klembord. Zet de link niet in het adres dat wordt geopend: dan zou hij in de geschiedenis blijven staan.',

  'install.title': 'Deze app installeren',
  'install.optional': 'U kunt melden zonder de app te installeren. Lees dit voordat u de app installeert:',
  'install.stays':
    'Op het apparaat blijven het pictogram, de naam en de bestanden van de app staan. Nooit een link, een antwoord of een melding.',
  'install.seen': 'Andere mensen die het apparaat gebruiken, kunnen het pictogram en de naam ‘{name}’ zien.',
  'install.maker':
    'Het bedrijf dat de browser maakt, kan te weten komen dat u de app hebt geïnstalleerd. Als de browser wordt gesynchroniseerd, kan het pictogram op uw andere apparaten verschijnen.',
  'install.visit':
    'Zoals bij elke website zet de browser uw bezoek in de geschiedenis en bewaart hij de bestanden van de pagina.',
  'install.remove':
    'Zo verwijdert u de app: houd het pictogram ingedrukt en tik dan op ‘Deïnstalleren’ of ‘Verwijderen’. Wilt u ook de bestanden van de app verwijderen? Wis dan de gegevens van deze website in de instellingen van de browser.',
  'install.menu':
    'Zo installeert u de app: kies in het menu van de browser ‘Installeren’ of ‘Toevoegen aan startscherm’.',
  'install.go': 'Installeren',
};
