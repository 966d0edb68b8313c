// Danish: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Anmeld til {hotline}',
  'header.exit': 'Forlad siden',
  'header.close': 'Luk',
  'language.label': 'Sprog',
  'language.failed': 'Sproget kunne ikke vises.',
  'step.count': 'Trin {n} af {total}',
  'step.required': 'Alt, hvor der står ”valgfrit”, kan du lade stå tomt.',
  'action.continue': 'Fortsæt',
  's1.title': 'Hvad har du set?',
  's1.intro':
    'Det er gratis. Du behøver ikke oplyse dit navn. Du må gerne være i tvivl: Vores team tjekker det.',
  's1.privacy': 'Din anmeldelse går til {hotline}, ikke til {site}.',
  's1.privacy.through': 'Din anmeldelse går gennem {site} og videre til {hotline}.',
  's1.privacy.alone': 'Din anmeldelse går til {hotline}.',
  's1.privacy.link': 'Privatliv',
  'cat.child_sexual_abuse': 'Materiale med seksuelle overgreb mod børn',
  'cat.child_sexual_abuse.hint': 'Seksuelle billeder, videoer eller tekster med en person under 18 år',
  'cat.terrorism_bomb_making': 'Opfordring til terror eller til at lave bomber',
  'cat.terrorism_bomb_making.hint': 'Opfordring til et angreb, propaganda, vejledning i at lave sprængstof',
  'cat.hate_violence_discrimination': 'Opfordring til vold, diskrimination eller had',
  'cat.hate_violence_discrimination.hint': 'Opfordring til at hade eller angribe mennesker for det, de er',
  'cat.crimes_against_humanity': 'Hyldest af forbrydelser mod menneskeheden',
  'cat.crimes_against_humanity.hint': 'Opslag, der hylder, forsvarer eller benægter et folkedrab',
  'cat.shocking_content_minors': 'Chokerende indhold, som mindreårige kan se',
  'cat.shocking_content_minors.hint': 'Pornografi eller ekstrem vold, som et barn let kan se',
  'cat.procuring': 'Rufferi',
  'cat.procuring.hint': 'Annonce eller konto, der tjener på en anden persons prostitution',
  'cat.suicide_incitement': 'Opfordring til selvmord',
  'cat.suicide_incitement.hint': 'Opslag eller hjemmeside, der presser nogen til at tage sit eget liv',
  'cat.sexual_harassment': 'Seksuel chikane',
  'cat.sexual_harassment.hint': 'Uønskede seksuelle beskeder, afpresning eller trusler med intime billeder',
  'cat.unsure': 'Det ved jeg ikke',
  'cat.unsure.hint': 'Vores team vælger for dig',
  'cat.or': 'eller',
  's1.emergency': 'Akut fare?',
  'call.police': 'Politi',
  'call.any': 'Nødopkald',
  'call.text': 'Sms',
  'err.fallback': 'Anmeld på hjemmesiden for {hotline}',
  'draft.kept': 'Dine svar er her stadig.',
  'sr.step': 'Trin {n} af {total}: {title}',
  'sr.newtab': '(ny fane)',
  'sr.call': 'Ring til {number}',
  'sr.message': 'Sms til {number}',
  'err.later': 'De næste trin kunne ikke vises.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
