// The card that reports an error, and the one about a next step that did not arrive.

import { html, nothing, type TemplateResult } from 'lit';
import { hasAnswers } from '../../../core/draft/draft.ts';
import type { Answering, Moving, Texts } from '../form-view.ts';
import { outsideLink } from '../links.ts';

/**
 * A card that reports an error. Its title takes focus when it appears, and its text describes the title. As a live
 * region, it would be announced twice. As a named group with focus, Firefox would omit its name if the body scrolls.
 * @param says text that screen readers announce with the title
 * @param ways links and buttons that offer a way on
 */
export const summaryCard = (
  form: Texts,
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
export const hotlineLink = (form: Texts, className?: string): TemplateResult | typeof nothing => {
  const { hotline, hotlineAddress } = form.settings;
  return hotlineAddress
    ? outsideLink(form, hotlineAddress, form.text('err.fallback', { hotline }), { className })
    : nothing;
};

/** The next steps failed to load: answers are kept, « Réessayer » tries again, a link leads to the hotline's form. */
export function loadFailure(form: Texts & Answering & Moving): TemplateResult {
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
