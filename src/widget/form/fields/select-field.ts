// A drop-down list: one answer of many.

import { html, nothing, type TemplateResult } from 'lit';
import { own } from '../../../core/own.ts';
import type { Texts } from '../form-view.ts';
import { answerIn } from './control.ts';
import type { Content, Option } from './choice-group.ts';

/** A drop-down list with one answer, or none yet. */
export function selectField(
  form: Texts,
  given: {
    readonly name: string;
    readonly label: string;
    readonly options: readonly Pick<Option, 'value' | 'label'>[];
    readonly value: string | undefined;
    /** The line under the list. */
    readonly hint?: Content | undefined;
    /** The answer in full, for the eye alone: a closed list shows but the start of it where text is large. */
    readonly echo?: Content | undefined;
    readonly choose: (value: string) => void;
  },
): TemplateResult {
  const { name, label, options, value: chosen, hint, echo, choose } = own(given);
  const id = form.id(name);
  const change = (event: Event): void => choose(answerIn(event));
  return html`<div class="field">
    <label part="label" for=${id}>${label}</label>
    <select
      part="input"
      id=${id}
      .field=${name}
      autocomplete="off"
      aria-describedby=${hint ? `${id}-hint` : nothing}
      @change=${change}
    >
      <option value="" disabled .selected=${!chosen}>${form.text('s2.kind.none')}</option>
      ${options.map(
        (option) =>
          html`<option
            value=${form.id(`${name}-${option.value}`)}
            .answer=${option.value}
            .selected=${option.value === chosen}
          >
            ${option.label}
          </option>`,
      )}
    </select>
    ${hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${echo ? html`<p class="hint echo" part="hint" aria-hidden="true">${echo}</p>` : nothing}
  </div>`;
}
