// Reads answers to questions as the report carries them: as words of its closed lists, without those that are empty.

import { ANSWERS } from '../report/vocabulary.ts';
import type { QuestionAnswer } from './questions.ts';

type Answer = (typeof ANSWERS)[number];

/** The members of a type, each of which may be undefined. */
export type Maybe<Members> = { readonly [Key in keyof Members]: Members[Key] | undefined };

/** An object without members that are undefined, an empty text or an empty list; undefined if no member is left. */
export function filled<Members extends object>(members: Maybe<Members>): Members | undefined {
  const present = Object.entries<unknown>(members).filter(
    ([, value]) => value !== undefined && (value as { readonly length?: number }).length !== 0,
  );
  return present.length > 0 ? (Object.fromEntries(present) as Members) : undefined;
}

/** The answer as one of the words of the report; undefined if it is none. */
export const choiceOf = <Word extends string>(
  words: readonly Word[],
  answer: QuestionAnswer | undefined,
): Word | undefined => words.find((word) => word === answer);

/** The answers as words of the report, without those that are none. */
export const choicesOf = <Word extends string>(
  words: readonly Word[],
  answers: QuestionAnswer = [],
): Word[] => [answers].flat().flatMap((answer) => choiceOf(words, answer) ?? []);

/** « Oui », « Non » or « Je ne sais pas ». */
export const yesNoOf = (answer: QuestionAnswer | undefined): Answer | undefined => choiceOf(ANSWERS, answer);
