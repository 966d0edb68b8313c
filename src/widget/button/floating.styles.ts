// Styles of a floating button that becomes round, and that hides while it would cover the focused element.

import { css, type CSSResult } from 'lit';

export const floatingStyles: CSSResult = css`
  @media (forced-colors: none) {
    .box[data-small]:not(:hover, :focus-within) .launcher {
      clip-path: inset(var(--_cut) round calc(var(--_cs-radius) * 3));
    }
    .box[data-small]:not(:hover, :focus-within) .icon {
      translate: var(--_move);
    }
    .box[data-small]:not(:hover, :focus-within) .label {
      opacity: 0;
    }
    /* The button's own shadow is clipped away with it. */
    .box[data-small] {
      filter: drop-shadow(0 6px 10px rgb(0 0 0 / calc(0.3 * var(--_cs-elevation))));
    }
  }
  .box[data-away] {
    opacity: 0;
    pointer-events: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .launcher,
    .icon,
    .label {
      transition: calc(0.14s * var(--_cs-motion)) ease-out;
      transition-property: clip-path, translate, opacity;
    }
  }
`;
