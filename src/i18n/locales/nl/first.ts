// Dutch: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Melden bij {hotline}',
  'header.exit': 'Snel weg',
  'header.close': 'Sluiten',
  'language.label': 'Taal',
  'language.failed': 'Deze taal kon niet worden getoond.',
  'step.count': 'Stap {n} van {total}',
  'step.required': 'Alles waar ‘niet verplicht’ bij staat, kunt u leeglaten.',
  'action.continue': 'Verder',
  's1.title': 'Wat hebt u gezien?',
  's1.intro': 'Het is gratis. U hoeft uw naam niet te geven. U mag twijfelen: ons team kijkt het na.',
  's1.privacy': 'Uw melding gaat naar {hotline}, niet naar {site}.',
  's1.privacy.through': 'Uw melding gaat via {site} naar {hotline}.',
  's1.privacy.alone': 'Uw melding gaat naar {hotline}.',
  's1.privacy.link': 'Privacy',
  'cat.child_sexual_abuse': 'Materiaal van seksueel misbruik van kinderen',
  'cat.child_sexual_abuse.hint': 'Seksuele foto, video of tekst met iemand jonger dan 18 jaar',
  'cat.terrorism_bomb_making': 'Aanzetten tot terrorisme of tot het maken van bommen',
  'cat.terrorism_bomb_making.hint': 'Oproep tot een aanslag, propaganda, uitleg om explosieven te maken',
  'cat.hate_violence_discrimination': 'Aanzetten tot geweld, discriminatie of haat',
  'cat.hate_violence_discrimination.hint': 'Oproep om mensen te haten of aan te vallen om wie ze zijn',
  'cat.crimes_against_humanity': 'Verheerlijken van misdaden tegen de menselijkheid',
  'cat.crimes_against_humanity.hint': 'Bericht dat een genocide prijst, goedpraat of ontkent',
  'cat.shocking_content_minors': 'Schokkende inhoud die minderjarigen kunnen zien',
  'cat.shocking_content_minors.hint': 'Pornografie of extreem geweld dat een kind makkelijk kan zien',
  'cat.procuring': 'Uitbuiting van prostitutie',
  'cat.procuring.hint': 'Advertentie of account dat verdient aan de prostitutie van iemand anders',
  'cat.suicide_incitement': 'Aanzetten tot zelfdoding',
  'cat.suicide_incitement.hint':
    'Bericht of website die iemand aanzet om een einde aan het eigen leven te maken',
  'cat.sexual_harassment': 'Seksuele intimidatie',
  'cat.sexual_harassment.hint': 'Ongewenste seksuele berichten, chantage of bedreiging met intieme beelden',
  'cat.unsure': 'Ik weet het niet',
  'cat.unsure.hint': 'Ons team kiest voor u',
  'cat.or': 'of',
  's1.emergency': 'Direct gevaar?',
  'call.police': 'Politie',
  'call.any': 'Noodnummer',
  'call.text': 'Sms',
  'err.fallback': 'Melden op de website van {hotline}',
  'draft.kept': 'Uw antwoorden staan er nog.',
  'sr.step': 'Stap {n} van {total}: {title}',
  'sr.newtab': '(nieuw tabblad)',
  'sr.call': '{number} bellen',
  'sr.message': 'Sms naar {number}',
  'err.later': 'De volgende stappen konden niet worden getoond.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
