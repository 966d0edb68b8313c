// The buttons of a view, except the main button of a step (`mainButton`).

import { html, type TemplateResult } from 'lit';

/**
 * A button that themes can style as a part.
 * @param isFinal whether its press cannot be undone, so that it waits for a hand that rests (tap-guard.ts)
 */
export const button = (
  part: 'primary' | 'secondary',
  text: string,
  press: () => void,
  isFinal = false,
): TemplateResult =>
  html`<button type="button" class=${isFinal ? `${part} final` : part} part=${part} @click=${press}>
    ${text}
  </button>`;

/** A button without a frame. Its class names its action and gives its place in the view; `final` marks a final one. */
export const quietButton = (className: string, content: unknown, press: () => void): TemplateResult =>
  html`<button type="button" class="quiet ${className}" @click=${press}>${content}</button>`;
