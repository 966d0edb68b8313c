// The type of a view, and the heading that every view has.

import { html, nothing, type TemplateResult } from 'lit';
import { own } from '../../../core/own.ts';
import type { Answering, FormView, Moving, Texts } from '../form-view.ts';

/** The heading of a step, or of its part of the page if several steps are on one page. */
export const heading = (
  form: Texts & Answering & Moving,
  text: string,
  ...describedBy: string[]
): TemplateResult =>
  form.screen.kind === 'step' && form.draft.step === 'page'
    ? subheading(form, text)
    : mainHeading(form, text, ...describedBy);

/**
 * The heading of a view. It takes focus when the view changes. Screen readers then announce it with its description:
 * the band of a practice form, the step's number, and the notice that must be heard before going on.
 * @param describedBy names of further describing elements
 */
export function mainHeading(
  form: Texts & Answering & Moving,
  text: string,
  ...describedBy: string[]
): TemplateResult {
  const names = [form.practice && 'practice', form.screen.kind === 'step' && 'count', ...describedBy];
  const level = form.settings.headingLevel;
  const ids = names.flatMap((name) => (name ? form.id(name) : [])).join(' ') || nothing;
  return html`<h2 part="title" tabindex="-1" aria-level=${level} aria-describedby=${ids}>${text}</h2>`;
}

/** A heading within a view, one level lower. */
export const subheading = (form: Texts, text: string): TemplateResult =>
  html`<h3 aria-level=${Number(form.settings.headingLevel) + 1}>${text}</h3>`;

/**
 * The main button of a step, which continues or sends the report. Enter in a field clicks it too. Its click counts, not
 * the `submit` event: a frame with `sandbox` and without `allow-forms` has none.
 * @param its.isFinal whether its press cannot be undone (tap-guard.ts)
 * @param its.describedBy ids of the elements that describe it
 */
export function mainButton(
  form: FormView,
  text: string,
  isBusy: boolean,
  its: { readonly isFinal?: boolean; readonly describedBy?: string } = {},
): TemplateResult {
  const { isFinal = false, describedBy = '' } = own(its);
  const { step } = form.draft;
  const lead = (): void => {
    // A second click may come before the next view. It was meant for the step that it saw.
    if (form.screen.kind !== 'step' || form.draft.step !== step) return;
    if (step === 'check') void form.delivery?.send();
    else void form.continue();
  };
  return html`<button
    type="submit"
    class=${isFinal ? 'primary final' : 'primary'}
    part="primary"
    aria-describedby=${describedBy || nothing}
    aria-disabled=${isBusy ? 'true' : nothing}
    @click=${lead}
  >
    ${text}
  </button>`;
}

/** The footer of a step: one button, which leads on. Its label changes if the next step is slow to load. */
export const continueButton = (form: FormView): TemplateResult =>
  mainButton(form, form.text(form.isWaiting ? 'exit.loading' : 'action.continue'), form.isWaiting);

/** Shows the last live-region message on screen, in the place that it concerns. */
export const said = (form: Texts, place: string): TemplateResult | typeof nothing => {
  const text = form.saidAt === place && (form.alert.shown || form.status.shown);
  return text ? html`<p class="small" aria-hidden="true">${text}</p>` : nothing;
};
