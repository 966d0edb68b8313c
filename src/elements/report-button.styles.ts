// Look of the button and its variants.

import { css, type CSSResult } from 'lit';

export const buttonStyles: CSSResult = css`
  .launcher {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_u) * 2.5);
    box-sizing: border-box;
    min-block-size: 48px;
    padding: calc(var(--_u) * 2.5) calc(var(--_u) * 5);
    border: 1px solid color-mix(in srgb, var(--_on-fill) 45%, transparent);
    border-radius: calc(var(--_r) * 0.75);
    background: var(--_fill);
    color: var(--_on-fill);
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  .launcher:hover {
    background: var(--_fill-hover);
  }
  .launcher:active {
    background: var(--_fill-active);
  }
  /* Two rings, black and white, so that one of them shows on any page. */
  .launcher:focus-visible {
    outline: 3px solid #000;
    outline-offset: 3px;
    box-shadow:
      0 0 0 3px #fff,
      0 0 0 6px #000,
      0 0 0 8px #fff;
  }
  .launcher[aria-busy='true'] {
    cursor: progress;
  }
  svg {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :host([size='s']) .launcher {
    min-block-size: 44px;
    padding-block: calc(var(--_u) * 2);
  }
  :host([size='l']) .launcher {
    min-block-size: 56px;
    font-size: 1.125em;
  }
  :host([variant='icon']) .launcher {
    inline-size: 56px;
    block-size: 56px;
    padding: 0;
    border-radius: 50%;
  }
  :host([variant='link']) .launcher {
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent-text);
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  :host([variant='floating']) {
    position: fixed;
    z-index: var(--cs-z, 1000);
    inset-inline-end: var(--cs-offset-inline, 24px);
    inset-block-end: calc(var(--cs-offset-block, 24px) + env(safe-area-inset-bottom, 0px));
  }
  :host([variant='floating'][placement$='start']) {
    inset-inline: var(--cs-offset-inline, 24px) auto;
  }
  :host([variant='floating'][placement^='middle']) {
    inset-block-end: 50%;
  }
  :host([variant='floating']) .launcher {
    box-shadow: 0 8px 24px -8px rgb(0 0 0 / 0.4);
  }
  :host([variant='bar']) {
    display: block;
  }
  :host([mode='inline']) {
    display: block;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px 20px;
    padding: 12px 16px;
    border: 1px solid currentColor;
    border-radius: var(--_r);
    background: Canvas;
    color: CanvasText;
  }
  p {
    margin: 0;
  }
  .bar b {
    display: block;
    font-weight: 650;
  }
  .failure:not([hidden]) {
    margin-block-start: 8px;
    padding: 8px 12px;
    background: Canvas;
    color: CanvasText;
  }
  @media (forced-colors: active) {
    .launcher {
      border-color: ButtonText;
    }
    .launcher:focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    .box {
      display: none;
    }
  }
`;
