// The type of a question of the details step, and when it is asked. The questions themselves: question-table.ts.
// None is compulsory. Their words stand in the locale files: `q.<id>` for the question, `o.<option>` for an answer.

import type { Answers, QuestionAnswer } from './types.ts';
import { ANSWERS } from '../report/yes-no.ts';

/** One question. */
export interface Question {
  /** Names the answer and the report field: a key of `details`, unless report-details or report-answers maps it. */
  readonly id: string;
  /** The answers to choose from; undefined if the answer is a text. */
  readonly options: readonly string[] | undefined;
  /** Most choices, or longest text in code points. If undefined, the question takes one choice. */
  readonly limit: number | undefined;
  /** Asked if one of these questions has one of these answers; always if undefined. */
  readonly when: Readonly<Record<string, readonly string[]>> | undefined;
  /** The notice that « yes » shows below the question: numbers to call, or advice against blackmail. */
  readonly alarm: 'danger' | 'blackmail' | undefined;
}

/** A question with every member of its own, also those that it lacks (own.ts). */
export const ask = (question: Pick<Question, 'id'> & Partial<Question>): Question => ({
  options: undefined,
  limit: undefined,
  when: undefined,
  alarm: undefined,
  ...question,
});

/** A question that is answered by yes, no, or « Je ne sais pas ». */
export const yesNo = (id: string, when?: Question['when'], alarm?: Question['alarm']): Question =>
  ask({ id, options: ANSWERS, when, alarm });

const isOneOf = (answer: QuestionAnswer | undefined, values: readonly string[]): boolean =>
  answer !== undefined && [answer].flat().some((given) => values.includes(given));

/** Whether a question is asked, given the answers to the others. */
export const isAsked = ({ when }: Question, { questions }: Pick<Answers, 'questions'>): boolean =>
  !when || Object.entries(when).some(([id, values]) => isOneOf(questions[id], values));

/**
 * The first box of the kinds, if the category knows blackmail. It is no kind of the report: it answers the question
 * `blackmail`, because receivers of 1.0 refuse kinds that they do not know.
 */
export const BLACKMAIL_BOX = 'blackmail';

/** Whether the box « Chantage » is ticked. */
export const isBlackmailTicked = ({ kinds = [] }: Answers['questions']): boolean =>
  kinds.includes(BLACKMAIL_BOX);

/** Whether an option excludes all others. It does not count if another option is chosen too. */
export const isExclusive = (option: string): boolean => /^(?:unknown|nothing|nobody)$/.test(option);
