// Choices: label, hint and error as siblings of native controls, tied to them by id. Fields for text: text-field.ts.

import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.ts';

/** Text, or a template. */
export type Content = string | TemplateResult;

/** Ids of what describes a control: its hint, its error and what is remarked about it, where it has them. */
export const describedBy = (
  form: FormView,
  name: string,
  hasHint: boolean,
  remarks: readonly unknown[] = [],
): string | typeof nothing =>
  [
    hasHint && form.id(`${name}-hint`),
    form.errorOf(name) !== undefined && form.id(`${name}-error`),
    ...remarks.map((_, index) => form.id(`${name}-remark-${index}`)),
  ]
    .filter(Boolean)
    .join(' ') || nothing;

/** One answer of a group. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: Content | undefined;
  /** Text that stands before the option, as « ou ». */
  readonly before?: string;
  /** Whether it cannot be chosen now, because as many others are as may be. */
  readonly isRefused?: boolean;
}

/** A group of radio buttons, or of boxes to tick, in one bordered list. */
export function choiceGroup(
  form: FormView,
  field: {
    readonly name: string;
    readonly legend: Content;
    readonly intro?: Content;
    readonly hint?: string | undefined;
    /** An option that is not there now has its place: those after it keep their elements, and focus. */
    readonly options: readonly (Option | undefined)[];
    /** What is chosen; a list where several answers can be. */
    readonly value: string | readonly string[] | undefined;
    readonly isRequired?: boolean;
    /** Called with the answer that was pressed: chosen or, in a list, perhaps no longer. */
    readonly choose: (value: string) => void;
  },
): TemplateResult {
  const { name, value: chosen, hint: groupHint } = field;
  const isList = typeof chosen === 'object';
  const change = (event: Event): void => field.choose((event.target as HTMLInputElement).value);
  const press = (event: Event): void => {
    if ((event.target as HTMLElement).matches('[aria-disabled]')) event.preventDefault();
  };
  return html`<fieldset
    id=${form.id(name)}
    role=${isList ? nothing : 'radiogroup'}
    aria-labelledby=${form.id(`${name}-legend`)}
    aria-describedby=${describedBy(form, name, Boolean(groupHint))}
    aria-required=${field.isRequired ? 'true' : nothing}
    aria-invalid=${form.errorOf(name) === undefined ? nothing : 'true'}
    class=${form.errorOf(name) === undefined ? '' : 'wrong'}
  >
    <legend part="label" id=${form.id(`${name}-legend`)}>${field.legend}</legend>
    ${field.intro ?? nothing}
    ${groupHint ? html`<p class="hint" part="hint" id=${form.id(`${name}-hint`)}>${groupHint}</p>` : nothing}
    ${form.later?.errorText(form, name)}
    <div class="options" part="options" @change=${change}>
      ${field.options.map((option) => {
        if (!option) return nothing;
        const { value, label, hint, before, isRefused } = option;
        const id = form.id(`${name}-${value}`);
        // No white space between the tags: each would be a node, of every answer.
        // oxfmt-ignore
        return html`${before ? html`<p class="or">${before}</p>` : nothing}<div class="option" part="option"
            ><input
              type=${isList ? 'checkbox' : 'radio'}
              part="option-input"
              id=${id}
              name=${name}
              value=${value}
              .checked=${isList ? chosen.includes(value) : chosen === value}
              aria-disabled=${isRefused ? 'true' : nothing}
              @click=${isList ? press : nothing}
              aria-describedby=${hint ? `${id}-hint` : nothing}
            /><label part="option-label" for=${id}>${label}</label
            >${hint ? html`<p class="option-hint" part="option-hint" id=${`${id}-hint`}>${hint}</p>` : nothing}</div>`;
      })}
    </div>
  </fieldset>`;
}
