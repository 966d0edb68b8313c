// A framed form's views about the page around it: the keyboard was taken, or something covers the form.

import { html, nothing, type TemplateResult } from 'lit';
import { hotlineLink } from '../fields/error-summary.ts';
import type { FormView, Texts, View } from '../form-view.ts';
import { heading } from './view.ts';

/** In place of a step whose field has lost the keyboard. Its button takes focus: Enter and Space go on. */
export function interruptedView(form: FormView): View {
  const title = form.text('keys.title');
  const { hotline } = form.settings;
  const isRepeated = (form.keyboard?.times ?? 0) > 1;
  return {
    title,
    body: html`${heading(form, title, 'keys')}
      <p id=${form.id('keys')}>${form.text('keys.text')}</p>
      ${
        isRepeated
          ? html`<div class="notice" part="notice">
              <p>${form.text('keys.again', { hotline })} ${hotlineLink(form)}</p>
            </div>`
          : nothing
      }`,
    footer: html`<button
      type="button"
      class="primary"
      part="primary"
      aria-describedby=${form.id('keys')}
      @click=${form.keyboard?.goOn}
    >
      ${form.text('keys.go')}
    </button>`,
  };
}

/** Above a step, once something has covered the form. */
export const coveredLine = (form: Texts): TemplateResult =>
  html`<div class="notice" part="notice">
    <p>${form.text('covered.text')} ${hotlineLink(form)}</p>
  </div>`;
