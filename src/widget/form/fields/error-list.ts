// The error summary of a step: the missing answers. They are known once the later steps have loaded.

import { html, type TemplateResult } from 'lit';
import type { Answering, Texts } from '../form-view.ts';
import type { ShownError } from '../shown.ts';
import { summaryCard } from './error-summary.ts';

/** What is missing on this step, each line leading to its field. */
export function errorList(form: Texts & Answering): TemplateResult {
  const line = (error: ShownError): TemplateResult => {
    const { field } = error;
    const focus = (event: Event): void => {
      event.preventDefault();
      form.focusField(field);
    };
    return html`<li>
      <a href=${`#${form.id(field)}`} @click=${focus}>${form.errorText(error)}</a>
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
