// Romanian: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Raportare către {hotline}',
  'header.exit': 'Ieșire rapidă',
  'header.close': 'Închideți',
  'language.label': 'Limbă',
  'language.failed': 'Această limbă nu a putut fi afișată.',
  'step.count': 'Pasul {n} din {total}',
  'step.required': 'Puteți lăsa gol tot ce este marcat „opțional”.',
  'action.continue': 'Continuați',
  's1.title': 'Ce ați văzut?',
  's1.intro':
    'Este gratuit. Nu este nevoie să vă dați numele. Puteți avea îndoieli: echipa noastră verifică.',
  's1.privacy': 'Raportarea dumneavoastră ajunge la {hotline}, nu la {site}.',
  's1.privacy.through': 'Raportarea dumneavoastră trece prin {site}, apoi ajunge la {hotline}.',
  's1.privacy.alone': 'Raportarea dumneavoastră ajunge la {hotline}.',
  's1.privacy.link': 'Date personale',
  'cat.child_sexual_abuse': 'Materiale cu abuzuri sexuale asupra copiilor',
  'cat.child_sexual_abuse.hint': 'Imagine, video sau text sexual cu o persoană sub 18 ani',
  'cat.terrorism_bomb_making': 'Instigare la terorism sau la fabricarea de bombe',
  'cat.terrorism_bomb_making.hint': 'Îndemn la un atentat, propagandă, fabricarea de explozibili',
  'cat.hate_violence_discrimination': 'Instigare la violență, discriminare sau ură',
  'cat.hate_violence_discrimination.hint':
    'Îndemn la ură sau la atac împotriva unor oameni pentru ceea ce sunt',
  'cat.crimes_against_humanity': 'Apologia crimelor împotriva umanității',
  'cat.crimes_against_humanity.hint': 'Mesaj care laudă, justifică sau neagă un genocid',
  'cat.shocking_content_minors': 'Conținut șocant accesibil copiilor',
  'cat.shocking_content_minors.hint': 'Pornografie sau violență extremă pe care un copil o poate vedea ușor',
  'cat.procuring': 'Proxenetism',
  'cat.procuring.hint': 'Anunț sau cont care profită de prostituția altei persoane',
  'cat.suicide_incitement': 'Instigare la sinucidere',
  'cat.suicide_incitement.hint': 'Mesaj sau site care împinge o persoană să-și pună capăt vieții',
  'cat.sexual_harassment': 'Hărțuire sexuală',
  'cat.sexual_harassment.hint': 'Mesaje sexuale nedorite, șantaj sau amenințări cu imagini intime',
  'cat.unsure': 'Nu știu',
  'cat.unsure.hint': 'Echipa noastră va decide',
  'cat.or': 'sau',
  's1.emergency': 'Pericol imediat?',
  'call.police': 'Poliție',
  'call.any': 'Urgențe',
  'call.text': 'SMS',
  'err.fallback': 'Raportați pe site-ul {hotline}',
  'draft.kept': 'Răspunsurile dumneavoastră sunt încă aici.',
  'sr.step': 'Pasul {n} din {total}: {title}',
  'sr.newtab': '(filă nouă)',
  'sr.call': 'Apelați {number}',
  'sr.message': 'SMS la {number}',
  'err.later': 'Pașii următori nu au putut fi afișați.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
