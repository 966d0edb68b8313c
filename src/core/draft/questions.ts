// What a question of the details step is, and when it is asked. The questions themselves: question-table.ts.
// None is compulsory. Their words stand in the locale files: `q.<id>` for the question, `o.<option>` for an answer.

import type { Answers, QuestionAnswer } from './types.ts';
import { ANSWERS } from '../report/yes-no.ts';

/** One question. */
export interface Question {
  /** Names the answer, and the field of the report: a key of `details`, unless report-details or report-answers says else. */
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

/** A question that is answered by yes, no, or « Je ne sais pas ». */
export const yesNo = (id: string, when?: Question['when'], alarm?: Question['alarm']): Question => ({
  id,
  options: ANSWERS,
  ...(when && { when }),
  ...(alarm && { alarm }),
});

const isOneOf = (answer: QuestionAnswer | undefined, values: readonly string[]): boolean =>
  answer !== undefined && [answer].flat().some((given) => values.includes(given));

/** Whether a question is asked, given the answers to the others. */
export const isAsked = ({ when }: Question, { questions }: Pick<Answers, 'questions'>): boolean =>
  !when || Object.entries(when).some(([id, values]) => isOneOf(questions[id], values));

/** Whether an option says that none of the others holds: chosen beside another one, it does not count. */
export const isExclusive = (option: string): boolean => /^(?:unknown|nothing|nobody)$/.test(option);
