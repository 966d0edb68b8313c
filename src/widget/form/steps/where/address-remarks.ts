// Remarks about addresses, and the changes made to them.

import { html, type TemplateResult } from 'lit';
import { normaliseAddress } from '../../../../core/address/address.ts';
import { oneLine } from '../../../../core/address/repair.ts';
import type { Draft, Whose } from '../../../../core/draft/types.ts';
import { changesOf, questionsAbout, readAddresses, splitCount } from '../../../../core/draft/addresses.ts';
import type { MessageKey } from '../../../../words/messages.ts';
import type { Answering, FormView, Moving, Texts } from '../../form-view.ts';
import { privateText } from '../../fields/private-text.ts';
import { keepButton, remarkCard } from '../../fields/remarks.ts';
import { serviceField } from '../../fields/service-field.ts';
import type { Line, ShownRemark } from '../../shown.ts';

/** Asks who owns the password or the session in an address. Without an answer, it is not sent. */
function whoseChoice(form: Texts & Answering, code: 'credentials' | 'session'): TemplateResult {
  const given = form.draft.answers[code];
  const button = (whose: Whose): TemplateResult => {
    const choose = (): void => {
      form.answer({ [code]: whose });
      form.say(`remark.${code}.${whose}.done`);
    };
    return html`<button
      type="button"
      class="secondary"
      aria-pressed=${given === whose ? 'true' : 'false'}
      @click=${choose}
    >
      ${form.text(`remark.${code}.${whose}`)}
    </button>`;
  };
  return html`${button('published')} ${button('own')}
  ${given && html`<p>${form.text(`remark.${code}.${given}.done`)}</p>`}`;
}

function answerTo(form: Texts & Answering & Moving, remark: ShownRemark): TemplateResult {
  const { code } = remark;
  if (code === 'service') return serviceField(form, form.text('s2.service'));
  return code === 'credentials' || code === 'session'
    ? whoseChoice(form, code)
    : keepButton(form, remark, 'remark.keep');
}

/** Remarks that are questions stay for as long as their text does, so that the answers can be changed. */
function lastingRemarks({ draft: { answers } }: FormView, field: string): ShownRemark[] {
  const lines = answers.addresses[Number(field.split('.')[1])]?.split('\n').map((line) => line.trim()) ?? [];
  return lines
    .filter((text) => text && answers.remarked.includes(text))
    .flatMap((text) => questionsAbout(normaliseAddress(text)).map((code) => ({ field, code, text })));
}

/** The remarks about the addresses of a field, shown under it: what is said of several is said once. */
export function addressRemarkCards(form: FormView, field: string): TemplateResult[] {
  const shown = form.remarks.filter((remark) => remark.field === field);
  const said = new Map<string, ShownRemark[]>();
  for (const remark of shown) said.set(remark.code, [...(said.get(remark.code) ?? []), remark]);
  for (const remark of lastingRemarks(form, field))
    if (!said.has(remark.code)) said.set(remark.code, [remark]);
  return [...said.values()].flatMap(([remark, ...others], index) =>
    remark
      ? remarkCard(form, remark, index, {
          answer: answerTo(form, remark),
          about:
            shown.length > 1
              ? [remark, ...others].map(({ text }) => html`${privateText(text, 'ltr')}<br />`)
              : undefined,
        })
      : [],
  );
}

/** The findings and changes in the addresses, as sentences; empty if there are none. */
export function changesText(form: Texts & Answering): string {
  const n = splitCount(form.draft);
  return [
    n > 0 && form.text('s2.status.split', { n }),
    ...[...new Set(changesOf(form.draft))].map((change) => change && form.text(`changed.${change}`)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The addresses as they will be sent, in the letters in which they were typed, with notes on the changes. */
export function addressLines(form: Texts, draft: Draft): Line[] {
  const { answers } = draft;
  const changes = changesOf(draft);
  return readAddresses(draft).map(({ text, result }, index) => {
    const change = changes[index];
    const isAddress = result.kind === 'address';
    const notes = [
      change && form.text(`changed.${change}` as MessageKey),
      ...questionsAbout(result).map(
        (code) =>
          code !== 'service' && answers[code] === 'published' && form.text(`remark.${code}.published.done`),
      ),
    ].filter(Boolean);
    // A text that is no address is sent as one line.
    return { text: isAddress ? result.display : oneLine(text), isAddress: true, note: notes.join(' ') };
  });
}
