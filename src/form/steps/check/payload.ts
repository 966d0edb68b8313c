// « Voir le signalement exact »: the report member by member, in words, then its very bytes.

import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../../core/draft/types.ts';
import { localeOf } from '../../../i18n/locales.ts';
import { longDate, ownName } from '../../../i18n/names.ts';
import type { Prepared } from '../../sending.ts';
import type { Texts } from '../../form-view.ts';
import { privateText } from '../../fields/private-text.ts';
import { memberName, memberWords } from '../../../core/draft/member-words.ts';
import { untold } from './payload-words.ts';

type Scalar = string | number | boolean;
type Json = Scalar | { readonly [key: string]: Json | readonly Json[] };

/** Renders one report in words for the reporter. */
class PayloadReader {
  #form: Texts;
  #draft: Draft;

  constructor(form: Texts, draft: Draft) {
    this.#form = form;
    this.#draft = draft;
  }

  /** An object, member by member. */
  members(value: Exclude<Json, Scalar>): TemplateResult {
    return html`<dl>
      ${Object.entries(value).map(
        ([key, member]) =>
          html`<div>
            <dt>${memberName(this.#form, key, `${this.#draft.answers.category}`)}</dt>
            ${[member].flat().map((one) => html`<dd>${this.#value(key, one)}</dd>`)}
          </div>`,
      )}
    </dl>`;
  }

  #value(key: string, value: Json): TemplateResult | string {
    // Its holder is the reporter, which its name says.
    if (key === 'references') return privateText((value as { reference: string }).reference);
    if (typeof value === 'object') return this.members(value);
    const form = this.#form;
    if (typeof value === 'boolean') return form.text(value ? 'o.yes' : 'o.no');
    const text = `${value}`;
    return (
      this.#machineWords(key, text) ||
      untold(form, this.#draft, key, text) ||
      memberWords(form, key, text) ||
      privateText(value)
    );
  }

  /** Words for values in a technical format. */
  #machineWords(key: string, value: string): string {
    const { localize } = this.#form;
    if (key === 'submittedAt') return longDate(localize.locale, new Date(value), 'short');
    if (key === 'locale') return ownName(localeOf(value)!);
    return key === 'textId' ? this.#form.text('s4.faith') : '';
  }
}

/** The exact report, and the list of facts that it never holds. */
export function exactReport(form: Texts, { body, draft, settings }: Prepared): TemplateResult {
  const reader = new PayloadReader(form, draft);
  const { hotline, publicKey } = settings;
  return html`<p class="small">${form.text('payload.never')}</p>
    <p class="small">${form.text('payload.ip')}</p>
    ${publicKey === null ? nothing : html`<p class="small">${form.text('payload.sealed', { hotline })}</p>`}
    ${reader.members(JSON.parse(body) as Exclude<Json, Scalar>)}
    <details>
      <summary>${form.text('payload.json')}</summary>
      <pre tabindex="0" role="region" aria-label=${form.text('payload.json')} dir="ltr" translate="no">
${body}</pre>
    </details>`;
}
