// Renders questions, all from their data: the early ones on the step « where », the others among the details.

import { html, nothing, type TemplateResult } from 'lit';
import { CATEGORIES } from '../../../../core/report/categories.ts';
import {
  isAsked,
  isChoice,
  isExclusive,
  isRaised,
  type ChoiceQuestion,
  type Question,
  type WordsQuestion,
} from '../../../../core/draft/questions.ts';
import {
  earlyQuestionsOf,
  impliedAnswers,
  optionsFor,
  questionsOf,
} from '../../../../core/draft/given-answers.ts';
import {
  COMMON_QUESTIONS,
  OWN_REFERENCE,
  QUESTIONS,
  SELF_QUESTIONS,
} from '../../../../core/draft/question-table.ts';
import { answerText, wordsOf } from '../../../../core/draft/answer-words.ts';
import type { QuestionAnswer } from '../../../../core/draft/questions.ts';
import { own } from '../../../../core/own.ts';
import { countedField } from '../../fields/counted-field.ts';
import { choiceGroup } from '../../fields/choice-group.ts';
import type { Answering, FormView, Texts } from '../../form-view.ts';
import { ALARMS } from './alarm-notices.ts';
import { questionText } from './question-text.ts';
import { openWhere } from '../fold.ts';

/** Questions that an answer brings into view; where there is none, it may bring a notice under its own question. */
const REVEALED: Readonly<Record<string, string>> = own({ self: 'questions.underAge' });

const answer = (form: Texts & Answering, id: string, value: QuestionAnswer, revealed?: string): void =>
  form.answer({ questions: own({ ...form.draft.answers.questions, [id]: value }) }, revealed);

/** Adds or removes one chosen answer. « nothing » and « I do not know » exclude all other answers. */
function toggled(chosen: readonly string[], value: string): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  return isExclusive(value) ? [value] : [...chosen.filter((other) => !isExclusive(other)), value];
}

function choices(form: FormView, question: ChoiceQuestion): TemplateResult {
  const { id, limit, alarm } = question;
  const isMany = question.kind === 'choices';
  const chosen = [form.draft.answers.questions[id] ?? []].flat();
  const isFull = isMany && chosen.length >= limit;
  const hint = wordsOf(form, `q.${id}.hint`);
  const many = isMany && (isFull ? form.text('q.limit', { n: limit }) : form.text('q.many'));
  return choiceGroup(form, {
    name: `questions.${id}`,
    // On the step « where », other answers are required.
    legend: earlyQuestionsOf(form.draft).includes(question)
      ? `${questionText(form, id)} ${form.text('s2.optional')}`
      : questionText(form, id),
    hint: [hint, many].filter(Boolean).join('. '),
    isQuestion: true,
    options: optionsFor(form.draft, question).map((value) => ({
      value,
      label: answerText(form, id, value),
      isRefused: isFull && !chosen.includes(value) && !isExclusive(value),
    })),
    value: isMany ? chosen : chosen[0],
    choose: (value) => {
      const isAlarming = alarm && value === alarm.answer && !chosen.includes(value);
      const revealed = REVEALED[id] ?? (isAlarming ? `questions.${id}` : undefined);
      answer(form, id, isMany ? toggled(chosen, value) : value, revealed);
      // The notice stands under the question, where focus does not go, so it is announced.
      if (isAlarming) form.status.sayAfterView(ALARMS[alarm.kind].text(form));
    },
  });
}

function words(
  form: FormView,
  { id, kind, limit }: WordsQuestion,
  label = questionText(form, id),
): TemplateResult {
  return countedField(form, {
    name: `questions.${id}`,
    label,
    hint: wordsOf(form, `q.${id}.hint`),
    value: String(form.draft.answers.questions[id] ?? ''),
    limit,
    isLong: kind === 'lines',
    isAddress: kind === 'address',
    type: (value) => answer(form, id, value),
  });
}

/** Those of the questions that are asked now, each with the notice of its answer. The others leave an empty place. */
function askedNow(form: FormView, questions: readonly Question[], asked: readonly Question[]): unknown[] {
  const { questions: answers } = form.draft.answers;
  const implied = impliedAnswers(form.draft);
  return questions.map((question) => {
    const { id, alarm } = question;
    return asked.includes(question) &&
      !(id in implied) &&
      isAsked(question, { questions: { ...answers, ...implied } })
      ? html`${isChoice(question) ? choices(form, question) : words(form, question)}
        ${alarm && isRaised(question, answers) ? ALARMS[alarm.kind].notice(form) : nothing}`
      : nothing;
  });
}

/** Questions of each category. Each has its own place, so that Lit never reuses a control of one for another. */
const ofCategory = (form: FormView, asked: readonly Question[]): unknown[] =>
  CATEGORIES.map(({ id }) =>
    id === form.draft.answers.category ? askedNow(form, QUESTIONS[id], asked) : nothing,
  );

/** The questions that change the help or make the report urgent. */
export function earlyQuestions(form: FormView): TemplateResult {
  const asked = earlyQuestionsOf(form.draft);
  return html`${askedNow(form, SELF_QUESTIONS, asked)} ${ofCategory(form, asked)}`;
}

/** The reference of the reporters' own file. */
export const ownReference = (form: FormView): TemplateResult | typeof nothing =>
  questionsOf(form.draft).includes(OWN_REFERENCE)
    ? words(form, OWN_REFERENCE, `${questionText(form, OWN_REFERENCE.id)} ${form.text('s2.optional')}`)
    : nothing;

const COMMON_FIELDS = new RegExp(`^questions\\.(${COMMON_QUESTIONS.map(({ id }) => id).join('|')})$`);

/** The questions of the chosen category, then those of every report in a fold of their own. */
export function questionFields(form: FormView): TemplateResult {
  const { category = 'unsure', questions } = form.draft.answers;
  const early = earlyQuestionsOf(form.draft);
  const asked = questionsOf(form.draft).filter((question) => !early.includes(question));
  const common = askedNow(form, COMMON_QUESTIONS, asked);
  const isAnswered = COMMON_QUESTIONS.some(({ id }) => questions[id] !== undefined);
  return html`${ofCategory(form, asked)}
  ${
    asked.some((question) => QUESTIONS[category].includes(question))
      ? html`<details class="common" ?open=${openWhere(form, COMMON_FIELDS, isAnswered)}>
          <summary>${form.text('more.common')}</summary>
          ${common}
        </details>`
      : common
  }`;
}
