// Fields for text, and one box to tick: label, hint and error as siblings of a native control, tied to it by id.

import { html, nothing, type TemplateResult } from 'lit';
import { own } from '../../../core/own.ts';
import { fieldError } from './field-error.ts';
import { describedBy, type Content } from './choice-group.ts';
import type { Answering, Moving, Texts } from '../form-view.ts';
import { privateField } from './private-text.ts';
import { remarks as remarksOf } from './remarks.ts';

/** One line, or several lines, of text. */
export function textField(
  form: Texts & Answering & Moving,
  given: {
    readonly name: string;
    readonly label: Content;
    readonly hint?: string;
    readonly value: string;
    readonly type?: (value: string) => void;
    readonly inputMode?: 'url' | 'email' | 'text';
    readonly isRequired?: boolean;
    readonly isLong?: boolean;
    /** How many lines of a long one are in sight. */
    readonly rows?: number;
    /** Whether it holds sentences, as opposed to names in which each letter counts. */
    readonly isProse?: boolean;
    /** An address reads from left to right in every language. */
    readonly isAddress?: boolean;
    /** Autofill token; autofill is off by default. */
    readonly autocomplete?: string;
    /** Longest text, in UTF-16 units. */
    readonly maxLength?: number;
    /** Its remarks, if they need more than their usual sentences. */
    readonly remarks?: readonly TemplateResult[];
    readonly after?: TemplateResult | typeof nothing | undefined;
  },
): TemplateResult {
  const field = own(given);
  const { name } = field;
  const id = form.id(name);
  const isWrong = form.errorOf(name) !== undefined;
  const remarks = field.remarks ?? remarksOf(form, name);
  const input = (event: Event): void => field.type?.((event.target as HTMLInputElement).value);
  return html`<div class=${isWrong ? 'field wrong' : 'field'}>
    <label part="label" for=${id}>${field.label}</label>
    ${field.hint ? html`<p class="hint" part="hint" id=${form.id(`${name}-hint`)}>${field.hint}</p>` : nothing}
    ${fieldError(form, name)}
    ${privateField({
      ...field,
      id,
      // An empty field runs as the form does: `auto` would start it at the left.
      dir: field.isAddress ? 'ltr' : field.value ? 'auto' : nothing,
      describedBy: describedBy(form, name, Boolean(field.hint), remarks),
      isInvalid: isWrong ? 'true' : nothing,
      isRequired: field.isRequired ? 'true' : nothing,
      input,
    })}
    ${remarks} ${field.after ?? nothing}
  </div>`;
}

/** One box to tick. */
export function checkbox(
  form: Texts,
  field: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly isChecked: boolean;
    readonly choose: (isChecked: boolean) => void;
  },
): TemplateResult {
  const id = form.id(field.name);
  const { hint } = own(field);
  const change = (event: Event): void => field.choose((event.target as HTMLInputElement).checked);
  return html`<div class="options single">
    <div class="option" part="option">
      <input
        type="checkbox"
        part="option-input"
        id=${id}
        .field=${field.name}
        .checked=${field.isChecked}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        @change=${change}
      />
      <label part="option-label" for=${id}>${field.label}</label>
      ${hint ? html`<p class="option-hint" part="option-hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    </div>
  </div>`;
}
