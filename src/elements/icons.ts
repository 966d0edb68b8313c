// Icons, drawn on a 24 px grid in the colour of the text.

import { html, nothing, type TemplateResult } from 'lit';

/** One icon, of one path: decorative, so hidden from assistive technology. */
export const icon = (path: string, className?: string): TemplateResult =>
  html`<svg class=${className ?? nothing} viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const flagIcon: TemplateResult = icon(
  'M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0',
);
