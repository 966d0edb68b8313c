// The words of the application around the form, in Croatian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Primljena poveznica',
  'received.many': 'Primljene poveznice: {n}',
  'received.nothing-sent': 'Ništa se ne šalje dok ne odaberete „Pošalji prijavu”.',
  'received.removed': 'Uklonjeno iz poveznice: {names}. To je moglo pokazati tko je podijelio poveznicu.',
  'received.unwrapped':
    'Poveznica je vodila preko druge web-stranice. Ostaje samo poveznica koja je bila u njoj.',
  'received.advertisement': 'Izostavljeno jer je oglas:',
  'received.refused': 'Izostavljeno jer postoji samo na vašem uređaju:',
  'received.too_many': 'Izostavljeno jer prijava može sadržavati najviše {n} poveznica:',
  'received.words': 'Riječi oko poveznice ne zadržavamo.',
  'received.hide': 'Sakrij',

  'none.title': 'Nijedna poveznica nije stigla',
  'none.body':
    'U onome što je podijeljeno nema poveznice. U drugoj aplikaciji potražite „Kopiraj poveznicu”. Zatim poveznicu zalijepite ovdje.',
  'lost.title': 'Podijeljeni sadržaj nije stigao',
  'lost.body':
    'Ništa nije spremljeno ni poslano. Kopirajte poveznicu u drugoj aplikaciji, a zatim je zalijepite ovdje.',

  paste: 'Zalijepi poveznicu',
  'paste.refused':
    'Preglednik ne dopušta da se pročita ono što je kopirano. U obrascu dugo pritisnite polje „Poveznica (adresa stranice)”, a zatim odaberite „Zalijepi”.',

  'replace.title': 'Zamijeniti vašu prijavu?',
  'replace.answers':
    'Upravo ste podijelili drugi sadržaj. Ako zamijenite prijavu, vaši će odgovori biti obrisani.',
  'replace.number':
    'Upravo ste podijelili drugi sadržaj. Ako nastavite, broj vaše prijave više se neće prikazivati.',
  'replace.keep': 'Ne zamjenjuj',
  'replace.go': 'Zamijeni',

  'how.title': 'Kako prijaviti sadržaj iz druge aplikacije',
  'how.installed':
    'Ako je ova aplikacija instalirana na telefonu s Androidom: u drugoj aplikaciji dodirnite „Podijeli”, a zatim „{name}”.',
  'how.copy': 'Ako nije: u drugoj aplikaciji dodirnite „Podijeli”, a zatim „Kopiraj poveznicu”.',
  'how.copy.picture':
    'Zaslon telefona. Otvoren je izbornik za dijeljenje; „Kopiraj poveznicu” je zaokruženo.',
  'how.paste': 'Ovdje dodirnite „Zalijepi poveznicu”.',
  'how.paste.picture': 'Isti telefon. Gumb „Zalijepi” je zaokružen, a poveznica se pojavljuje u polju.',

  'ios.title': 'iPhone, iPad: izradite prečac',
  'ios.1': 'Otvorite aplikaciju „Prečaci” i izradite prečac.',
  'ios.2':
    'U pojedinostima prečaca uključite „Prikaži u listu za dijeljenje”. Odaberite vrste „URL-ovi” i „Tekst”.',
  'ios.3': 'Dodajte radnju „Kopiraj u međuspremnik”. U njezinim opcijama uključite „Samo lokalno”.',
  'ios.4': 'Dodajte radnju „Otvori URL-ove” s ovom adresom:',
  'ios.5':
    'U drugoj aplikaciji dodirnite „Podijeli”, a zatim svoj prečac. Ovdje dodirnite „Zalijepi poveznicu”.',
  'ios.why':
    'Poveznica prolazi samo kroz međuspremnik. Ne stavljajte je u adresu koja se otvara: ostala bi u povijesti.',

  'install.title': 'Instaliranje ove aplikacije',
  'install.optional':
    'Sadržaj možete prijaviti i bez instaliranja. Prije nego što instalirate aplikaciju, pročitajte ovo:',
  'install.stays':
    'Na uređaju ostaju ikona, naziv i datoteke aplikacije. Nikad ne ostaje ni poveznica ni odgovor ni prijava.',
  'install.seen': 'Druge osobe koje koriste uređaj mogu vidjeti ikonu i naziv „{name}”.',
  'install.maker':
    'Tvrtka koja izrađuje preglednik može saznati da ste instalirali aplikaciju. Ako je preglednik sinkroniziran, ikona se može pojaviti na vašim drugim uređajima.',
  'install.visit':
    'Kao kod svake web-stranice, preglednik zapisuje vaš posjet u svoju povijest i čuva datoteke stranice.',
  'install.remove':
    'Uklanjanje: dugo pritisnite ikonu, a zatim odaberite „Deinstaliraj” ili „Ukloni”. Da biste uklonili i datoteke aplikacije, u postavkama preglednika obrišite podatke ove web-stranice.',
  'install.menu':
    'Instaliranje: u izborniku preglednika odaberite „Instaliraj” ili „Dodaj na početni zaslon”.',
  'install.go': 'Instaliraj',
};
