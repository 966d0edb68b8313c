// English: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Report to {hotline}',
  'header.exit': 'Exit this page',
  'header.close': 'Close',
  'language.label': 'Language',
  'language.failed': 'This language could not be shown.',
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
  'call.any': 'Emergency',
  'call.text': 'Text',
  'err.fallback': 'Report on the {hotline} website',
  'draft.kept': 'Your answers are still here.',
  'sr.step': 'Step {n} of {total}: {title}',
  'sr.newtab': '(new tab)',
  'sr.call': 'Call {number}',
  'sr.message': 'Text {number}',
  'err.later': 'The next steps could not be shown.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
