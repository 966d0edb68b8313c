// Slovenian: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Prijava službi {hotline}',
  'header.exit': 'Hitri izhod',
  'header.close': 'Zapri',
  'language.label': 'Jezik',
  'language.failed': 'Tega jezika ni bilo mogoče prikazati.',
  'step.count': 'Korak {n} od {total}',
  'step.required': 'Kar je označeno z »neobvezno«, lahko pustite prazno.',
  'action.continue': 'Naprej',
  's1.title': 'Kaj ste videli?',
  's1.intro': 'Brezplačno je. Imena vam ni treba navesti. Lahko ste v dvomih: naša ekipa preveri.',
  's1.privacy': 'Vašo prijavo dobi služba {hotline}, ne spletno mesto {site}.',
  's1.privacy.through': 'Vaša prijava gre prek spletnega mesta {site} do službe {hotline}.',
  's1.privacy.alone': 'Vašo prijavo dobi služba {hotline}.',
  's1.privacy.link': 'Zasebnost',
  'cat.child_sexual_abuse': 'Vsebine, ki prikazujejo spolno zlorabo otrok',
  'cat.child_sexual_abuse.hint': 'Spolna slika, video ali besedilo z osebo, mlajšo od 18 let',
  'cat.terrorism_bomb_making': 'Spodbujanje k terorizmu ali izdelavi bomb',
  'cat.terrorism_bomb_making.hint': 'Pozivanje k napadu, propaganda, izdelava eksploziva',
  'cat.hate_violence_discrimination': 'Spodbujanje k nasilju, diskriminaciji ali sovraštvu',
  'cat.hate_violence_discrimination.hint': 'Pozivanje k sovraštvu ali napadu na ljudi zaradi tega, kar so',
  'cat.crimes_against_humanity': 'Poveličevanje zločinov proti človečnosti',
  'cat.crimes_against_humanity.hint': 'Sporočilo, ki hvali, opravičuje ali zanika genocid',
  'cat.shocking_content_minors': 'Šokantne vsebine, dostopne otrokom',
  'cat.shocking_content_minors.hint': 'Pornografija ali hudo nasilje, ki ju otrok zlahka vidi',
  'cat.procuring': 'Zvodništvo (izkoriščanje prostitucije)',
  'cat.procuring.hint': 'Oglas ali račun, ki služi s prostitucijo druge osebe',
  'cat.suicide_incitement': 'Napeljevanje k samomoru',
  'cat.suicide_incitement.hint':
    'Sporočilo ali spletno mesto, ki nekoga nagovarja, naj konča svoje življenje',
  'cat.sexual_harassment': 'Spolno nadlegovanje',
  'cat.sexual_harassment.hint': 'Neželena spolna sporočila, izsiljevanje ali grožnje z intimnimi slikami',
  'cat.unsure': 'Ne vem',
  'cat.unsure.hint': 'Odloči naša ekipa',
  'cat.or': 'ali',
  's1.emergency': 'Neposredna nevarnost?',
  'call.police': 'Policija',
  'call.any': 'Klic v sili',
  'call.text': 'SMS',
  'err.fallback': 'Prijavite na spletnem mestu službe {hotline}',
  'draft.kept': 'Vaši odgovori so še tu.',
  'sr.step': 'Korak {n} od {total}: {title}',
  'sr.newtab': '(nov zavihek)',
  'sr.call': 'Pokličite {number}',
  'sr.message': 'SMS na številko {number}',
  'err.later': 'Nadaljevanja ni bilo mogoče prikazati.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
