// The line of a page whose policy lets no report leave.

import { html, type TemplateResult } from 'lit';
import { hotlineLink } from '../fields/error-summary.ts';
import type { Texts } from '../form-view.ts';

/** The way on is the hotline's own form. */
export const blockedLine = (form: Texts): TemplateResult =>
  html`<div class="notice" part="notice">
    <p>${form.text('err.blocked', { hotline: form.settings.hotline })} ${hotlineLink(form)}</p>
  </div>`;
