// The error summary: what is missing on this step, each line leading to its field; or that the next step did not arrive.

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Form } from './form-controller.ts';
import { outsideLink } from './links.ts';

function loadFailure(form: Form): TemplateResult {
  const { hotline, hotlineUrl } = form.settings;
  return html`<div class="summary" part="error-summary" role="alert" tabindex="-1">
    <p class="summary-title">${form.text('err.load')}</p>
    <p>${form.text('draft.kept')}</p>
    ${hotlineUrl ? outsideLink(form, hotlineUrl, form.text('err.fallback', { hotline })) : nothing}
  </div>`;
}

/** The summary of what went wrong on screen, or nothing. It takes focus when it appears. */
export function errorSummary(form: Form): TemplateResult | typeof nothing {
  if (form.hasLoadFailed) return loadFailure(form);
  if (form.errors.length === 0) return nothing;
  return html`<div class="summary" part="error-summary" role="alert" tabindex="-1">
    <p class="summary-title">${form.text('err.summary')}</p>
    <ul>
      ${form.errors.map(({ field, code }) => {
        const focus = (event: Event): void => {
          event.preventDefault();
          form.focusField(field);
        };
        return html`<li>
          <a href=${`#${form.id(field)}`} @click=${focus}>${form.text(`err.${code}` as MessageKey)}</a>
        </li>`;
      })}
    </ul>
  </div>`;
}
