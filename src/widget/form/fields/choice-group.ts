// Choices: label, hint and error as siblings of native controls, tied to them by id. Fields for text: text-field.ts.

import { html, nothing, type TemplateResult } from 'lit';
import { own } from '../../../core/own.ts';
import { answerIn } from './control.ts';
import { fieldError } from './field-error.ts';
import type { Answering, Texts } from '../form-view.ts';

/** Text, or a template. */
export type Content = string | TemplateResult;

/** Ids of the elements that describe a control: its hint, its error and its remarks, if any, and one more. */
export const describedBy = (
  form: Texts & Answering,
  name: string,
  hasHint: boolean,
  remarks: readonly unknown[] = [],
  about?: string,
): string | typeof nothing =>
  [
    about && form.id(about),
    hasHint && form.id(`${name}-hint`),
    form.errorOf(name) !== undefined && form.id(`${name}-error`),
    ...remarks.map((_, index) => form.id(`${name}-remark-${index}`)),
  ]
    .filter(Boolean)
    .join(' ') || nothing;

/** One answer of a group. */
export interface Option {
  readonly value: string;
  readonly label: Content;
  readonly hint?: Content | undefined;
  /** Text before the option, such as « ou ». */
  readonly before?: string;
  /** Whether it cannot be chosen now, because the limit of choices is reached. */
  readonly isRefused?: boolean;
}

/** A group of radio buttons, or of boxes to tick, in one bordered list. */
export function choiceGroup(
  form: Texts & Answering,
  field: {
    readonly name: string;
    readonly legend: Content;
    readonly intro?: Content | undefined;
    readonly hint?: string | undefined;
    /** Name of a further element that describes the group. */
    readonly describedBy?: string;
    /** An absent option keeps its place as undefined, so that the options after it keep their elements and focus. */
    readonly options: readonly (Option | undefined)[];
    /** The chosen answer; a list if several answers are allowed. */
    readonly value: string | readonly string[] | undefined;
    readonly isRequired?: boolean;
    /** Whether it is one of the optional questions. */
    readonly isQuestion?: boolean;
    /** Called with the answer that was pressed. In a list, the press may deselect it. */
    readonly choose: (value: string) => void;
  },
): TemplateResult {
  const {
    name,
    value: chosen,
    hint: groupHint,
    intro,
    isRequired,
    isQuestion,
    describedBy: about,
  } = own(field);
  const isList = typeof chosen === 'object';
  const isWrong = form.errorOf(name) !== undefined;
  const change = (event: Event): void => field.choose(answerIn(event));
  const press = (event: Event): void => {
    if ((event.target as HTMLElement).matches('[aria-disabled]')) event.preventDefault();
  };
  return html`<fieldset
    id=${form.id(name)}
    role=${isList ? nothing : 'radiogroup'}
    aria-labelledby=${form.id(`${name}-legend`)}
    aria-describedby=${describedBy(form, name, Boolean(groupHint), [], about)}
    aria-required=${isRequired ? 'true' : nothing}
    aria-invalid=${isWrong ? 'true' : nothing}
    class=${[isQuestion && 'question', isWrong && 'wrong'].filter(Boolean).join(' ')}
  >
    <legend part="label" id=${form.id(`${name}-legend`)}>${field.legend}</legend>
    ${intro ?? nothing}
    ${groupHint ? html`<p class="hint" part="hint" id=${form.id(`${name}-hint`)}>${groupHint}</p>` : nothing}
    ${fieldError(form, name)}
    <div class="options" part="options" @change=${change}>
      ${field.options.map((option) => {
        if (!option) return nothing;
        const { value, label, hint, before, isRefused } = own(option);
        const id = form.id(`${name}-${value}`);
        // No white space between the tags: each space would add a text node to every answer.
        // `name` comes last: a radio button that joins a group while it is still checked takes the check from another.
        // oxfmt-ignore
        return html`${before ? html`<p class="or" part="or">${before}</p>` : nothing}<div class="option" part="option"
            ><input
              type=${isList ? 'checkbox' : 'radio'}
              part="option-input"
              id=${id}
              .field=${name}
              .answer=${value}
              .checked=${isList ? chosen.includes(value) : chosen === value}
              name=${form.id(name)}
              aria-disabled=${isRefused ? 'true' : nothing}
              @click=${isList ? press : nothing}
              aria-describedby=${hint ? `${id}-hint` : nothing}
            /><label part="option-label" for=${id}>${label}</label
            >${hint ? html`<p class="option-hint" part="option-hint" id=${`${id}-hint`}>${hint}</p>` : nothing}</div>`;
      })}
    </div>
  </fieldset>`;
}
