// Shape of the button and its variants; its colours are in theme/accent.styles.ts.

import { css, type CSSResult } from 'lit';

export const buttonStyles: CSSResult = css`
  .launcher {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    box-sizing: border-box;
    min-block-size: 48px;
    padding: 8px 20px;
    border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
    border-radius: calc(var(--cs-radius, 12px) * 0.75);
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
  }
  /* Rings of black and white, so that one of them shows on any page. */
  .launcher:focus-visible {
    outline: 3px solid #000;
    outline-offset: 3px;
    box-shadow: 0 0 0 8px #fff;
  }
  svg {
    display: block;
    inline-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :host([size='s']) .launcher {
    min-block-size: 44px;
  }
  :host([size='l']) .launcher {
    min-block-size: 56px;
  }
  :host([variant='icon']) .launcher {
    inline-size: 56px;
    block-size: 56px;
    padding: 0;
    border-radius: 50%;
  }
  :host([variant='link']) .launcher {
    padding: 0;
    border: 0;
    text-decoration: underline;
  }
  :host([variant='floating']) {
    position: fixed;
    z-index: var(--cs-z, 1000);
    inset-inline-end: var(--cs-offset-inline, 24px);
    inset-block-end: calc(var(--cs-offset-block, 24px) + env(safe-area-inset-bottom));
  }
  :host([placement$='start']) {
    inset-inline: var(--cs-offset-inline, 24px) auto;
  }
  :host([placement^='middle']) {
    inset-block-end: 50%;
  }
  :host([variant='bar']) {
    display: block;
  }
  :host([variant='bar']) .box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px 20px;
    padding: 12px 16px;
    border: 1px solid #888;
    border-radius: var(--cs-radius, 12px);
    background: Canvas;
    color: CanvasText;
  }
  @media print {
    .box {
      display: none !important;
    }
  }
`;
