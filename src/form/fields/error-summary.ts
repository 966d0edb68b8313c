// The error summary: what is missing on this step, or that the next step did not arrive.

import { html, nothing, type TemplateResult } from 'lit';
import { hasAnswers } from '../../core/draft/draft.ts';
import type { FormView } from '../form-view.ts';
import { outsideLink } from '../links.ts';

/**
 * A card that says what went wrong. Its title takes focus when it appears, and what it says describes the title. As a live
 * region besides, it would be heard twice; as a named group with focus, Firefox would leave its name out where the body scrolls.
 * @param says what is read with the title
 * @param ways what can be done about it
 */
export const summaryCard = (
  form: FormView,
  title: string,
  says: unknown,
  ways: unknown = nothing,
  className = 'summary',
): TemplateResult => {
  const level = form.settings.headingLevel;
  const id = form.id('summary-says');
  return html`<div class=${className} part="error-summary">
    <h3 class="summary-title" tabindex="-1" aria-level=${level} aria-describedby=${id}>${title}</h3>
    <div id=${id}>${says}</div>
    ${ways}
  </div>`;
};

/** The link to the hotline's own form. */
export const hotlineLink = (form: FormView, className?: string): TemplateResult | typeof nothing => {
  const { hotline, hotlineUrl } = form.settings;
  return hotlineUrl
    ? outsideLink(form, hotlineUrl, form.text('err.fallback', { hotline }), { className })
    : nothing;
};

/** The next steps did not arrive: any answer stands, « Réessayer » asks again, and the hotline has a form of its own. */
function loadFailure(form: FormView): TemplateResult {
  const retry = (): void => void form.retry();
  return summaryCard(
    form,
    form.text('err.later'),
    hasAnswers(form.draft) ? html`<p>${form.text('draft.kept')}</p>` : nothing,
    html`<p>
        <button type="button" class="secondary retry" part="secondary" @click=${retry}>
          ${form.text('err.retry')}
        </button>
      </p>
      ${hotlineLink(form)}`,
  );
}

/** The summary of what went wrong on screen, or nothing. */
export function errorSummary(form: FormView): TemplateResult | typeof nothing {
  if (form.hasLoadFailed) return loadFailure(form);
  return form.errors.length > 0 && form.later ? form.later.errorList(form) : nothing;
}
