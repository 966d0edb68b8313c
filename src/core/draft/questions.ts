// The type of a question, and when it is asked. The questions themselves: question-table.ts.
// None is compulsory. Their words stand in the locale files: `q.<id>` for the question, `o.<option>` for an answer.

import { ANSWERS } from '../report/vocabulary.ts';
import { BLACKMAIL_BOX } from './blackmail-box.ts';

/** Answer to a question: one choice or a text, or several choices. */
export type QuestionAnswer = string | readonly string[];

/** Answers by question. */
export type QuestionAnswers = Readonly<Record<string, QuestionAnswer>>;

/**
 * What an answer brings: numbers to call, advice against blackmail, advice for the reporter, or other proof to keep.
 */
export interface Alarm {
  readonly kind: 'danger' | 'blackmail' | 'self' | 'proof';
  readonly answer: string;
}

interface Asked<Id extends string = string> {
  /** Names the answer and the report field (report-details.ts, report-locations.ts, to-report.ts). */
  readonly id: Id;
  /** Asked where one of these questions has one of these answers; always where undefined. */
  readonly when: Readonly<Record<string, readonly string[]>> | undefined;
  readonly alarm: Alarm | undefined;
  /** Whether the step « where » asks it, because it changes the help or makes the report urgent. */
  readonly isEarly: boolean;
}

/** A question with one answer of a list, or with several up to a limit. */
export interface ChoiceQuestion<
  Kind extends 'choice' | 'choices' = 'choice' | 'choices',
  Id extends string = string,
  Option extends string = string,
> extends Asked<Id> {
  readonly kind: Kind;
  readonly options: readonly Option[];
  readonly limit: number;
}

/** A question that is answered in words: a text, one address, or a list with one item a line. */
export interface WordsQuestion<Id extends string = string> extends Asked<Id> {
  readonly kind: 'text' | 'address' | 'lines';
  /** Longest text, in code points. */
  readonly limit: number;
}

export type Question = ChoiceQuestion | WordsQuestion;

/** Whether the answer is chosen from a list. */
export const isChoice = (question: Question): question is ChoiceQuestion =>
  question.kind === 'choice' || question.kind === 'choices';

/** The answers to choose from that the report carries in the question's own member. */
export const reportedOptions = (question: Question): readonly string[] =>
  optionsOf(question).filter((option) => option !== BLACKMAIL_BOX);

// Each question has every member of its own, also those that it lacks (own.ts).

/** The answers to choose from; none where the answer is in words. */
export const optionsOf = (question: Question): readonly string[] =>
  isChoice(question) ? question.options : [];

/** A question with one answer. */
export const choice = <const Id extends string, const Option extends string>(
  id: Id,
  options: readonly Option[],
  when?: Asked['when'],
): ChoiceQuestion<'choice', Id, Option> => ({
  kind: 'choice',
  id,
  options,
  limit: 1,
  when,
  alarm: undefined,
  isEarly: false,
});

/** A question with up to `limit` answers. */
export const choices = <const Id extends string, const Option extends string>(
  id: Id,
  options: readonly Option[],
  limit: number,
  { when, alarm }: Partial<Asked> = {},
): ChoiceQuestion<'choices', Id, Option> => ({
  kind: 'choices',
  id,
  options,
  limit,
  when,
  alarm,
  isEarly: false,
});

/** A question that is answered by yes, no, or « Je ne sais pas ». @param kind what a yes shows */
export const yesNo = <const Id extends string>(
  id: Id,
  when?: Asked['when'],
  kind?: Alarm['kind'],
): ChoiceQuestion<'choice', Id, (typeof ANSWERS)[number]> => ({
  ...choice(id, ANSWERS, when),
  alarm: kind && { kind, answer: 'yes' },
});

/** The same question on the step « where ». */
export const early = <Asking extends ChoiceQuestion>(question: Asking): Asking => ({
  ...question,
  isEarly: true,
});

/** A question that is answered in words. */
export const words = <const Id extends string>(
  kind: WordsQuestion['kind'],
  id: Id,
  limit: number,
  when?: Asked['when'],
): WordsQuestion<Id> => ({ kind, id, limit, when, alarm: undefined, isEarly: false });

const isOneOf = (answer: QuestionAnswer | undefined, values: readonly string[]): boolean =>
  answer !== undefined && [answer].flat().some((given) => values.includes(given));

/** Whether a question is asked, given the answers to the others. */
export const isAsked = (
  { when }: Question,
  { questions }: { readonly questions: QuestionAnswers },
): boolean => !when || Object.entries(when).some(([id, values]) => isOneOf(questions[id], values));

/** Whether an answer raises the alarm of its question. */
export const isRaised = ({ id, alarm }: Question, questions: QuestionAnswers): boolean =>
  !!alarm && isOneOf(questions[id], [alarm.answer]);

/** Whether the box « Chantage » is ticked. */
export const isBlackmailTicked = ({ kinds = [] }: QuestionAnswers): boolean => kinds.includes(BLACKMAIL_BOX);

/** Whether an option excludes all others. It does not count if another option is chosen too. */
export const isExclusive = (option: string): boolean => /^(?:unknown|nothing|nobody)$/.test(option);
