// What a view is, and the heading that every view has.

import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.ts';

/** The heading of a step; where several steps stand on one page, that of its part. */
export const heading = (form: FormView, text: string, ...describedBy: string[]): TemplateResult =>
  form.view === 'step' && form.draft.step === 'page'
    ? subheading(form, text)
    : mainHeading(form, text, ...describedBy);

/**
 * The heading of a view: focus goes to it when the view changes. Screen readers then say it and what describes it, which
 * is the step's number, and the notice that must be heard before going on.
 * @param describedBy names of what else describes it, without the form's prefix
 */
export function mainHeading(form: FormView, text: string, ...describedBy: string[]): TemplateResult {
  const names = form.view === 'step' ? ['count', ...describedBy] : describedBy;
  const level = form.settings.headingLevel;
  const ids = names.map((name) => form.id(name)).join(' ') || nothing;
  return html`<h2 part="title" tabindex="-1" aria-level=${level} aria-describedby=${ids}>${text}</h2>`;
}

/** A heading within a view, one level lower. */
export const subheading = (form: FormView, text: string): TemplateResult =>
  html`<h3 aria-level=${Number(form.settings.headingLevel) + 1}>${text}</h3>`;

/** The footer of a step: one button, which leads on. It says so where the next step is long on its way. */
export const continueButton = (form: FormView): TemplateResult =>
  html`<button
    type="submit"
    class="primary"
    part="primary"
    aria-disabled=${form.isWaiting ? 'true' : nothing}
  >
    ${form.text(form.isWaiting ? 'exit.loading' : 'action.continue')}
  </button>`;

/** What was just said to those who do not see the screen, for those who do: in the place that it is about. */
export const said = (form: FormView, place: string): TemplateResult | typeof nothing => {
  const text = form.saidAt === place && (form.alert.shown || form.status.shown);
  return text ? html`<p class="small" aria-hidden="true">${text}</p>` : nothing;
};
