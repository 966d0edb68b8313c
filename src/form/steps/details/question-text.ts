// Questions and answers in words.

import type { Draft } from '../../../core/draft/types.ts';
import { givenAnswers, impliedAnswers } from '../../../core/draft/given-answers.ts';
import { isChoice, type Question } from '../../../core/draft/questions.ts';
import type { MessageKey } from '../../../i18n/messages.ts';
import { inList } from '../../../i18n/names.ts';
import type { Answering, FormView, Texts } from '../../form-view.ts';
import type { Line } from '../../shown.ts';

/** The first of these messages that exists: many texts have a variant for one category or question. */
export const wordsOf = (form: Pick<FormView, 'text'>, ...keys: readonly string[]): string => {
  for (const key of keys) {
    const text = form.text(key as MessageKey);
    if (text) return text;
  }
  return '';
};

/** A question in words. */
export const questionText = (form: Texts & Answering, id: string): string =>
  wordsOf(form, `q.${id}.${form.draft.answers.category}`, `q.${id}`);

/** A choice in words. */
export const answerText = (form: Pick<FormView, 'text'>, id: string, value: string): string =>
  wordsOf(form, `o.${id}.${value}`, `o.${value}`);

/** The given answers among these questions, each with its question. */
export function answerLines(form: Texts & Answering, draft: Draft, questions: readonly Question[]): Line[] {
  const given = givenAnswers(draft);
  const implied = impliedAnswers(draft);
  return questions.flatMap((question) => {
    const { id } = question;
    const answer = given[id];
    // Another answer says it.
    if (!answer || id in implied) return [];
    const isOurs = isChoice(question);
    const text = [answer].flat().map((value) => (isOurs ? answerText(form, id, value) : value));
    return [{ about: questionText(form, id), text: inList(form.localize.locale, text), isOurs }];
  });
}
