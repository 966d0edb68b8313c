// The note about presses of Shift, which lead out of the page.

import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.ts';

/** The note, while presses are counted. It lies over the view: nothing moves. */
export const exitNote = (form: FormView): TemplateResult =>
  html`<p class="exit-note" role="status">${form.exit.note ? form.text(form.exit.note) : nothing}</p>`;
