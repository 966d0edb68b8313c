// The fields of the form: label, hint and error as siblings of a native control, tied to it by id.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { Form } from './form-controller.ts';

type Content = string | TemplateResult;

export const warningIcon: TemplateResult = icon('M12 3.5 22 20.5H2z M12 10v4.5 M12 17.5v.01');

function errorText(form: Form, name: string): TemplateResult | typeof nothing {
  const error = form.errorOf(name);
  return error === undefined
    ? nothing
    : html`<p class="error" part="error" id=${form.id(`${name}-error`)}>
        ${warningIcon}<span><span class="unseen">${form.text('err.prefix')} </span>${error}</span>
      </p>`;
}

/** Ids of what describes a control: its hint and its error, where it has them. */
const describedBy = (form: Form, name: string, hasHint: boolean): string | typeof nothing =>
  [hasHint && form.id(`${name}-hint`), form.errorOf(name) !== undefined && form.id(`${name}-error`)]
    .filter(Boolean)
    .join(' ') || nothing;

/** One answer of a radio group. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: Content | undefined;
  /** Text that stands before the option, as « ou ». */
  readonly before?: string;
}

/** A group of radio buttons in one bordered list. */
export function radioGroup(
  form: Form,
  field: {
    readonly name: string;
    readonly legend: Content;
    readonly intro?: Content;
    readonly options: readonly Option[];
    readonly value: string | undefined;
    readonly isRequired?: boolean;
    readonly choose: (value: string) => void;
  },
): TemplateResult {
  const { name } = field;
  const change = (event: Event): void => field.choose((event.target as HTMLInputElement).value);
  return html`<fieldset
    role="radiogroup"
    aria-labelledby=${form.id(`${name}-legend`)}
    aria-describedby=${describedBy(form, name, false)}
    aria-required=${field.isRequired ? 'true' : nothing}
    aria-invalid=${form.errorOf(name) === undefined ? nothing : 'true'}
    class=${form.errorOf(name) === undefined ? '' : 'wrong'}
  >
    <legend part="label" id=${form.id(`${name}-legend`)}>${field.legend}</legend>
    ${field.intro ?? nothing} ${errorText(form, name)}
    <div class="options" part="options" @change=${change}>
      ${field.options.map(({ value, label, hint, before }) => {
        const id = form.id(`${name}-${value}`);
        return html`${before ? html`<p class="or">${before}</p>` : nothing}
          <div class="option" part="option">
            <input
              type="radio"
              part="option-input"
              id=${id}
              name=${name}
              value=${value}
              .checked=${field.value === value}
              aria-describedby=${hint ? `${id}-hint` : nothing}
            />
            <label part="option-label" for=${id}>${label}</label>
            ${hint ? html`<p class="option-hint" part="option-hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
          </div>`;
      })}
    </div>
  </fieldset>`;
}

/** One line, or several lines, of text. */
export function textField(
  form: Form,
  field: {
    readonly name: string;
    readonly label: Content;
    readonly hint?: string;
    readonly value: string;
    readonly type?: (value: string) => void;
    readonly inputMode?: 'url' | 'email' | 'text';
    readonly isRequired?: boolean;
    readonly isLong?: boolean;
    /** An address reads from left to right in every language. */
    readonly isAddress?: boolean;
    readonly autocomplete?: string;
    /** Longest text, in UTF-16 units. */
    readonly maxLength?: number;
    readonly after?: TemplateResult | typeof nothing;
  },
): TemplateResult {
  const { name } = field;
  const id = form.id(name);
  const isWrong = form.errorOf(name) !== undefined;
  const input = (event: Event): void => field.type?.((event.target as HTMLInputElement).value);
  const common = {
    describedBy: describedBy(form, name, field.hint !== undefined),
    invalid: isWrong ? 'true' : nothing,
    required: field.isRequired ? 'true' : nothing,
  };
  return html`<div class=${isWrong ? 'field wrong' : 'field'}>
    <label part="label" for=${id}>${field.label}</label>
    ${field.hint ? html`<p class="hint" part="hint" id=${form.id(`${name}-hint`)}>${field.hint}</p>` : nothing}
    ${errorText(form, name)}
    ${
      field.isLong
        ? html`<textarea
            part="input"
            id=${id}
            name=${name}
            rows="4"
            autocomplete="off"
            aria-describedby=${common.describedBy}
            aria-invalid=${common.invalid}
            .value=${field.value}
            @input=${input}
          ></textarea>`
        : html`<input
            part="input"
            type="text"
            id=${id}
            name=${name}
            inputmode=${field.inputMode ?? 'text'}
            autocapitalize="none"
            autocomplete=${field.autocomplete ?? 'off'}
            autocorrect="off"
            maxlength=${field.maxLength ?? nothing}
            spellcheck="false"
            translate="no"
            dir=${field.isAddress ? 'ltr' : nothing}
            aria-describedby=${common.describedBy}
            aria-invalid=${common.invalid}
            aria-required=${common.required}
            .value=${field.value}
            @input=${input}
          />`
    }
    ${field.after ?? nothing}
  </div>`;
}

/** One box to tick. */
export function checkbox(
  form: Form,
  field: {
    readonly name: string;
    readonly label: string;
    readonly isChecked: boolean;
    readonly choose: (isChecked: boolean) => void;
  },
): TemplateResult {
  const id = form.id(field.name);
  const change = (event: Event): void => field.choose((event.target as HTMLInputElement).checked);
  return html`<div class="options single">
    <div class="option" part="option">
      <input
        type="checkbox"
        part="option-input"
        id=${id}
        name=${field.name}
        .checked=${field.isChecked}
        @change=${change}
      />
      <label part="option-label" for=${id}>${field.label}</label>
    </div>
  </div>`;
}
