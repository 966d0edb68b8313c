// The seeds that a page may set, and the colours of the button that come from them. In the button's own chunk: kept short.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { contrasting, darken, lightDark, lighten, matching, mix, push } from './derive.ts';

// Colours are derived on elements inside the shadow root, not on the host, so that a page can set seeds but not results.
const accent = 'var(--cs-accent,#1f4fd8)';
const fill = 'var(--_fill)';
const hovered = (percent: number): string => mix(fill, percent, matching(fill), 'srgb-linear');

export const accentStyles: CSSResult = css`
  :host {
    all: initial;
    display: inline-block;
    vertical-align: middle;
    color-scheme: inherit;
    -webkit-text-size-adjust: 100%;
  }
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .themed {
    --_fill: #1d4bce;
    --_on-fill: #fff;
    --_fill-hover: #1a45be;
    --_fill-active: #173faf;
    --_accent-text: #173ead;
    --_r: var(--cs-radius, 12px);
    --_u: var(--cs-space, 4px);
    --_size: max(16px, 1rem, var(--cs-font-size, 1rem));
    font: 400 var(--_size) / 1.5 var(--cs-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
  }
  @supports (color: color(from red xyz-d65 x y z)) and (color: light-dark(red, red)) {
    .themed {
      --_fill: ${unsafeCSS(push(accent))};
      --_on-fill: ${unsafeCSS(contrasting(fill))};
      --_fill-hover: ${unsafeCSS(hovered(84))};
      --_fill-active: ${unsafeCSS(hovered(70))};
      --_accent-text: ${unsafeCSS(lightDark(darken(accent, 0.066), lighten(accent, 0.59)))};
    }
  }
`;
