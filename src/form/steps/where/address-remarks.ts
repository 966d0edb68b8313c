// Remarks about addresses, and the changes made to them.

import { html, type TemplateResult } from 'lit';
import { normaliseAddress } from '../../../core/address/address.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { changesOf, readAddresses, splitCount } from '../../../core/draft/addresses.ts';
import type { MessageKey } from '../../../i18n/messages.ts';
import type { FormView } from '../../form-view.ts';
import { privateText } from '../../fields/private-text.ts';
import { keepButton, remarkCard } from '../../fields/remarks.ts';
import { serviceField } from '../../fields/service-field.ts';
import type { Line, ShownRemark } from '../../shown.ts';
import { say } from '../../say.ts';

/** Asks who owns the password in an address. Without an answer, the password is not sent. */
function credentialsChoice(form: FormView): TemplateResult {
  const { credentials } = form.draft.answers;
  const button = (whose: 'published' | 'own'): TemplateResult => {
    const choose = (): void => {
      form.answer({ credentials: whose });
      say(form, `remark.credentials.${whose}.done`);
    };
    return html`<button
      type="button"
      class="secondary"
      aria-pressed=${credentials === whose ? 'true' : 'false'}
      @click=${choose}
    >
      ${form.text(`remark.credentials.${whose}`)}
    </button>`;
  };
  return html`${button('published')} ${button('own')}
  ${credentials && html`<p>${form.text(`remark.credentials.${credentials}.done`)}</p>`}`;
}

function answerTo(form: FormView, remark: ShownRemark): TemplateResult {
  if (remark.code === 'service') return serviceField(form, form.text('s2.service'));
  return remark.code === 'credentials' ? credentialsChoice(form) : keepButton(form, remark, 'remark.keep');
}

/** A remark that is a question stays for as long as its text does, so that the answer can be changed. */
function lastingRemark({ draft: { answers } }: FormView, field: string): ShownRemark | undefined {
  const text = answers.addresses[Number(field.split('.')[1])]?.trim();
  if (!text || !answers.remarked.includes(text)) return undefined;
  const result = normaliseAddress(text);
  const code =
    result.kind === 'identifier'
      ? 'service'
      : result.kind === 'address' && result.credentials && 'credentials';
  return code ? { field, code, text } : undefined;
}

/** The remarks about an address, shown under its field. */
export function addressRemarkCards(form: FormView, field: string): TemplateResult[] {
  const shown = form.remarks.filter((remark) => remark.field === field);
  const lasting = shown.length > 0 ? undefined : lastingRemark(form, field);
  return [...shown, ...(lasting ? [lasting] : [])].map((remark, index) =>
    remarkCard(form, remark, index, {
      answer: answerTo(form, remark),
      about: shown.length > 1 ? html`${privateText(remark.text, 'ltr')}<br />` : undefined,
    }),
  );
}

/** The findings and changes in the addresses, as sentences; empty if there are none. */
export function changesText(form: FormView): string {
  const n = splitCount(form.draft);
  return [
    n > 0 && form.text('s2.status.split', { n }),
    ...[...new Set(changesOf(form.draft))].map((change) => change && form.text(`changed.${change}`)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The addresses as they will be sent, in the letters in which they were typed, with notes on the changes. */
export function addressLines(form: FormView, draft: Draft): Line[] {
  const isPublished = draft.answers.credentials === 'published';
  const changes = changesOf(draft);
  return readAddresses(draft).map(({ text, result }, index) => {
    const change = changes[index];
    const isAddress = result.kind === 'address';
    const notes = [
      change && form.text(`changed.${change}` as MessageKey),
      isPublished && isAddress && result.credentials && form.text('remark.credentials.published.done'),
    ].filter(Boolean);
    return { text: isAddress ? result.display : text, isAddress: true, note: notes.join(' ') };
  });
}
