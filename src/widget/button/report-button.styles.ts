// Shape of the usual button; its colours are in widget/theme/accent.styles.ts, other variants in variants.styles.ts.

import { css, type CSSResult } from 'lit';

export const buttonStyles: CSSResult = css`
  /* A button that is its own box makes no line of text, whose height would be the page's. */
  .box.launcher {
    display: flex;
    line-height: 1.25;
  }
  .launcher {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    box-sizing: border-box;
    min-block-size: var(--_cs-height);
    max-inline-size: calc(100vw - 48px);
    margin: 0;
    padding: 8px 20px;
    border-style: solid;
    border-width: max(1px, var(--_cs-border-width));
    border-radius: calc(var(--_cs-radius) * 0.75);
    color: inherit;
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  /* While the form loads, the button shows it is busy. */
  .launcher[aria-busy] {
    cursor: progress;
  }
  .launcher[aria-busy] .icon {
    opacity: 0.4;
  }
  /* In vertical text WebKit would lose the box. */
  :host {
    writing-mode: horizontal-tb !important;
  }
  /* A page's own ring would stand around a box of another shape. */
  :host(:focus) {
    outline: none !important;
  }
  /* Rings of black and white, so that one of them shows on any page. */
  .launcher:focus-visible {
    --_ring: max(2px, var(--_cs-focus-width));
    outline: var(--_ring) solid #000;
    outline-offset: 3px;
    box-shadow: 0 0 0 calc(var(--_ring) + 6px) #fff;
  }
  /* A word that is wider than the window, as with text of 200 %, breaks. In a narrow column of a page no word does. */
  .label {
    min-inline-size: 0;
    overflow-wrap: break-word;
  }
  .icon,
  svg {
    display: block;
    flex: none;
    inline-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .box b {
    font-family: var(--_cs-font-heading, inherit);
  }
  /* Under the sentence that the form did not open. */
  .reload {
    min-block-size: 44px;
    padding: 8px 20px;
    font: inherit;
  }
  @media print {
    .box,
    .reload {
      display: none !important;
    }
  }
`;
