// Icons, drawn on a 24 px grid in the colour of the text.

import { html, nothing, type TemplateResult } from 'lit';

/** An icon with one path: decorative, so hidden from assistive technology. */
export const icon = (path: string, className?: string): TemplateResult =>
  html`<svg class=${className ?? nothing} viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
