// The answers in words: as rows of the review, and as plain text to paste into another form.

import { pageAddress } from '../../../../core/address/page-address.ts';
import { addressLocations } from '../../../../core/draft/addresses.ts';
import type { Draft, StepId } from '../../../../core/draft/types.ts';
import { isSelf, roleOf } from '../../../../core/draft/role.ts';
import { earlyQuestionsOf, givenAnswers, questionsOf } from '../../../../core/draft/given-answers.ts';
import { knownService, placeWithoutAddress } from '../../../../core/draft/places.ts';
import type { MessageKey } from '../../../../words/messages.ts';
import { addressLines } from '../where/address-remarks.ts';
import type { Answering, Texts } from '../../form-view.ts';
import { answerLines } from '../details/question-text.ts';
import type { Line } from '../../shown.ts';

/** Answers that the reporter edits together. */
export interface Row {
  /** Its key among the names of rows. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Line[];
  readonly step: StepId;
  /** Field that takes focus when the reporter edits them. */
  readonly field?: string;
}

const chosen = (text: string): Line[] => (text ? [{ text, isOurs: true }] : []);
const written = (text: string): Line[] => (text ? [{ text }] : []);

/** The place of the content as it will be sent: addresses cleaned, with their changes. */
function whereLines(form: Texts, draft: Draft): Line[] {
  const { where, page = '' } = draft.answers;
  if (where === 'here') return [{ text: pageAddress(page), isAddress: true }];
  if (where === 'none') {
    const { service = '', identifiers = [] } = placeWithoutAddress(draft) ?? {};
    const placeKind = knownService(draft)?.place ?? draft.answers.placeKind;
    return [
      ...chosen(placeKind ? form.text(`place.${placeKind}`) : ''),
      ...written(service),
      // A service that is all that was said stands for an identifier too.
      ...identifiers
        .filter(({ type, value }) => type !== 'other' || value !== service)
        .map(({ type, value: text }) => ({
          text,
          ...(type !== 'other' && { about: form.text(`id.${type}` as MessageKey) }),
        })),
    ];
  }
  // A name in place of an address says nothing without its service.
  const { service = '' } = addressLocations(draft).find((location) => location.service) ?? {};
  return [...addressLines(form, draft), ...written(service)];
}

/** The review of a draft, row by row, without what was not answered. */
export function rowsOf(form: Texts & Answering, draft: Draft): Row[] {
  const { answers, settings } = draft;
  const role = roleOf(draft);
  const early = earlyQuestionsOf(draft);
  const firstGiven = early.find(({ id }) => givenAnswers(draft)[id]);
  const others = questionsOf(draft).filter((question) => !early.includes(question));
  const row = (id: string, step: StepId, lines: readonly Line[], field = id): Row => ({
    id,
    name: form.text(`s4.row.${id}` as MessageKey),
    lines,
    step,
    field,
  });
  return [
    row('what', 'what', chosen(form.text(`cat.${answers.category ?? 'unsure'}`)), 'category'),
    row('where', 'where', whereLines(form, draft)),
    answers.login &&
      answers.where === 'elsewhere' &&
      row('login', 'where', chosen(form.text('s4.value.yes'))),
    row('early', 'where', answerLines(form, draft, early), `questions.${firstGiven?.id}`),
    row('answers', 'details', answerLines(form, draft, others), 'questions'),
    // « Cela vous arrive à vous ? » stands among the first answers.
    role !== undefined && !isSelf(draft) && row('role', 'details', chosen(form.text(`s3.role.${role}`))),
    settings.fields.includes('details') && row('details', 'details', written(answers.details.trim())),
    settings.fields.includes('reply') &&
      row(
        'reply',
        'details',
        answers.reply === 'yes'
          ? written(answers.email.trim())
          : chosen(answers.reply ? form.text('s3.contact.no') : ''),
      ),
  ]
    .filter((one) => typeof one === 'object')
    .filter(({ lines }) => lines.length > 0);
}

/** The report as plain text, in the language of the form: the last resort if it cannot be sent. */
export const reportText = (form: Texts & Answering, draft: Draft): string => textOfRows(rowsOf(form, draft));

/** Rows as plain text. */
export const textOfRows = (rows: readonly Row[]): string =>
  rows
    .map(({ name, lines }) =>
      [name, ...lines.map(({ about, text }) => (about ? `${about} – ${text}` : text))].join('\n'),
    )
    .join('\n\n');
