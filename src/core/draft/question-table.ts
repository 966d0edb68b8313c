// The questions of the details step, as data: those of a category, then those of every report.
// None is compulsory.

import type { CategoryId } from '../report/categories.ts';
import {
  ACCESS_NEEDS,
  ACQUAINTANCES,
  AGE_BANDS,
  AGE_CHECKS,
  APPARENT_AGES,
  FOUND_VIA,
  HARASSMENT_TARGETS,
  HATE_AIMS,
  HATE_GROUNDS,
  KINDS,
  MAX_KINDS,
  PAYMENT_METHODS,
} from '../report/vocabulary.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../report/limits.ts';
import { ask, BLACKMAIL_BOX, yesNo, type Question } from './questions.ts';

const kindsOf = (category: CategoryId): Question =>
  ask({ id: 'kinds', options: KINDS[category], limit: MAX_KINDS[category] });

/** The same with « Chantage » as the first box. */
function kindsWithBlackmail(category: CategoryId): Question {
  const question = kindsOf(category);
  return { ...question, options: [BLACKMAIL_BOX, ...(question.options ?? [])] };
}

const IMAGES = ['photo_or_video', 'ai_generated', 'drawing_or_3d', 'live_stream'];

/** The questions of each category, urgent ones early. A question comes after the questions that it depends on. */
export const QUESTIONS: Readonly<Record<CategoryId, readonly Question[]>> = {
  child_sexual_abuse: [
    kindsWithBlackmail('child_sexual_abuse'),
    ask({ id: 'known', options: ACQUAINTANCES }),
    ask({ id: 'apparentAge', options: APPARENT_AGES, when: { kinds: IMAGES } }),
    yesNo('abuseOngoing', { kinds: ['live_stream'], known: ['self', 'someone_i_know'] }, 'danger'),
    yesNo('meetingPlanned', { kinds: ['messages_to_a_minor'] }, 'danger'),
    yesNo(
      'blackmail',
      { kinds: ['messages_to_a_minor', BLACKMAIL_BOX], known: ['self'], apparentAge: ['teen'] },
      'blackmail',
    ),
    yesNo('adultAskingMinor', { kinds: ['messages_to_a_minor'] }),
    yesNo('selfProduced', { known: ['self', 'someone_i_know'] }),
  ],
  terrorism_bomb_making: [
    kindsOf('terrorism_bomb_making'),
    yesNo('specificThreat', { kinds: ['call_to_attack', 'threat'] }, 'danger'),
    ask({ id: 'targetHint', limit: TEXT_LIMITS.targetHint, when: { specificThreat: ['yes'] } }),
    ask({ id: 'whenHint', limit: TEXT_LIMITS.whenHint, when: { specificThreat: ['yes'] } }),
  ],
  hate_violence_discrimination: [
    kindsOf('hate_violence_discrimination'),
    ask({ id: 'grounds', options: HATE_GROUNDS, limit: LIST_LIMITS.grounds }),
    ask({ id: 'aimedAt', options: HATE_AIMS }),
    yesNo('callToAct'),
  ],
  crimes_against_humanity: [
    kindsOf('crimes_against_humanity'),
    ask({ id: 'eventHint', limit: TEXT_LIMITS.eventHint }),
  ],
  shocking_content_minors: [
    kindsOf('shocking_content_minors'),
    ask({ id: 'ageCheck', options: AGE_CHECKS }),
    yesNo('aimedAtMinors'),
    yesNo('minorExposed'),
  ],
  procuring: [
    kindsOf('procuring'),
    yesNo('minorSuspected'),
    yesNo('constraintSigns', undefined, 'danger'),
    yesNo('severalPersonsSameContact', { kinds: ['advert'] }),
    ask({ id: 'areaHint', limit: TEXT_LIMITS.areaHint, when: { kinds: ['advert'] } }),
  ],
  suicide_incitement: [
    yesNo('personAtRiskNow', undefined, 'danger'),
    kindsOf('suicide_incitement'),
    yesNo('targetIsMinor', { kinds: ['pushing_a_person'] }),
    yesNo('personKnown', { kinds: ['pushing_a_person'] }),
  ],
  sexual_harassment: [
    kindsWithBlackmail('sexual_harassment'),
    yesNo(
      'blackmail',
      { kinds: ['intimate_image_shared', 'sexual_deepfake', 'sexual_pressure', 'threat', BLACKMAIL_BOX] },
      'blackmail',
    ),
    yesNo('targetIsMinor'),
    ask({ id: 'target', options: HARASSMENT_TARGETS }),
    yesNo('repeated', { kinds: ['repeated_messages', 'unwanted_sexual_images', 'threat'] }),
    yesNo('severalAuthors', { kinds: ['repeated_messages', 'unwanted_sexual_images', 'threat', 'doxxing'] }),
    yesNo('authorKnown'),
    yesNo('evidenceKept', { target: ['me'] }),
  ],
  // Empty: a reporter who does not know the category gets no category questions.
  unsure: [],
};

/** When the content was seen, in choices that need no calendar. */
export const SEEN_ON = ['today', 'yesterday', 'this_month', 'before', 'unknown'] as const;

/** To whom the content was already reported. */
export const REPORTED_TO = ['platform', 'police', 'otherHotline', 'nobody', 'unknown'] as const;

/** The questions of every report. */
export const COMMON_QUESTIONS: readonly Question[] = [
  ask({ id: 'seenOn', options: SEEN_ON }),
  yesNo('stillOnline'),
  ask({ id: 'foundVia', options: FOUND_VIA }),
  ask({
    id: 'foundAt',
    limit: TEXT_LIMITS.address,
    when: { foundVia: FOUND_VIA.filter((how) => how !== 'unknown') },
  }),
  ask({ id: 'pinpoint', limit: TEXT_LIMITS.pinpoint }),
  ask({ id: 'needs', options: ACCESS_NEEDS, limit: LIST_LIMITS.needs }),
  ask({ id: 'password', limit: TEXT_LIMITS.credential, when: { needs: ['password'] } }),
  // Without « yes » the password is not sent: it might be the reporter's own.
  yesNo('passwordPublished', { needs: ['password'] }),
  yesNo('paid', { kinds: ['sale_or_exchange'], needs: ['payment'] }),
  ask({
    id: 'paymentMethods',
    options: PAYMENT_METHODS,
    limit: LIST_LIMITS.paymentMethods,
    when: { paid: ['yes'] },
  }),
  yesNo('aiGenerated'),
  // One account per line.
  ask({ id: 'accounts', limit: TEXT_LIMITS.description }),
  ask({ id: 'priorReports', options: REPORTED_TO, limit: REPORTED_TO.length }),
  ask({ id: 'ageBand', options: AGE_BANDS }),
];
