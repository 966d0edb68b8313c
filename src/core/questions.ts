// The questions of the details step, as data: those shown at once, by category, and what a question is.
// None is compulsory. Their words stand in the locale files: `q.<id>` for the question, `o.<option>` for an answer.

import type { Answers, QuestionAnswer } from './draft.ts';
import type { CategoryId } from './categories.ts';
import { TEXT_LIMITS } from './limits.ts';
import { KINDS, MAX_KINDS } from './kinds.ts';
import { ANSWERS } from './yes-no.ts';

/** One question. */
export interface Question {
  /** Names the answer, and the field of the report: a key of `details`, unless draft-answers or draft-further-report says else. */
  readonly id: string;
  /** The answers to choose from; none where it is a text. */
  readonly options?: readonly string[];
  /** Most choices, where it takes several; longest text in code points. One choice where absent. */
  readonly limit?: number;
  /** Asked where one of these questions has one of these answers; always where absent. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** What « yes » means for the reporter: numbers to call, or how to react to blackmail, stand below it. */
  readonly alarm?: 'danger' | 'blackmail';
}

const kindsOf = (category: CategoryId): Question => ({
  id: 'kinds',
  options: KINDS[category],
  limit: MAX_KINDS[category],
});

/** A question that is answered by yes, no, or « Je ne sais pas ». */
export const yesNo = (id: string, when?: Question['when'], alarm?: Question['alarm']): Question => ({
  id,
  options: ANSWERS,
  ...(when && { when }),
  ...(alarm && { alarm }),
});

/** The questions shown at once: what decides how urgent a report is, and who takes it. */
export const QUESTIONS: Readonly<Record<CategoryId, readonly Question[]>> = {
  child_sexual_abuse: [
    kindsOf('child_sexual_abuse'),
    yesNo('abuseOngoing', { kinds: ['live_stream'], known: ['self', 'someone_i_know'] }, 'danger'),
    yesNo('meetingPlanned', { kinds: ['messages_to_a_minor'] }, 'danger'),
    yesNo(
      'blackmail',
      { kinds: ['messages_to_a_minor'], known: ['self'], apparentAge: ['teen'] },
      'blackmail',
    ),
  ],
  terrorism_bomb_making: [
    kindsOf('terrorism_bomb_making'),
    yesNo('specificThreat', { kinds: ['call_to_attack', 'threat'] }, 'danger'),
    { id: 'targetHint', limit: TEXT_LIMITS.targetHint, when: { specificThreat: ['yes'] } },
    { id: 'whenHint', limit: TEXT_LIMITS.whenHint, when: { specificThreat: ['yes'] } },
  ],
  hate_violence_discrimination: [kindsOf('hate_violence_discrimination')],
  crimes_against_humanity: [kindsOf('crimes_against_humanity')],
  shocking_content_minors: [kindsOf('shocking_content_minors')],
  procuring: [kindsOf('procuring'), yesNo('minorSuspected'), yesNo('constraintSigns', undefined, 'danger')],
  suicide_incitement: [yesNo('personAtRiskNow', undefined, 'danger'), kindsOf('suicide_incitement')],
  sexual_harassment: [
    kindsOf('sexual_harassment'),
    yesNo(
      'blackmail',
      { kinds: ['intimate_image_shared', 'sexual_deepfake', 'sexual_pressure', 'threat'] },
      'blackmail',
    ),
  ],
  // Nothing: whoever does not know which box it is has no box's questions to answer.
  unsure: [],
};

const isOneOf = (answer: QuestionAnswer | undefined, values: readonly string[]): boolean =>
  answer !== undefined && [answer].flat().some((given) => values.includes(given));

/** Whether a question is asked, given the answers to the others. */
export const isAsked = ({ when }: Question, { questions }: Pick<Answers, 'questions'>): boolean =>
  !when || Object.entries(when).some(([id, values]) => isOneOf(questions[id], values));

/** Whether an option says that none of the others holds: chosen beside another one, it does not count. */
export const isExclusive = (option: string): boolean => /^(?:unknown|nothing|nobody)$/.test(option);
