// The words of the application around the form, in Slovenian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Prejeta povezava',
  'received.many': 'Prejete povezave: {n}',
  'received.nothing-sent': 'Nič se ne pošlje, dokler ne izberete »Pošlji prijavo«.',
  'received.removed': 'Odstranjeno iz povezave: {names}. To bi lahko pokazalo, kdo je delil povezavo.',
  'received.unwrapped':
    'Povezava je vodila prek drugega spletnega mesta. Ostane samo povezava, ki je bila v njej.',
  'received.advertisement': 'Izpuščeno, ker je oglas:',
  'received.refused': 'Izpuščeno, ker obstaja samo na vaši napravi:',
  'received.too_many': 'Izpuščeno, ker prijava lahko vsebuje največ {n} povezav:',
  'received.words': 'Besed ob povezavi ne obdržimo.',
  'received.hide': 'Skrij',

  'none.title': 'Nobena povezava ni prispela',
  'none.body':
    'V tem, kar je bilo deljeno, ni povezave. V drugi aplikaciji poiščite »Kopiraj povezavo«. Nato povezavo prilepite sem.',
  'lost.title': 'Deljena vsebina ni prispela',
  'lost.body':
    'Nič ni bilo shranjeno niti poslano. V drugi aplikaciji kopirajte povezavo, nato jo prilepite sem.',

  paste: 'Prilepi povezavo',
  'paste.refused':
    'Brskalnik ne dovoli prebrati tega, kar je kopirano. V obrazcu pridržite polje »Povezava (naslov strani)«, nato izberite »Prilepi«.',

  'replace.title': 'Želite zamenjati svojo prijavo?',
  'replace.answers':
    'Pravkar ste delili drugo vsebino. Če z njo zamenjate prijavo, bodo vaši odgovori izbrisani.',
  'replace.number':
    'Pravkar ste delili drugo vsebino. Če nadaljujete, številka vaše prijave ne bo več prikazana.',
  'replace.keep': 'Ne zamenjaj',
  'replace.go': 'Zamenjaj',

  'how.title': 'Kako prijaviti vsebino iz druge aplikacije',
  'how.installed':
    'Če je ta aplikacija nameščena na telefonu s sistemom Android: v drugi aplikaciji tapnite »Deli«, nato »{name}«.',
  'how.copy': 'Če ni: v drugi aplikaciji tapnite »Deli«, nato »Kopiraj povezavo«.',
  'how.copy.picture': 'Zaslon telefona. Odprt je meni za deljenje; »Kopiraj povezavo« je obkroženo.',
  'how.paste': 'Tukaj tapnite »Prilepi povezavo«.',
  'how.paste.picture': 'Isti telefon. Gumb »Prilepi« je obkrožen, povezava pa se pojavi v polju.',

  'ios.title': 'iPhone, iPad: ustvarite bližnjico',
  'ios.1': 'Odprite aplikacijo »Bližnjice« (Shortcuts) in ustvarite bližnjico.',
  'ios.2':
    'V podrobnostih bližnjice vklopite »Pokaži na listu za deljenje«. Izberite vrsti »URL-ji« in »Besedilo«.',
  'ios.3': 'Dodajte dejanje »Kopiraj v odložišče«. V njegovih možnostih vklopite »Samo lokalno«.',
  'ios.4': 'Dodajte dejanje »Odpri URL-je« s tem naslovom:',
  'ios.5': 'V drugi aplikaciji tapnite »Deli«, nato svojo bližnjico. Tukaj tapnite »Prilepi povezavo«.',
  'ios.why':
    'Povezava gre samo prek odložišča. Ne vstavljajte je v naslov, ki naj se odpre: ostala bi v zgodovini.',

  'install.title': 'Namestitev te aplikacije',
  'install.optional':
    'Vsebino lahko prijavite tudi brez namestitve. Preden aplikacijo namestite, preberite to:',
  'install.stays':
    'Na napravi ostanejo ikona, ime in datoteke aplikacije. Nikoli pa ne ostane povezava, odgovor ali prijava.',
  'install.seen': 'Drugi, ki uporabljajo napravo, lahko vidijo ikono in ime »{name}«.',
  'install.maker':
    'Podjetje, ki izdeluje brskalnik, lahko izve, da ste aplikacijo namestili. Če je brskalnik sinhroniziran, se ikona lahko pojavi na vaših drugih napravah.',
  'install.visit':
    'Kot pri vsakem spletnem mestu brskalnik zapiše vaš obisk v zgodovino in ohrani datoteke strani.',
  'install.remove':
    'Odstranitev: pridržite ikono, nato izberite »Odmesti« ali »Odstrani«. Če želite odstraniti tudi datoteke aplikacije, v nastavitvah brskalnika izbrišite podatke tega spletnega mesta.',
  'install.menu': 'Namestitev: v meniju brskalnika izberite »Namesti« ali »Dodaj na začetni zaslon«.',
  'install.go': 'Namesti',
};
