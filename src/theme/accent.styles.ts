// What every widget needs before a click: the page shut out, the scheme, and the colours that come from the accent seed.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { contrasting, darken, lightDark, lighten, mix, push } from './derive.ts';

const accent = 'var(--cs-accent,#1f4fd8)';

/** Colour of the main button, as CSS text. */
export const fill: string = push(accent);
/** Colour of what stands on it: black or white. */
export const onFill: string = contrasting(fill);
/** Colour of the main button under the pointer: away from its label's, so that the contrast only grows. */
export const fillHover: string = mix(fill, 84, contrasting(onFill), 'srgb-linear');
/** The accent as a colour for text. */
export const accentText: string = lightDark(darken(accent, 0.066), lighten(accent, 0.59));

// Each derived colour is declared after a fixed one, which browsers without relative colours keep.
export const accentStyles: CSSResult = css`
  :host {
    all: initial;
    display: inline-block;
    color-scheme: inherit;
  }
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  [hidden],
  :host([hidden]) {
    display: none;
  }
  .themed {
    font: max(16px, 1rem, var(--cs-font-size, 1rem)) / 1.5 var(--cs-font, system-ui, sans-serif);
  }
  .launcher {
    background: #1d4bce;
    background: ${unsafeCSS(fill)};
    color: #fff;
    color: ${unsafeCSS(onFill)};
  }
  .launcher:hover {
    background: ${unsafeCSS(fillHover)};
  }
  :host([variant='link']) .launcher {
    background: none;
    color: LinkText;
    color: ${unsafeCSS(accentText)};
  }
`;
