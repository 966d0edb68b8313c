// Questions and answers in words.

import { isProfessional } from '../../../../core/draft/professional.ts';
import type { Draft } from '../../../../core/draft/types.ts';
import { givenAnswers, impliedAnswers } from '../../../../core/draft/given-answers.ts';
import { publishedPassword } from '../../../../core/draft/report-locations.ts';
import { answerText, wordsOf } from '../../../../core/draft/answer-words.ts';
import { isChoice, type Question } from '../../../../core/draft/questions.ts';
import { inList } from '../../../../words/names.ts';
import type { Answering, Texts } from '../../form-view.ts';
import type { Line } from '../../shown.ts';

/** A question in words; for those who report for their work, about « la personne ». */
export function questionText(form: Texts & Answering, id: string): string {
  const { category, role } = form.draft.answers;
  return wordsOf(form, ...(isProfessional(role) ? [`q.${id}.person`] : []), `q.${id}.${category}`, `q.${id}`);
}

/** The given answers among these questions, each with its question. */
export function answerLines(form: Texts & Answering, draft: Draft, questions: readonly Question[]): Line[] {
  const given = givenAnswers(draft);
  const implied = impliedAnswers(draft);
  return questions.flatMap((question) => {
    const { id } = question;
    const answer = given[id];
    // Another answer says it, or it is not sent.
    if (!answer || id in implied || (id === 'password' && !publishedPassword(given))) return [];
    const isOurs = isChoice(question);
    const text = [answer].flat().map((value) => (isOurs ? answerText(form, id, value) : value));
    return [{ about: questionText(form, id), text: inList(form.localize.locale, text), isOurs }];
  });
}
