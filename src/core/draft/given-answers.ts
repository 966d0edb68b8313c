// The questions that a draft asks, and its valid answers: only those to questions that are asked now.

import type { Draft, FieldError } from './types.ts';
import { asksRole, asksSelf, isSelf, MINOR_QUESTIONS, SELF_ANSWERS } from './role.ts';
import { normaliseAddress } from '../address/address.ts';
import { own } from '../own.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../report/limits.ts';
import { codePoints } from '../report/storable-text.ts';
import { choiceOf } from './report-answers.ts';
import {
  isAsked,
  isBlackmailTicked,
  isChoice,
  isExclusive,
  isRaised,
  type Alarm,
  type ChoiceQuestion,
  type Question,
  type WordsQuestion,
  type QuestionAnswer,
} from './questions.ts';
import { COMMON_QUESTIONS, OWN_REFERENCE, QUESTIONS, SELF_QUESTIONS } from './question-table.ts';

/** The answers to the questions, by question. */
export type Given = Draft['answers']['questions'];

/** The answer to a question that is answered in words. */
export const textOf = (answer: QuestionAnswer = ''): string => [answer].flat().join(' ').trim();

/** The questions of a draft: about the reporter, of its category, then of every category. */
export function questionsOf(draft: Draft): readonly Question[] {
  const { answers, settings } = draft;
  const { category, questions } = answers;
  const isPage = settings.flow === 'page';
  const isAdult = asksSelf(draft) && questions['underAge'] === 'no';
  return [
    ...(asksSelf(draft) ? SELF_QUESTIONS : []),
    ...(settings.fields.includes('questions')
      ? [
          ...QUESTIONS[category ?? 'unsure'],
          // Those who report for their work are not asked for their age.
          ...COMMON_QUESTIONS.filter(({ id }) => id !== 'ageBand' || !(isAdult || isPage)),
          ...(isPage ? [OWN_REFERENCE] : []),
        ]
      : []),
  ];
}

/**
 * The questions that the step « where » asks: the early ones, but for those that only an answer among the details calls
 * for, which stand there.
 */
export function earlyQuestionsOf(draft: Draft): readonly Question[] {
  const { self } = draft.answers.questions;
  const early = own({ ...(self !== undefined && asksSelf(draft) && { self }) });
  return questionsOf(draft).filter((question) => question.isEarly && isAsked(question, { questions: early }));
}

/**
 * The answers that others already give, so their questions need not be asked: that it happens to the reporter, the
 * reporter's age, and the box « Chantage ». The role « je suis la personne visée » does not change an answer that was
 * given.
 */
export function impliedAnswers(draft: Draft): Given {
  const { category, role, questions } = draft.answers;
  const self = category && SELF_ANSWERS[category];
  const isTarget = role === 'target' && asksRole(draft) && self && questions[self.id] === undefined;
  const age = category && isSelf(draft) ? MINOR_QUESTIONS[category] : undefined;
  const underAge = choiceOf(['yes', 'no'], questions['underAge']);
  return own({
    ...(self && (isTarget || isSelf(draft)) && { [self.id]: self.value }),
    ...(age && underAge && { [age]: underAge }),
    ...(isBlackmailTicked(questions) && { blackmail: 'yes' }),
  });
}

/** The choices that a question offers. The step « where » may rule some out: « C’est moi », an adult's age. */
export function optionsFor(draft: Draft, { id, options }: ChoiceQuestion): readonly string[] {
  const { category, questions } = draft.answers;
  const self = category && SELF_ANSWERS[category];
  if (!asksSelf(draft)) return options;
  if (questions['self'] === 'no' && id === self?.id) return options.filter((value) => value !== self.value);
  return isSelf(draft) && questions['underAge'] === 'yes' && id === 'ageBand'
    ? options.filter((value) => value !== 'adult')
    : options;
}

/** The part of an answer that the question accepts: offered choices up to its limit, or a text that is not blank. */
function fitting(draft: Draft, question: Question, given: QuestionAnswer): QuestionAnswer | undefined {
  const values = [given].flat();
  if (!isChoice(question)) return values.find((text) => text.trim());
  const { kind, limit } = question;
  const options = optionsFor(draft, question);
  const offered = [...new Set(values)].filter((value) => options.includes(value));
  if (kind === 'choice') return offered[0];
  const chosen = offered.filter((option) => !isExclusive(option));
  return chosen.length > 0 ? chosen.slice(0, limit) : offered.slice(0, 1);
}

/**
 * The valid answers, the implied ones among them: their questions are asked, given the other valid answers, and offer
 * them as options.
 */
export function givenAnswers(draft: Draft): Given {
  const questions = questionsOf(draft);
  let given: Given = own({ ...draft.answers.questions, ...impliedAnswers(draft) });
  for (;;) {
    const last = given;
    given = own(
      Object.fromEntries(
        Object.entries(last).flatMap(([id, value]) => {
          const asked = questions.find(
            (question) => question.id === id && isAsked(question, { questions: last }),
          );
          const kept = asked && fitting(draft, asked, value);
          return kept?.length ? [[id, kept]] : [];
        }),
      ),
    );
    // Dropping an answer may remove the question that depends on it.
    if (JSON.stringify(given) === JSON.stringify(last)) return last;
  }
}

/** The help that the answers call for at once: numbers for immediate danger, advice against blackmail. */
export function alarmsOf(draft: Draft): { readonly danger: boolean; readonly blackmail: boolean } {
  const given = givenAnswers(draft);
  const has = (kind: Alarm['kind']): boolean =>
    questionsOf(draft).some((question) => question.alarm?.kind === kind && isRaised(question, given));
  return { danger: has('danger'), blackmail: has('blackmail') };
}

/**
 * The draft without invalid answers, for example after another category was chosen. Implied answers are not stored:
 * each disappears with the answer that implies it.
 */
export function keepApplicable(draft: Draft): Draft {
  const implied = impliedAnswers(draft);
  const held = Object.entries(givenAnswers(draft)).filter(([id]) => !(id in implied));
  const questions = own(Object.fromEntries(held));
  return JSON.stringify(questions) === JSON.stringify(draft.answers.questions)
    ? draft
    : { ...draft, answers: { ...draft.answers, questions } };
}

/** The lines of an answer, each once. */
export const linesOf = (answer: QuestionAnswer | undefined): readonly string[] => [
  ...new Set(
    textOf(answer)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** Whether a line gives the address of an account's page. A dot proves nothing, because a name may have one. */
export const isAddress = (line: string): boolean => /[/:]/.test(line);

/** The errors that prevent the answers to the questions from being sent. */
export function questionErrors(draft: Draft): FieldError[] {
  const given = givenAnswers(draft);
  const { reports = 1 } = own(draft.settings);
  return questionsOf(draft).flatMap((question) => {
    if (isChoice(question)) return [];
    const [error] = wordErrors(question, textOf(given[question.id]), reports);
    return error ? [{ field: `questions.${question.id}`, ...error }] : [];
  });
}

/** What is wrong with an answer in words. @param reports how many reports may have a part of it */
function wordErrors(
  { kind, limit }: WordsQuestion,
  text: string,
  reports: number,
): Omit<FieldError, 'field'>[] {
  if (codePoints(text) > limit) return [{ code: 'questions.long' }];
  if (kind === 'address') return text ? addressErrors(text) : [];
  if (kind === 'text') return [];
  const lines = linesOf(text);
  const most = reports * LIST_LIMITS.accounts;
  if (lines.length > most) return [{ code: 'accounts.many', n: most }];
  return lines.flatMap((line) => {
    if (isAddress(line)) return addressErrors(line, TEXT_LIMITS.handle);
    return codePoints(line) > TEXT_LIMITS.handle ? [{ code: 'questions.long' }] : [];
  });
}

/** @param limit longest text that is no address, in code points */
function addressErrors(text: string, limit = Infinity): Omit<FieldError, 'field'>[] {
  const result = normaliseAddress(text);
  if (result.kind === 'refused') return [{ code: result.code }];
  return result.kind === 'identifier' && codePoints(text) > limit ? [{ code: 'questions.long' }] : [];
}
