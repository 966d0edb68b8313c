// The answers to the questions of a category, as the report carries them.

import type { CategoryId } from '../report/categories.ts';
import type { Report } from '../report/report.ts';
import { storable } from '../report/storable-text.ts';
import { ACQUAINTANCES, APPARENT_AGES } from '../report/vocabulary.ts';
import { alarmsOf, textOf, type Given } from './given-answers.ts';
import { detailQuestions, QUESTIONS, type Details } from './question-table.ts';
import { isChoice, reportedOptions, type Question, type QuestionAnswer } from './questions.ts';
import { choiceOf, choicesOf, filled } from './report-answers.ts';
import { roleOf } from './role.ts';
import type { Draft } from './types.ts';

type Persons = NonNullable<Report['personsConcerned']>;

/** What is reported: a category, and the answers to its questions. */
type Subject = { [Id in CategoryId]: { readonly category: Id; readonly details?: Details<Id> } }[CategoryId];

/** An answer as the report carries it. */
function reported(question: Question, answer: QuestionAnswer | undefined): QuestionAnswer | undefined {
  if (!isChoice(question)) return storable(textOf(answer), question.limit);
  const read = question.kind === 'choice' ? choiceOf : choicesOf;
  return read(reportedOptions(question), answer);
}

/** The category, with the answers that only its reports carry. */
export function subjectOf(category: CategoryId, given: Given, draft: Draft): Subject {
  // « Je suis la personne visée » already says who is targeted.
  const target = given['target'] ?? (roleOf(draft) === 'target' ? 'me' : undefined);
  const details = filled(
    Object.fromEntries(
      detailQuestions(category).map((question) => [
        question.id,
        reported(question, question.id === 'target' ? target : given[question.id]),
      ]),
    ),
  );
  return { category, ...(details && { details }) };
}

/** Whether a minor is concerned, according to the answers. Neither the category alone nor a written text says so. */
function minorOf(category: CategoryId, given: Given): Persons['minor'] {
  const { kinds = [], apparentAge, minorSuspected, underAge, targetIsMinor = minorSuspected } = given;
  if (category !== 'child_sexual_abuse') return choiceOf(['yes', 'no'], underAge ?? targetIsMinor);
  const isShown = [kinds].flat().some((kind) => !/^(?:manual|other|unknown|blackmail)/.test(kind));
  // Images of a child stay so when the child has grown up, so « Non » says nothing.
  return underAge === 'yes' || (isShown && apparentAge !== 'adult') ? 'yes' : undefined;
}

/** The persons concerned, according to the answers. */
export const personsOf = (category: CategoryId, given: Given): Persons | undefined =>
  filled<Persons>({
    minor: minorOf(category, given),
    apparentAge: choiceOf(APPARENT_AGES, given['apparentAge']),
    known: choiceOf(ACQUAINTANCES, given['known']),
    areaHint: undefined,
  });

/** Questions that ask whether somebody is in danger, or fears it. Other answers imply danger. */
const DIRECT: readonly string[] = ['personAtRiskNow', 'fearNow'];

/**
 * Why the report does not say whether someone is in danger now: the reporter does not know, gave no answer, or was not
 * asked. « Je ne sais pas » to any question of danger counts. A no to fear says nothing about danger.
 * @param given answers to the questions of the category; undefined if none was asked
 */
export function dangerUntold(
  category: CategoryId,
  given: Readonly<Record<string, unknown>> | undefined,
): 'unknown' | 'notGiven' | 'notAsked' {
  const telling = given ? QUESTIONS[category].filter(({ alarm }) => alarm?.kind === 'danger') : [];
  if (telling.some(({ id }) => given?.[id] === 'unknown')) return 'unknown';
  return telling.some(({ id }) => DIRECT.includes(id) && given?.[id] === undefined) ? 'notGiven' : 'notAsked';
}

/** Whether someone is in danger now. Only the suicide category asks for danger itself, so only there does a no count. */
export const dangerOf = (draft: Draft, given: Given): Report['danger']['immediate'] =>
  alarmsOf(draft).danger ? 'yes' : given['personAtRiskNow'] === 'no' ? 'no' : 'unknown';
