// Renders the questions of the details step, all from their data.

import { html, nothing, type TemplateResult } from 'lit';
import { CATEGORIES } from '../../../core/report/categories.ts';
import {
  isAsked,
  isChoice,
  isExclusive,
  isRaised,
  type ChoiceQuestion,
  type Question,
  type WordsQuestion,
} from '../../../core/draft/questions.ts';
import { impliedAnswers } from '../../../core/draft/given-answers.ts';
import { COMMON_QUESTIONS, QUESTIONS } from '../../../core/draft/question-table.ts';
import type { QuestionAnswer } from '../../../core/draft/types.ts';
import { own } from '../../../core/own.ts';
import { countedField } from '../../fields/counted-field.ts';
import { choiceGroup } from '../../fields/choice-group.ts';
import type { Answering, FormView, Texts } from '../../form-view.ts';
import { ALARMS } from './alarm-notices.ts';
import { answerText, questionText, wordsOf } from './question-text.ts';
import { openWhere } from '../fold.ts';

const answer = (form: Texts & Answering, id: string, value: QuestionAnswer): void =>
  form.answer({ questions: own({ ...form.draft.answers.questions, [id]: value }) });

/** Adds or removes one chosen answer. « nothing » and « I do not know » exclude all other answers. */
function toggled(chosen: readonly string[], value: string): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  return isExclusive(value) ? [value] : [...chosen.filter((other) => !isExclusive(other)), value];
}

function choices(form: FormView, question: ChoiceQuestion): TemplateResult {
  const { id, options, limit, alarm } = question;
  const isMany = question.kind === 'choices';
  const chosen = [form.draft.answers.questions[id] ?? []].flat();
  const isFull = isMany && chosen.length >= limit;
  const hint = wordsOf(form, `q.${id}.hint`);
  const many = isMany && (isFull ? form.text('q.limit', { n: limit }) : form.text('q.many'));
  return choiceGroup(form, {
    name: `questions.${id}`,
    legend: questionText(form, id),
    hint: [hint, many].filter(Boolean).join('. '),
    options: options.map((value) => ({
      value,
      label: answerText(form, id, value),
      isRefused: isFull && !chosen.includes(value) && !isExclusive(value),
    })),
    value: isMany ? chosen : chosen[0],
    choose: (value) => {
      answer(form, id, isMany ? toggled(chosen, value) : value);
      // The notice stands under the question, where focus does not go, so it is announced.
      if (alarm && value === alarm.answer && !chosen.includes(value))
        form.status.sayAfterView(ALARMS[alarm.kind].text(form));
    },
  });
}

function words(form: FormView, { id, kind, limit }: WordsQuestion): TemplateResult {
  return countedField(form, {
    name: `questions.${id}`,
    label: questionText(form, id),
    hint: wordsOf(form, `q.${id}.hint`),
    value: String(form.draft.answers.questions[id] ?? ''),
    limit,
    isLong: kind === 'lines',
    isAddress: kind === 'address',
    type: (value) => answer(form, id, value),
  });
}

/** The questions that are asked now, each with the notice of its answer. The others leave an empty place. */
const askedNow = (form: FormView, questions: readonly Question[]): unknown[] =>
  questions.map((question) => {
    const { id, alarm } = question;
    const { questions: answers } = form.draft.answers;
    const implied = impliedAnswers(form.draft);
    return !(id in implied) && isAsked(question, { questions: { ...answers, ...implied } })
      ? html`${isChoice(question) ? choices(form, question) : words(form, question)}
        ${alarm && isRaised(question, answers) ? ALARMS[alarm.kind].notice(form) : nothing}`
      : nothing;
  });

const COMMON_FIELDS = new RegExp(`^questions\\.(${COMMON_QUESTIONS.map(({ id }) => id).join('|')})$`);

/** The questions of the chosen category, then those of every report in a fold of their own. */
export function questionFields(form: FormView): TemplateResult {
  const { category = 'unsure', questions } = form.draft.answers;
  const common = askedNow(form, COMMON_QUESTIONS);
  const isAnswered = COMMON_QUESTIONS.some(({ id }) => questions[id] !== undefined);
  return html`${CATEGORIES.map(({ id }) =>
    // Each category has its own place, so that Lit never reuses a control of one category for another.
    id === category ? askedNow(form, QUESTIONS[id]) : nothing,
  )}
  ${
    QUESTIONS[category].length > 0
      ? html`<details class="common" ?open=${openWhere(form, COMMON_FIELDS, isAnswered)}>
          <summary>${form.text('more.common')}</summary>
          ${common}
        </details>`
      : common
  }`;
}
