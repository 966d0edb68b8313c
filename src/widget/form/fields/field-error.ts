// The error of a field, at the field.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/icons.ts';
import type { Answering, Texts } from '../form-view.ts';

export const warningIcon: TemplateResult = icon('M12 3.5 22 20.5H2z M12 10v4.5 M12 17.5v.01');

/** The error of a field, shown at the field. */
export function fieldError(form: Texts & Answering, name: string): TemplateResult | typeof nothing {
  const error = form.errorOf(name);
  return error === undefined
    ? nothing
    : html`<p class="error" part="error" id=${form.id(`${name}-error`)}>
        ${warningIcon}<span><span class="unseen">${form.text('err.prefix')} </span>${error}</span>
      </p>`;
}
