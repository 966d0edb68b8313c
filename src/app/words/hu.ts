// The words of the application around the form, in Hungarian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Beérkezett link',
  'received.many': '{n} beérkezett link',
  'received.nothing-sent': 'Semmit sem küldünk el, amíg meg nem nyomja a „Bejelentés elküldése” gombot.',
  'received.removed': 'Eltávolítottuk a linkből: {names}. Ebből kiderülhetett, ki osztotta meg a linket.',
  'received.unwrapped': 'A link egy másik webhelyen át vezetett. Csak a benne lévő linket tartjuk meg.',
  'received.advertisement': 'Kihagytuk, mert hirdetés:',
  'received.refused': 'Kihagytuk, mert csak az Ön eszközén létezik:',
  'received.too_many': 'Kihagytuk, mert egy bejelentésben legfeljebb {n} link lehet:',
  'received.words': 'A link körüli szavakat nem tartjuk meg.',
  'received.hide': 'Elrejtés',

  'none.title': 'Nem érkezett link',
  'none.body':
    'Abban, amit megosztott, nincs link. A másik alkalmazásban keresse ezt: „Link másolása”. Utána illessze be ide a linket.',
  'lost.title': 'A megosztott tartalom nem érkezett meg',
  'lost.body':
    'Semmit sem őriztünk meg, és semmit sem küldtünk el. Másolja ki a linket a másik alkalmazásban, majd illessze be ide.',

  paste: 'Link beillesztése',
  'paste.refused':
    'A böngésző nem engedi, hogy ez az oldal elolvassa a kimásolt szöveget. Az űrlapon tartsa nyomva a „Link (az oldal címe)” mezőt, majd koppintson erre: „Beillesztés”.',

  'replace.title': 'Lecseréli a bejelentését?',
  'replace.answers': 'Épp most osztott meg egy másik tartalmat. Ha lecseréli, a válaszai törlődnek.',
  'replace.number':
    'Épp most osztott meg egy másik tartalmat. Ha folytatja, a bejelentése száma többé nem jelenik meg.',
  'replace.keep': 'Ne cserélje le',
  'replace.go': 'Lecserélés',

  'how.title': 'Bejelentés másik alkalmazásból',
  'how.installed':
    'Ha ez az alkalmazás androidos telefonra van telepítve, a másik alkalmazásban koppintson erre: „Megosztás”, majd erre: „{name}”.',
  'how.copy': 'Ha nem, a másik alkalmazásban koppintson erre: „Megosztás”, majd erre: „Link másolása”.',
  'how.copy.picture':
    'Egy telefon képernyője. Nyitva van egy megosztási menü; a „Link másolása” be van karikázva.',
  'how.paste': 'Itt koppintson erre: „Link beillesztése”.',
  'how.paste.picture':
    'Ugyanaz a telefon. Egy „Beilleszt” gomb be van karikázva, és a link bekerül a mezőbe.',

  'ios.title': 'iPhone, iPad: parancs készítése',
  'ios.1': 'Nyissa meg a „Parancsok” alkalmazást, és hozzon létre egy parancsot.',
  'ios.2':
    'A parancs részletei között kapcsolja be ezt: „Megjelenítés a megosztási lapon”. Válassza ki az „URL-ek” és a „Szöveg” típust.',
  'ios.3':
    'Adja hozzá a „Másolás a vágólapra” műveletet. A beállításai között kapcsolja be ezt: „Csak helyi”.',
  'ios.4': 'Adja hozzá az „URL-ek megnyitása” műveletet, ezzel a címmel:',
  'ios.5':
    'A másik alkalmazásban koppintson erre: „Megosztás”, majd a saját parancsára. Itt koppintson erre: „Link beillesztése”.',
  'ios.why':
    'A link csak a vágólapon halad át. Ne tegye bele a megnyitandó címbe: megmaradna az előzményekben.',

  'install.title': 'Az alkalmazás telepítése',
  'install.optional': 'Telepítés nélkül is tehet bejelentést. Amit a telepítés előtt tudnia kell:',
  'install.stays':
    'Az eszközön az alkalmazás ikonja, neve és fájljai maradnak meg. Link, válasz vagy bejelentés soha.',
  'install.seen': 'Az eszköz más használói láthatják az ikont és ezt a nevet: „{name}”.',
  'install.maker':
    'A böngészőt készítő cég megtudhatja, hogy Ön telepítette az alkalmazást. Ha a böngésző szinkronizál, az ikon megjelenhet az Ön többi eszközén is.',
  'install.visit':
    'Mint minden webhelynél, a böngésző feljegyzi az Ön látogatását az előzményekben, és megőrzi az oldal fájljait.',
  'install.remove':
    'Az eltávolításhoz tartsa nyomva az ikont, majd koppintson erre: „Eltávolítás” vagy „Törlés”. Ha az alkalmazás fájljait is el akarja távolítani, törölje ennek a webhelynek az adatait a böngésző beállításaiban.',
  'install.menu':
    'A telepítéshez a böngésző menüjében válassza ezt: „Telepítés” vagy „Hozzáadás a kezdőképernyőhöz”.',
  'install.go': 'Telepítés',
};
