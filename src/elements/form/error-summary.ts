// The error summary: what is missing on this step, or that the next step did not arrive.

import { html, nothing, type TemplateResult } from 'lit';
import type { Form } from './form-controller.ts';
import { outsideLink } from './links.ts';

/**
 * A card that says what went wrong, and takes focus when it appears.
 * Focus alone makes it heard, by its title and what it says: as a live region besides, it would be heard twice.
 * @param says what is read with the title
 * @param ways what can be done about it
 */
export const summaryCard = (
  form: Form,
  title: string,
  says: unknown,
  ways: unknown = nothing,
  className = 'summary',
): TemplateResult =>
  html`<div
    class=${className}
    part="error-summary"
    role="group"
    tabindex="-1"
    aria-labelledby=${form.id('summary')}
    aria-describedby=${form.id('summary-says')}
  >
    <p class="summary-title" id=${form.id('summary')}>${title}</p>
    <div id=${form.id('summary-says')}>${says}</div>
    ${ways}
  </div>`;

/** The link to the hotline's own form. */
export const hotlineLink = (form: Form, className?: string): TemplateResult | typeof nothing => {
  const { hotline, hotlineUrl } = form.settings;
  return hotlineUrl
    ? outsideLink(form, hotlineUrl, form.text('err.fallback', { hotline }), { className })
    : nothing;
};

/** The summary of what went wrong on screen, or nothing. */
export function errorSummary(form: Form): TemplateResult | typeof nothing {
  if (form.hasLoadFailed)
    return summaryCard(
      form,
      form.text('err.load'),
      html`<p>${form.text('draft.kept')}</p>`,
      hotlineLink(form),
    );
  return form.errors.length > 0 && form.later ? form.later.errorList(form) : nothing;
}
