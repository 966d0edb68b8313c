// The further questions of the details step, folded away: those of a category, then those of every report.

import type { CategoryId } from './categories.ts';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { yesNo, type Question } from './questions.ts';
import {
  ACCESS_NEEDS,
  ACQUAINTANCES,
  AGE_BANDS,
  APPARENT_AGES,
  FOUND_VIA,
  PAYMENT_METHODS,
} from './vocabulary.ts';
import { AGE_CHECKS, HARASSMENT_TARGETS, HATE_AIMS, HATE_GROUNDS } from './vocabulary-details.ts';

const IMAGES = ['photo_or_video', 'ai_generated', 'drawing_or_3d', 'live_stream'];

/** What the reporter can say besides, by category. */
export const CATEGORY_MORE: Readonly<Record<CategoryId, readonly Question[]>> = {
  child_sexual_abuse: [
    { id: 'known', options: ACQUAINTANCES },
    { id: 'apparentAge', options: APPARENT_AGES, when: { kinds: IMAGES } },
    yesNo('adultAskingMinor', { kinds: ['messages_to_a_minor'] }),
    yesNo('selfProduced', { known: ['self', 'someone_i_know'] }),
  ],
  terrorism_bomb_making: [],
  hate_violence_discrimination: [
    { id: 'grounds', options: HATE_GROUNDS, limit: LIST_LIMITS.grounds },
    { id: 'aimedAt', options: HATE_AIMS },
    yesNo('callToAct'),
  ],
  crimes_against_humanity: [{ id: 'eventHint', limit: TEXT_LIMITS.eventHint }],
  shocking_content_minors: [
    { id: 'ageCheck', options: AGE_CHECKS },
    yesNo('aimedAtMinors'),
    yesNo('minorExposed'),
  ],
  procuring: [
    yesNo('severalPersonsSameContact', { kinds: ['advert'] }),
    { id: 'areaHint', limit: TEXT_LIMITS.areaHint, when: { kinds: ['advert'] } },
  ],
  suicide_incitement: [
    yesNo('targetIsMinor', { kinds: ['pushing_a_person'] }),
    yesNo('personKnown', { kinds: ['pushing_a_person'] }),
  ],
  sexual_harassment: [
    yesNo('targetIsMinor'),
    { id: 'target', options: HARASSMENT_TARGETS },
    yesNo('repeated', { kinds: ['repeated_messages', 'unwanted_sexual_images', 'threat'] }),
    yesNo('severalAuthors', { kinds: ['repeated_messages', 'unwanted_sexual_images', 'threat', 'doxxing'] }),
    yesNo('authorKnown'),
    yesNo('evidenceKept', { target: ['me'] }),
  ],
  unsure: [],
};

/** When the content was seen: a day that need not be looked up. */
export const SEEN_ON = ['today', 'yesterday', 'this_month', 'before', 'unknown'] as const;

/** To whom it was reported already. */
export const REPORTED_TO = ['platform', 'police', 'otherHotline', 'nobody', 'unknown'] as const;

/** What the reporter can say besides, whatever the category. */
export const COMMON_MORE: readonly Question[] = [
  { id: 'seenOn', options: SEEN_ON },
  yesNo('stillOnline'),
  { id: 'foundVia', options: FOUND_VIA },
  {
    id: 'foundAt',
    limit: TEXT_LIMITS.address,
    when: { foundVia: FOUND_VIA.filter((how) => how !== 'unknown') },
  },
  { id: 'pinpoint', limit: TEXT_LIMITS.pinpoint },
  { id: 'needs', options: ACCESS_NEEDS, limit: LIST_LIMITS.needs },
  { id: 'password', limit: TEXT_LIMITS.credential, when: { needs: ['password'] } },
  // Without « yes » the password is not sent: it might be the reporter's own.
  yesNo('passwordPublished', { needs: ['password'] }),
  yesNo('paid', { kinds: ['sale_or_exchange'], needs: ['payment'] }),
  {
    id: 'paymentMethods',
    options: PAYMENT_METHODS,
    limit: LIST_LIMITS.paymentMethods,
    when: { paid: ['yes'] },
  },
  yesNo('aiGenerated'),
  // One account a line.
  { id: 'accounts', limit: TEXT_LIMITS.description },
  { id: 'priorReports', options: REPORTED_TO, limit: REPORTED_TO.length },
  { id: 'ageBand', options: AGE_BANDS },
];
