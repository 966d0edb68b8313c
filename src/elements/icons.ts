// The icon of the button, drawn on a 24 px grid in the colour of the text.

import { svg, html, type TemplateResult } from 'lit';

/** One icon: decorative, so hidden from assistive technology. */
export const icon = (path: string, className = ''): TemplateResult =>
  html`<svg class=${className} viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

export const flagIcon: TemplateResult = icon('M6 21.5v-18 M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0');
