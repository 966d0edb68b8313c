// Fields and sent view on paper, in forced colours, with more contrast and with less motion.

import { css, type CSSResult } from 'lit';

export const laterDisplayStyles: CSSResult = css`
  .line {
    position: absolute;
    inset: -2px 0 auto;
    block-size: 2px;
    overflow: hidden;
  }
  .line::before {
    content: '';
    display: block;
    block-size: 100%;
    inline-size: 40%;
    background: var(--_cs-accentText);
    animation: travel 1.2s ease-in-out infinite alternate;
  }
  @keyframes travel {
    to {
      margin-inline-start: 60%;
    }
  }

  /* Over the view, so that nothing moves, and no press is kept from the controls under it. */
  .exit-note {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: calc(var(--_u) * 4);
    max-inline-size: calc(100% - var(--_u) * 8);
    font-size: 0.9375em;
    pointer-events: none;
  }
  .exit-note:not(:empty) {
    padding: calc(var(--_u) * 2) calc(var(--_u) * 3);
    border: var(--_line) solid var(--_cs-accentText);
    border-radius: var(--_control);
    background: var(--_cs-paper);
  }

  @media (prefers-reduced-motion: reduce) {
    .line::before {
      animation: none;
      inline-size: 100%;
    }
  }
  @media (prefers-contrast: more) {
    .notice {
      border-color: var(--_cs-border);
    }
  }
  @media (forced-colors: active) {
    .rows,
    .reference,
    .help,
    .field :is(input, select, textarea),
    .tick {
      border: 1px solid ButtonBorder;
    }
    .wrong .options,
    .field.wrong :is(input, textarea) {
      border: 3px solid CanvasText;
    }
  }
  @media print {
    .body:has(output) > :not(.reference, .stamp),
    .reference ~ .reference {
      display: none;
    }
  }
`;
