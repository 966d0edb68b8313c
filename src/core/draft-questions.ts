// Which questions a draft asks, and which of the answers hold: those to questions that are asked now.

import type { Draft, QuestionAnswer } from './draft.ts';
import { isAsked, isExclusive, type Question } from './questions.ts';
import { COMMON_QUESTIONS, QUESTIONS } from './questions-asked.ts';

/** The answers to the questions, by question. */
type Given = Draft['answers']['questions'];

/** The answer to a question that is answered in words. */
export const textOf = (answer: QuestionAnswer = ''): string => [answer].flat().join(' ').trim();

/** The questions of a draft: those of its category, then those of every category. */
export const questionsOf = ({ answers: { category }, settings }: Draft): readonly Question[] =>
  category && settings.fields.includes('questions') ? [...QUESTIONS[category], ...COMMON_QUESTIONS] : [];

/** As much of an answer as the question takes: choices that it offers, no more than it takes, a text that says something. */
function fitting({ options, limit }: Question, given: QuestionAnswer): QuestionAnswer | undefined {
  const values = [given].flat();
  if (!options) return values.find((text) => text.trim());
  const offered = [...new Set(values)].filter((value) => options.includes(value));
  if (!limit) return offered[0];
  const chosen = offered.filter((option) => !isExclusive(option));
  return chosen.length > 0 ? chosen.slice(0, limit) : offered.slice(0, 1);
}

/**
 * The answers that hold: to questions that are asked, given the answers that hold, and among their options.
 * The very object of the draft where all of them do.
 */
export function givenAnswers(draft: Draft): Given {
  const questions = questionsOf(draft);
  let given = draft.answers.questions;
  for (;;) {
    const last = given;
    given = Object.fromEntries(
      Object.entries(last).flatMap(([id, value]) => {
        const asked = questions.find(
          (question) => question.id === id && isAsked(question, { questions: last }),
        );
        const kept = asked && fitting(asked, value);
        return kept?.length ? [[id, kept]] : [];
      }),
    );
    // An answer that falls may take with it the question that it led to.
    if (JSON.stringify(given) === JSON.stringify(last)) return last;
  }
}

/** What the answers call for at once: numbers for immediate danger, advice against blackmail. */
export function alarmsOf(draft: Draft): { readonly danger: boolean; readonly blackmail: boolean } {
  const given = givenAnswers(draft);
  const isRaised = (alarm: Question['alarm']): boolean =>
    questionsOf(draft).some((question) => question.alarm === alarm && given[question.id] === 'yes');
  return { danger: isRaised('danger'), blackmail: isRaised('blackmail') };
}

/** The draft without the answers that do not hold: after another category was chosen, say. */
export function keepApplicable(draft: Draft): Draft {
  const questions = givenAnswers(draft);
  return questions === draft.answers.questions
    ? draft
    : { ...draft, answers: { ...draft.answers, questions } };
}
