// The follow-up code on the sent view, to be written down or printed; no button copies it. In its place, what became of a
// report that answers a question.

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../../words/messages.ts';
import { quietButton } from '../../fields/buttons.ts';
import type { FormView, Texts } from '../../form-view.ts';
import { printText } from '../../print-text.ts';
import type { Asking } from '../../asking.ts';
import { codeCard, hotlineOnline, tickIcon } from '../sent.ts';

/** « C’est noté », and the question before the code is lost. A language that lacks one of them has neither. */
const NOTED_WORDS: readonly MessageKey[] = [
  'follow.noted',
  'follow.lost.title',
  'follow.lost.body',
  'follow.lost.stay',
];

/** Whether the reporter can say that the code is noted. */
export const canBeNoted = (form: Texts): boolean => NOTED_WORDS.every((key) => form.text(key));

/** Where to ask, in a receipt or on paper. The page is not named, because it may be the one that was reported. */
export const where = (form: Texts): string =>
  form.text('follow.where', { door: form.text('follow.door'), hotline: hotlineOnline(form) });

/** A switch: printing alone does not say it, because a sheet may never come out. */
function notedButton(form: FormView, followUp: Asking): TemplateResult {
  const { isNoted } = followUp;
  const press = (): void => followUp.note(!isNoted);
  return html`<button
    type="button"
    class="quiet noted"
    aria-pressed=${isNoted ? 'true' : 'false'}
    aria-describedby=${form.id('code')}
    @click=${press}
  >
    ${isNoted ? tickIcon : nothing}${form.text('follow.noted')}
  </button>`;
}

export function card(
  form: FormView,
  followUp: Asking,
  codes: readonly string[],
): TemplateResult | typeof nothing {
  const { joining } = followUp;
  if (joining === 'added' || joining === 'apart')
    return html`<p class="joined">${form.text(joining === 'added' ? 'follow.added' : 'follow.apart')}</p>`;
  const [code, another] = codes;
  if (code === undefined) return nothing;
  // The sheet says nothing of the report, or of its number.
  const print = (): void => printText(form, [form.text('ok.code'), ...codes, '', where(form)].join('\n'));
  const ways = html`<div class="kept">
    ${quietButton('save', form.text('follow.print'), print)}
    ${canBeNoted(form) ? notedButton(form, followUp) : nothing}
  </div>`;
  const isOne = another === undefined;
  return html`${isOne ? codeCard(form, 'code', code, ways) : ways}
    <p class="small">${form.text(isOne ? 'follow.code.hint' : 'many.codes')}</p>`;
}
