// Hungarian: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Bejelentés ide: {hotline}',
  'header.exit': 'Gyors kilépés',
  'header.close': 'Bezárás',
  'language.label': 'Nyelv',
  'language.failed': 'Ez a nyelv most nem jelenik meg.',
  'step.count': '{n}. lépés, összesen {total}',
  'step.required': 'Ami mellett „nem kötelező” áll, azt üresen hagyhatja.',
  'action.continue': 'Tovább',
  's1.title': 'Mit látott?',
  's1.intro': 'Ingyenes. A nevét nem kell megadnia. Nem kell biztosnak lennie: a csapatunk ellenőrzi.',
  's1.privacy': 'A bejelentés ide megy: {hotline}. Nem ide: {site}.',
  's1.privacy.through': 'A bejelentés ezen a webhelyen halad át: {site}. Ide érkezik: {hotline}.',
  's1.privacy.alone': 'A bejelentés ide megy: {hotline}.',
  's1.privacy.link': 'Adatvédelem',
  'cat.child_sexual_abuse': 'Gyermekek szexuális bántalmazását ábrázoló tartalom',
  'cat.child_sexual_abuse.hint': 'Szexuális kép, videó vagy szöveg 18 éven aluli személyről',
  'cat.terrorism_bomb_making': 'Uszítás terrorizmusra vagy bombakészítésre',
  'cat.terrorism_bomb_making.hint': 'Felhívás merényletre, propaganda, robbanószer készítése',
  'cat.hate_violence_discrimination': 'Uszítás erőszakra, hátrányos megkülönböztetésre vagy gyűlöletre',
  'cat.hate_violence_discrimination.hint': 'Felhívás emberek gyűlöletére vagy megtámadására azért, amilyenek',
  'cat.crimes_against_humanity': 'Emberiesség elleni bűncselekmények dicsőítése',
  'cat.crimes_against_humanity.hint': 'Üzenet, amely népirtást dicsőít, igazol vagy tagad',
  'cat.shocking_content_minors': 'Kiskorúak számára elérhető felkavaró tartalom',
  'cat.shocking_content_minors.hint': 'Pornográfia vagy durva erőszak, amelyet egy gyermek könnyen megláthat',
  'cat.procuring': 'Kerítés (prostitúció kihasználása)',
  'cat.procuring.hint': 'Hirdetés vagy fiók, amely hasznot húz mások prostitúciójából',
  'cat.suicide_incitement': 'Öngyilkosságra buzdítás',
  'cat.suicide_incitement.hint':
    'Üzenet vagy webhely, amely arra buzdít valakit, hogy vessen véget az életének',
  'cat.sexual_harassment': 'Szexuális zaklatás',
  'cat.sexual_harassment.hint': 'Nem kívánt szexuális üzenetek, zsarolás vagy fenyegetés intim képekkel',
  'cat.unsure': 'Nem tudom',
  'cat.unsure.hint': 'A csapatunk dönti el',
  'cat.or': 'vagy',
  's1.emergency': 'Közvetlen veszély?',
  'call.police': 'Rendőrség',
  'call.any': 'Segélyhívó',
  'call.text': 'SMS',
  'err.fallback': 'Bejelentés a szolgálat webhelyén: {hotline}',
  'draft.kept': 'A válaszai még megvannak.',
  'sr.step': '{n}. lépés, összesen {total}: {title}',
  'sr.newtab': '(új lapon)',
  'sr.call': 'Hívás: {number}',
  'sr.message': 'SMS ide: {number}',
  'err.later': 'A folytatás most nem jelenik meg.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
