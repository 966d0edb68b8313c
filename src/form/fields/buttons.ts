// The buttons of a view, except the main button of a step (`mainButton`).

import { html, type TemplateResult } from 'lit';

/** A button that themes can style as a part. */
export const button = (part: 'primary' | 'secondary', text: string, press: () => void): TemplateResult =>
  html`<button type="button" class=${part} part=${part} @click=${press}>${text}</button>`;

/** A button without a frame. Its class says what it does, for its place in the view. */
export const quietButton = (className: string, content: unknown, press: () => void): TemplateResult =>
  html`<button type="button" class="quiet ${className}" @click=${press}>${content}</button>`;
