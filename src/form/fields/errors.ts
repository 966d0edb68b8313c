// Error messages, at their fields and in the error summary.

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/messages.ts';
import { icon } from '../../widget/icons.ts';
import { summaryCard } from './error-summary.ts';
import { focusField } from './focus-field.ts';
import type { FormView } from '../form-view.ts';

export const warningIcon: TemplateResult = icon('M12 3.5 22 20.5H2z M12 10v4.5 M12 17.5v.01');

/** The error of a field, shown at the field. */
export function errorText(form: FormView, name: string): TemplateResult | typeof nothing {
  const error = form.errorOf(name);
  return error === undefined
    ? nothing
    : html`<p class="error" part="error" id=${form.id(`${name}-error`)}>
        ${warningIcon}<span><span class="unseen">${form.text('err.prefix')} </span>${error}</span>
      </p>`;
}

/** The missing answers of this step, each line leading to its field. */
export function errorList(form: FormView): TemplateResult {
  const line = ({ field, code }: FormView['errors'][number]): TemplateResult => {
    const focus = (event: Event): void => {
      event.preventDefault();
      focusField(form, field);
    };
    return html`<li>
      <a href=${`#${form.id(field)}`} @click=${focus}>${form.text(`err.${code}` as MessageKey)}</a>
    </li>`;
  };
  return summaryCard(
    form,
    form.text('err.summary'),
    html`<ul>
      ${form.errors.map(line)}
    </ul>`,
  );
}
