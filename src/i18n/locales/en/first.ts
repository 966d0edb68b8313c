// English: what the form needs to show its first step.

import type { FirstMessages, ElsewhereMessages, MoreMessages, RestMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Report to {hotline}',
  'header.back': 'Back',
  'header.exit': 'Exit this page',
  'header.close': 'Close',
  'exit.about.summary': 'Can someone see your screen?',
  'exit.about.body':
    '‘Exit this page’ clears your answers and opens {site}. It does not clear your browser history, which keeps a record of this page. To be safer, use private browsing or another device.',
  'exit.weather': 'a weather site',
  'exit.other': 'another site',
  'exit.keys': 'You can also press Shift three times.',
  'exit.two': 'Press two more times to exit.',
  'exit.one': 'Press one more time to exit.',
  'exit.expired': 'Exit cancelled.',
  'step.count': 'Step {n} of {total}',
  'step.required': 'You can leave anything marked ‘optional’ empty.',
  'action.continue': 'Continue',
  's1.title': 'What did you see?',
  's1.intro':
    'It is free. You do not have to give your name. You do not need to be certain: our team checks.',
  's1.privacy': 'Your report goes to {hotline}, not to {site}.',
  's1.privacy.through': 'Your report goes through {site}, then to {hotline}.',
  's1.privacy.alone': 'Your report goes to {hotline}.',
  's1.privacy.link': 'Privacy',
  'cat.child_sexual_abuse': 'Child sexual abuse content',
  'cat.child_sexual_abuse.hint': 'Sexual image, video or text involving anyone under 18',
  'cat.terrorism_bomb_making': 'Incitement to terrorism or bomb-making',
  'cat.terrorism_bomb_making.hint': 'Calls for an attack, propaganda, how to make explosives',
  'cat.hate_violence_discrimination': 'Incitement to violence, discrimination or hatred',
  'cat.hate_violence_discrimination.hint': 'Calls to hate or attack people because of who they are',
  'cat.crimes_against_humanity': 'Glorification of crimes against humanity',
  'cat.crimes_against_humanity.hint': 'A message that praises, justifies or denies a genocide',
  'cat.shocking_content_minors': 'Shocking content that minors can access',
  'cat.shocking_content_minors.hint': 'Pornography or extreme violence that a child can easily reach',
  'cat.procuring': 'Procuring (pimping)',
  'cat.procuring.hint': 'An ad or account that profits from someone else’s prostitution',
  'cat.suicide_incitement': 'Incitement to suicide',
  'cat.suicide_incitement.hint': 'A message or site that pushes someone to end their life',
  'cat.sexual_harassment': 'Sexual harassment',
  'cat.sexual_harassment.hint': 'Unwanted sexual messages, blackmail or threats with intimate images',
  'cat.unsure': 'I do not know',
  'cat.unsure.hint': 'Our team will decide',
  'cat.or': 'or',
  's1.emergency': 'Immediate danger?',
  'call.police': 'Police',
  'call.medical': 'Ambulance',
  'call.any': 'Emergency',
  'call.text': 'Text',
  'err.fallback': 'Report on the {hotline} website',
  'drop.title': 'Close and clear your answers?',
  'drop.body': 'They are not saved anywhere. If you close, they will be lost.',
  'drop.stay': 'Continue the report',
  'drop.go': 'Clear and close',
  'draft.kept': 'Your answers are still here.',
  'draft.clear': 'Clear everything',
  'sr.step': 'Step {n} of {total}: {title}',
  'sr.newtab': '(new tab)',
  'sr.call': 'Call {number}',
  'sr.message': 'Text {number}',
};

/** The strings of the later steps. */
export const rest = async (): Promise<RestMessages> => (await import('./rest.ts')).rest;

/** The strings of typed addresses. */
export const elsewhere = async (): Promise<ElsewhereMessages> => (await import('./elsewhere.ts')).elsewhere;

/** The strings of what only few open. */
export const more = async (): Promise<MoreMessages> => (await import('./more.ts')).more;
