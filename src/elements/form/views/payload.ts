// « Voir exactement ce qui sera envoyé »: the report member by member, in words, then its very bytes.

import { html, nothing, type TemplateResult } from 'lit';
import type { CategoryId } from '../../../core/categories.ts';
import type { Question } from '../../../core/questions.ts';
import { COMMON_QUESTIONS, QUESTIONS } from '../../../core/questions-asked.ts';
import type { Prepared } from '../delivery-controller.ts';
import type { Form } from '../form-controller.ts';
import { privateText } from '../private-text.ts';
import { answerText, questionText, wordsOf } from '../question-text.ts';

type Scalar = string | number | boolean;
type Json = Scalar | { readonly [key: string]: Json | readonly Json[] };

/** The report's own lists whose words stand elsewhere, by key: what precedes the value in the name of its message. */
const WORDS: Readonly<Record<string, string>> = {
  category: 'cat',
  place: 'place',
  type: 'id',
  immediate: 'o',
  minor: 'o',
  platform: 'o',
  police: 'o',
  otherHotline: 'o',
  role: 's3.role',
};

/** What the form calls the roles of the report. */
const ROLES: Readonly<Record<string, string>> = {
  victim: 'target',
  relative_or_friend: 'other',
  prefer_not_to_say: 'none',
  child_protection_professional: 'child_protection',
  other_professional: 'professional',
};

/** One report, read for whoever sends it. */
class PayloadReader {
  #form: Form;
  #questions: readonly Question[];

  constructor(form: Form, category: CategoryId) {
    this.#form = form;
    this.#questions = [...QUESTIONS[category], ...COMMON_QUESTIONS];
  }

  /** An object, member by member. */
  members(value: Exclude<Json, Scalar>): TemplateResult {
    return html`<dl>
      ${Object.entries(value).map(
        ([key, member]) =>
          html`<div>
            <dt>${this.#name(key)}</dt>
            ${[member].flat().map((one) => html`<dd>${this.#value(key, one)}</dd>`)}
          </div>`,
      )}
    </dl>`;
  }

  #name(key: string): string {
    return wordsOf(this.#form, `payload.${key}`) || questionText(this.#form, key) || key;
  }

  #value(key: string, value: Json): TemplateResult | string {
    if (typeof value === 'object') return this.members(value);
    if (typeof value === 'boolean') return wordsOf(this.#form, value ? 'o.yes' : 'o.no');
    return this.#words(key, `${value}`) || privateText(value);
  }

  /** A value of a closed list in words; nothing for what was typed, which is shown as it is. */
  #words(key: string, value: string): string {
    const form = this.#form;
    if (key === 'submittedAt') {
      return new Date(value).toLocaleString(form.localize.tag, { dateStyle: 'long', timeStyle: 'short' });
    }
    const question = key === 'how' ? 'foundVia' : key;
    if (this.#questions.some(({ id, options }) => id === question && options?.includes(value)))
      return answerText(form, question, value);
    const name = key === 'role' ? (ROLES[value] ?? value) : value;
    return wordsOf(form, `${WORDS[key]}.${name}`);
  }
}

/** The exact report, and what is never in it. */
export function exactReport(form: Form, { body, report, settings }: Prepared): TemplateResult {
  const reader = new PayloadReader(form, report.category);
  const { hotline, publicKey } = settings;
  return html`<p class="small">${form.text('payload.never')}</p>
    <p class="small">${form.text('payload.ip')}</p>
    ${publicKey === undefined ? nothing : html`<p class="small">${form.text('payload.sealed', { hotline })}</p>`}
    ${reader.members(JSON.parse(body) as Exclude<Json, Scalar>)}
    <details>
      <summary>${form.text('payload.json')}</summary>
      <pre tabindex="0" role="region" aria-label=${form.text('payload.json')} dir="ltr" translate="no">
${body}</pre>
    </details>`;
}
