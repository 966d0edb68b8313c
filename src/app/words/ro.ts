// The words of the application around the form, in Romanian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link primit',
  'received.many': 'Linkuri primite: {n}',
  'received.nothing-sent': 'Nu se trimite nimic până când nu alegeți „Trimiteți raportarea”.',
  'received.removed': 'S-a eliminat din link: {names}. Acest lucru putea arăta cine a distribuit linkul.',
  'received.unwrapped': 'Linkul trecea prin alt site. Se păstrează doar linkul pe care îl conținea.',
  'received.advertisement': 'S-a lăsat deoparte, pentru că este o reclamă:',
  'received.refused': 'S-a lăsat deoparte, pentru că există doar pe dispozitivul dumneavoastră:',
  'received.too_many': 'S-a lăsat deoparte, pentru că limita de linkuri a unei raportări este {n}:',
  'received.words': 'Cuvintele din jurul linkului nu se păstrează.',
  'received.hide': 'Ascundeți',

  'none.title': 'Niciun link primit',
  'none.body':
    'Ce s-a distribuit nu conține niciun link. În cealaltă aplicație, căutați „Copiază linkul”. Apoi lipiți linkul aici.',
  'lost.title': 'Ce ați distribuit nu a ajuns aici',
  'lost.body':
    'Nu s-a păstrat și nu s-a trimis nimic. Copiați linkul din cealaltă aplicație, apoi lipiți-l aici.',

  paste: 'Lipiți linkul',
  'paste.refused':
    'Browserul nu permite citirea textului copiat. În formular, țineți apăsat pe câmpul „Link (adresa paginii)”, apoi atingeți „Lipiți” sau „Inserează”.',

  'replace.title': 'Înlocuiți raportarea?',
  'replace.answers':
    'Tocmai ați distribuit altceva către această aplicație. Dacă o înlocuiți, răspunsurile se șterg.',
  'replace.number':
    'Tocmai ați distribuit altceva către această aplicație. Dacă continuați, numărul raportării nu va mai fi afișat.',
  'replace.keep': 'Nu înlocuiți',
  'replace.go': 'Înlocuiți',

  'how.title': 'Raportați din altă aplicație',
  'how.installed':
    'Dacă această aplicație este instalată pe un telefon Android: în cealaltă aplicație, atingeți „Distribuie”, apoi „{name}”.',
  'how.copy': 'Dacă nu, în cealaltă aplicație, atingeți „Distribuie”, apoi „Copiază linkul”.',
  'how.copy.picture':
    'Ecranul unui telefon. Un meniu de distribuire este deschis; „Copiază linkul” este încercuit.',
  'how.paste': 'Aici, atingeți „Lipiți linkul”.',
  'how.paste.picture': 'Același telefon. Un buton „Lipiți” este încercuit, iar linkul ajunge în câmp.',

  'ios.title': 'iPhone, iPad: creați o scurtătură',
  'ios.1': 'Deschideți aplicația „Scurtături” și creați o scurtătură.',
  'ios.2':
    'În detaliile scurtăturii, activați „Afișați în foaia de partajare”. Alegeți tipurile „URL-uri” și „Text”.',
  'ios.3': 'Adăugați acțiunea „Copiați în clipboard”. În opțiunile ei, activați „Doar local”.',
  'ios.4': 'Adăugați acțiunea „Deschideți URL-uri”, cu această adresă:',
  'ios.5':
    'În cealaltă aplicație, atingeți „Partajați”, apoi scurtătura creată. Aici, atingeți „Lipiți linkul”.',
  'ios.why': 'Linkul trece doar prin clipboard. Nu îl puneți în adresa de deschis: ar rămâne în istoric.',

  'install.title': 'Instalați această aplicație',
  'install.optional': 'Puteți raporta fără să o instalați. Înainte de a o instala, iată ce trebuie să știți:',
  'install.stays':
    'Pe dispozitiv rămân pictograma, numele și fișierele aplicației. Niciodată un link, un răspuns sau o raportare.',
  'install.seen': 'Celelalte persoane care folosesc dispozitivul pot vedea pictograma și numele „{name}”.',
  'install.maker':
    'Compania care face browserul poate afla că ați instalat aplicația. Dacă browserul este sincronizat, pictograma poate apărea pe celelalte dispozitive ale dumneavoastră.',
  'install.visit': 'Ca pe orice site, browserul notează vizita în istoric și păstrează fișierele paginii.',
  'install.remove':
    'Pentru a o elimina: țineți apăsat pe pictogramă, apoi atingeți „Dezinstalează” sau „Elimină”. Pentru a elimina și fișierele aplicației, ștergeți datele acestui site din setările browserului.',
  'install.menu':
    'Pentru a o instala: în meniul browserului, alegeți „Instalează” sau „Adaugă pe ecranul de pornire”.',
  'install.go': 'Instalați',
};
