// The victim's door on step 1: « On me menace avec des images de moi ». It answers the first questions of the report.

import { html, nothing, type TemplateResult } from 'lit';
import { isThreatened, threatened } from '../../../core/draft/threatened.ts';
import { button } from '../fields/buttons.ts';
import type { FormView } from '../form-view.ts';

/** The door, where such a report is offered. Once it is pressed, or opened by the page, advice stands below it. */
export function threatenedDoor(form: FormView): TemplateResult | typeof nothing {
  if (!form.settings.categories.some(({ id }) => id === 'sexual_harassment')) return nothing;
  const { answers, step } = form.draft;
  const hasAdvice = isThreatened(answers) || form.settings.prefill.isThreatened;
  const enter = (): void => {
    form.answer(threatened(form.draft), 'where');
    // All steps are on the page of frequent reporters.
    if (step === 'what') void form.continue();
  };
  return html`<div class="door">
    ${button('secondary', form.text('s1.threatened'), enter)}
    ${hasAdvice ? html`<p role="status"><b>${form.text('notice.blackmail')}</b></p>` : nothing}
  </div>`;
}
