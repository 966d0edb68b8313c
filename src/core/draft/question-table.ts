// The questions of a report, as data: about the reporter, of each category, then of every report.
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
import { LIST_LIMITS, MAX_REPORTS, TEXT_LIMITS } from '../report/limits.ts';
import type { LaterWord } from '../report/later-words.ts';
import { BLACKMAIL_BOX } from './blackmail-box.ts';
import {
  choice,
  choices,
  early,
  words,
  yesNo,
  type ChoiceQuestion,
  type Question,
  type WordsQuestion,
} from './questions.ts';

type Kind<Id extends CategoryId> = (typeof KINDS)[Id][number];

const kindsOf = <Id extends CategoryId>(category: Id): ChoiceQuestion<'choices', 'kinds', Kind<Id>> =>
  choices('kinds', KINDS[category], MAX_KINDS[category]);

/** The same with « Chantage » as the first box. */
const kindsWithBlackmail = <Id extends CategoryId>(
  category: Id,
): ChoiceQuestion<'choices', 'kinds', Kind<Id> | typeof BLACKMAIL_BOX> =>
  choices('kinds', [BLACKMAIL_BOX, ...KINDS[category]], MAX_KINDS[category], {
    alarm: { kind: 'blackmail', answer: BLACKMAIL_BOX },
  });

/** Whether the reporter is the person concerned, and under age: the help depends on both. */
export const SELF_QUESTIONS: readonly Question[] = [
  { ...early(choice('self', ['yes', 'no'])), alarm: { kind: 'self', answer: 'yes' } },
  {
    ...early(choice('underAge', ['yes', 'no', 'prefer_not_to_say'], { self: ['yes'] })),
    alarm: { kind: 'proof', answer: 'no' },
  },
];

/** Whether somebody fears for their life: where threats of death are reported (decisions/form.md). */
const FEAR = early(yesNo('fearNow', undefined, 'danger'));

const IMAGES = ['photo_or_video', 'ai_generated', 'drawing_or_3d', 'live_stream'];

/** The questions of each category, urgent ones early. A question comes after the questions that it depends on. */
const TABLE = {
  child_sexual_abuse: [
    kindsWithBlackmail('child_sexual_abuse'),
    choice('known', ACQUAINTANCES),
    choice('apparentAge', APPARENT_AGES, { kinds: IMAGES }),
    early(
      yesNo(
        'abuseOngoing',
        { self: ['yes'], kinds: ['live_stream'], known: ['self', 'someone_i_know'] },
        'danger',
      ),
    ),
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
    early(yesNo('specificThreat', undefined, 'danger')),
    words('text', 'targetHint', TEXT_LIMITS.targetHint, { specificThreat: ['yes'] }),
    words('text', 'whenHint', TEXT_LIMITS.whenHint, { specificThreat: ['yes'] }),
  ],
  hate_violence_discrimination: [
    FEAR,
    kindsOf('hate_violence_discrimination'),
    choices('grounds', HATE_GROUNDS, LIST_LIMITS.grounds),
    choice('aimedAt', HATE_AIMS),
    yesNo('callToAct'),
  ],
  crimes_against_humanity: [
    kindsOf('crimes_against_humanity'),
    words('text', 'eventHint', TEXT_LIMITS.eventHint),
  ],
  shocking_content_minors: [
    kindsOf('shocking_content_minors'),
    choice('ageCheck', AGE_CHECKS),
    yesNo('aimedAtMinors'),
    yesNo('minorExposed'),
  ],
  procuring: [
    kindsOf('procuring'),
    yesNo('minorSuspected'),
    early(yesNo('constraintSigns', undefined, 'danger')),
    yesNo('severalPersonsSameContact', { kinds: ['advert'] }),
    words('text', 'areaHint', TEXT_LIMITS.areaHint, { kinds: ['advert'] }),
  ],
  suicide_incitement: [
    early(yesNo('personAtRiskNow', undefined, 'danger')),
    kindsOf('suicide_incitement'),
    yesNo('targetIsMinor', { kinds: ['pushing_a_person'] }),
    yesNo('personKnown', { kinds: ['pushing_a_person'] }),
  ],
  sexual_harassment: [
    FEAR,
    kindsWithBlackmail('sexual_harassment'),
    yesNo(
      'blackmail',
      { kinds: ['intimate_image_shared', 'sexual_deepfake', 'sexual_pressure', 'threat', BLACKMAIL_BOX] },
      'blackmail',
    ),
    yesNo('targetIsMinor'),
    choice('target', HARASSMENT_TARGETS),
    yesNo('repeated', { kinds: ['repeated_messages', 'unwanted_sexual_images', 'threat'] }),
    yesNo('severalAuthors', { kinds: ['repeated_messages', 'unwanted_sexual_images', 'threat', 'doxxing'] }),
    yesNo('authorKnown'),
    yesNo('evidenceKept', { target: ['me'] }),
  ],
  // A reporter who does not know the category gets no other question of a category.
  unsure: [FEAR],
} as const satisfies Record<CategoryId, readonly Question[]>;

export const QUESTIONS: Readonly<Record<CategoryId, readonly Question[]>> = TABLE;

/** Questions of a category whose answers stand in `personsConcerned`. */
const ABOUT_PERSONS = ['known', 'apparentAge'] as const;

/**
 * The questions that `details` answers. This form asks no kinds of « Je ne sais pas »; another one may.
 */
export const detailQuestions = (category: CategoryId): readonly Question[] => [
  ...(category === 'unsure' ? [kindsOf(category)] : []),
  ...QUESTIONS[category].filter(({ id }) => !(ABOUT_PERSONS as readonly string[]).includes(id)),
];

type DetailQuestion<Id extends CategoryId> =
  | Exclude<(typeof TABLE)[Id][number], { readonly id: (typeof ABOUT_PERSONS)[number] }>
  | (Id extends 'unsure' ? ChoiceQuestion<'choices', 'kinds', Kind<Id>> : never);

type AnswerTo<Asking> =
  Asking extends ChoiceQuestion<infer Kinds, string, infer Option>
    ? Kinds extends 'choices'
      ? (Exclude<Option, typeof BLACKMAIL_BOX> | LaterWord)[]
      : Option | LaterWord
    : string;

/** The `details` of a report, by category. */
export type Details<Id extends CategoryId> = {
  [Asking in DetailQuestion<Id> as Asking['id']]?: AnswerTo<Asking> | undefined;
};

/** When the content was seen, in choices that need no calendar. */
export const SEEN_ON = ['today', 'yesterday', 'this_month', 'before', 'unknown'] as const;

/** To whom the content was already reported. */
export const REPORTED_TO = ['platform', 'police', 'otherHotline', 'nobody', 'unknown'] as const;

/** The questions of every report. */
export const COMMON_QUESTIONS: readonly Question[] = [
  choice('seenOn', SEEN_ON),
  yesNo('stillOnline'),
  choice('foundVia', FOUND_VIA),
  words('address', 'foundAt', TEXT_LIMITS.address, {
    foundVia: FOUND_VIA.filter((how) => how !== 'unknown'),
  }),
  words('text', 'pinpoint', TEXT_LIMITS.pinpoint),
  choices('needs', ACCESS_NEEDS, LIST_LIMITS.needs),
  words('text', 'password', TEXT_LIMITS.credential, { needs: ['password'] }),
  // Without « yes » the password is not sent: it might be the reporter's own.
  yesNo('passwordPublished', { needs: ['password'] }),
  yesNo('paid', { kinds: ['sale_or_exchange'], needs: ['payment'] }),
  choices('paymentMethods', PAYMENT_METHODS, LIST_LIMITS.paymentMethods, { when: { paid: ['yes'] } }),
  yesNo('aiGenerated'),
  words('lines', 'accounts', MAX_REPORTS * LIST_LIMITS.accounts * (TEXT_LIMITS.handle + 1)),
  choices('priorReports', REPORTED_TO, REPORTED_TO.length),
  choice('ageBand', AGE_BANDS),
];

/** The reference of the reporters' own file. The one-page form asks for it. */
export const OWN_REFERENCE: WordsQuestion = words('text', 'ownReference', TEXT_LIMITS.reference);
