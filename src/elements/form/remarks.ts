// Soft messages: what is worth saying about an answer before its step is left. They never keep it from being left.

import { html, type TemplateResult } from 'lit';
import { normaliseAddress } from '../../core/address.ts';
import { changesOf, splitCount } from '../../core/draft-rules.ts';
import { TEXT_LIMITS } from '../../core/limits.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { icon } from '../icons.ts';
import { textField } from './fields.ts';
import type { Form } from './form-controller.ts';
import type { ShownRemark } from './shown.ts';

const infoIcon = icon('M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 11v5.5M12 7.5v.01');

/** The site or application of what has no address. */
export const serviceField = (form: Form, label: string): TemplateResult =>
  textField(form, {
    name: 'service',
    label,
    value: form.draft.answers.service,
    maxLength: TEXT_LIMITS.service,
    type: (service) => form.answer({ service }),
  });

/** Whose the password in an address is. Without an answer it is not sent. */
function credentialsChoice(form: Form): TemplateResult {
  const { credentials } = form.draft.answers;
  const button = (whose: 'published' | 'own'): TemplateResult => {
    const choose = (): void => {
      form.answer({ credentials: whose });
      form.say(`remark.credentials.${whose}.done`, {});
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

function answerTo(form: Form, remark: ShownRemark): TemplateResult {
  if (remark.code === 'service') return serviceField(form, form.text('s2.service'));
  if (remark.code === 'credentials') return credentialsChoice(form);
  const keep = (): void => form.keep(remark);
  return html`<button type="button" class="secondary" @click=${keep}>
    ${form.text(remark.field[0] === 'a' ? 'remark.keep' : 'remark.keep.text')}
  </button>`;
}

/** A remark that is a question stays for as long as its text does, so that the answer can be changed. */
function lastingRemark({ draft: { answers } }: Form, field: string): ShownRemark | undefined {
  const text = answers.addresses[Number(field.split('.')[1])]?.trim();
  if (!text || !answers.remarked.includes(text)) return undefined;
  const result = normaliseAddress(text);
  const code =
    result.kind === 'identifier'
      ? 'service'
      : result.kind === 'address' && result.credentials && 'credentials';
  return code ? { field, code, text } : undefined;
}

/** What is remarked about a field, to stand under it; the sentence of each is described by `<field>-remark-<index>`. */
export function remarks(form: Form, field: string): TemplateResult[] {
  const shown = form.remarks.filter((remark) => remark.field === field);
  const lasting = shown.length > 0 ? undefined : lastingRemark(form, field);
  return [...shown, ...(lasting ? [lasting] : [])].map((remark, index) => {
    const id = form.id(`${field}-remark-${index}`);
    return html`<div class="notice remark" part="notice" role="group" tabindex="-1" aria-labelledby=${id}>
      ${infoIcon}
      <div>
        <p id=${id}>
          ${shown.length > 1 ? html`<bdi dir="ltr" translate="no">${remark.text}</bdi><br />` : ''}
          ${form.text(`remark.${remark.code}` as MessageKey)}
        </p>
        ${answerTo(form, remark)}
      </div>
    </div>`;
  });
}

/** What was found in the addresses, and changed in them, as sentences; empty where there is nothing to say. */
export function changesText(form: Form): string {
  const n = splitCount(form.draft.answers);
  return [
    n > 0 && form.text('s2.status.split', { n }),
    ...[...new Set(changesOf(form.draft))].map((change) => change && form.text(`changed.${change}`)),
  ]
    .filter(Boolean)
    .join(' ');
}
