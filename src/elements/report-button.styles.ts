// Shape of the button and its variants; its colours are in theme/accent.styles.ts.

import { css, type CSSResult } from 'lit';

export const buttonStyles: CSSResult = css`
  /* Where the button is its own box, it makes no line of text, whose height would be the page's. */
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
  :host([variant='icon']) .launcher {
    inline-size: calc(var(--_cs-height) + 8px);
    block-size: calc(var(--_cs-height) + 8px);
    padding: 0;
    border-radius: 50%;
  }
  :host([variant='icon']) .label {
    display: none;
  }
  :host([variant='link']) .launcher {
    padding: 0;
    border: 0;
    font-weight: 400;
  }
  :host([variant='link']) .label {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* The host takes no room; its box stays where it is, whatever the page says of the host. */
  :host([variant='floating']) {
    position: absolute;
  }
  :host([variant='floating']) .box {
    position: fixed;
    max-inline-size: calc(100vw - 48px);
    z-index: var(--cs-z, 1000);
    inset-block-end: calc(var(--cs-offset-block, 24px) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--cs-offset-inline, 24px) + env(safe-area-inset-right, 0px));
  }
  :host([variant='floating'][placement$='start']) .box {
    inset-inline: calc(var(--cs-offset-inline, 24px) + env(safe-area-inset-left, 0px)) auto;
  }
  :host([variant='floating'][placement^='middle']) .box {
    inset-block-end: 50%;
    translate: 0 50%;
  }
  :host([variant='floating']) .launcher {
    min-block-size: calc(var(--_cs-height) + 8px);
    border-radius: calc(var(--_cs-radius) * 3);
  }
  /* Not in the place of the ring's white half. */
  :host([variant='floating']) .launcher:not(:focus-visible) {
    box-shadow: 0 8px 24px -8px rgb(0 0 0 / calc(0.5 * var(--_cs-elevation)));
  }
  :host([variant='bar']) {
    display: block;
  }
  :host([variant='bar']) .box {
    display: grid;
    align-items: center;
    justify-items: start;
    gap: 12px 20px;
    padding: 12px 16px;
    border-style: solid;
    border-width: max(1px, var(--_cs-border-width));
    border-radius: min(var(--_cs-radius), 24px);
  }
  .box b {
    font-family: var(--_cs-font-heading, inherit);
  }
  /* By the window's width, which a page knows too: it can keep the bar's place before this script has arrived. */
  @media (width >= 640px) {
    :host([variant='bar']) .box {
      grid-template-columns: 1fr auto;
    }
  }
  @media print {
    .box {
      display: none !important;
    }
  }
`;
