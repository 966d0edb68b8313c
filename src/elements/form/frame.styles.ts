// Look of what surrounds every view: dialog, panel in the page, text, header, footer, buttons.

import { css, type CSSResult } from 'lit';

export const frameStyles: CSSResult = css`
  .panel,
  .panel *,
  .panel *::before,
  .panel *::after {
    box-sizing: border-box;
  }
  .panel {
    background: var(--_surface);
    color: var(--_text);
    text-align: start;
    overflow-wrap: break-word;
  }
  dialog.panel {
    inline-size: min(var(--cs-dialog-width, 560px), 100vw - 32px);
    block-size: fit-content;
    max-block-size: min(820px, 100dvh - 48px);
    margin: auto;
    padding: 0;
    border: 1px solid transparent;
    border-radius: calc(var(--_r) * 1.5);
    overflow: hidden;
    box-shadow:
      0 0 0 1px var(--_hairline),
      0 24px 64px -16px rgb(0 0 0 / 0.32),
      0 8px 20px -12px rgb(0 0 0 / 0.25);
  }
  dialog.panel[open] {
    display: flex;
  }
  .inline {
    inline-size: 100%;
    max-inline-size: 640px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_r) * 1.5);
  }
  dialog::backdrop {
    background: rgb(8 12 20 / 0.56);
  }
  form {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 0;
  }

  /* Text */
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h2 {
    margin-block-end: 8px;
    font-family: var(--cs-font-heading, inherit);
    font-size: 1.625em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  h2:focus,
  .summary:focus {
    outline: none;
  }
  h3 {
    margin-block: 28px 8px;
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.3;
  }
  p {
    max-inline-size: 62ch;
    text-wrap: pretty;
  }
  a {
    color: var(--_accent-text);
    text-underline-offset: 0.15em;
  }
  .intro {
    color: var(--_text-quiet);
  }
  .small,
  .hint,
  .option-hint,
  .count {
    color: var(--_text-quiet);
    font-size: 0.9375em;
  }
  .small {
    margin-block-start: 8px;
  }
  /* 44 px to press, without a gap in the sentence; inline, so that no line breaks before the full stop. */
  .number {
    padding: 13px;
    margin-inline: -13px;
    color: inherit;
    font-weight: 650;
  }

  /* Focus: two rings, so that one of them shows on any surface */
  :focus-visible {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_surface);
  }

  /* Header, progress, footer */
  .header {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 56px;
    padding: 8px 8px 0;
  }
  .header > :first-child {
    margin-inline-end: auto;
  }
  .header .quiet {
    flex: none;
    white-space: nowrap;
  }
  .service {
    padding-inline: 16px 8px;
    color: var(--_text-quiet);
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .body {
    flex: 1;
    min-block-size: 0;
    padding: 8px 24px 24px;
    scroll-padding: 24px;
    overflow: auto;
    overscroll-behavior: contain;
    /* Firefox would keep its place when an error summary comes in above, and so keep it out of sight. */
    overflow-anchor: none;
  }
  .inline .body {
    overflow: visible;
  }
  .progress {
    display: flex;
    gap: 6px;
    margin-block: 6px 20px;
  }
  .progress i {
    flex: 1;
    block-size: 4px;
    border-radius: 4px;
    background: var(--_hairline);
  }
  .progress .done {
    background: var(--_accent-text);
  }
  .footer {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 16px;
    padding: 16px 24px calc(16px + env(safe-area-inset-bottom, 0px));
    border-block-start: 1px solid var(--_hairline);
  }
  .footer .small {
    inline-size: 100%;
    margin: 0;
  }
  .stack {
    display: grid;
    gap: 12px;
    inline-size: 100%;
  }

  /* Buttons */
  .primary,
  .secondary,
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_u) * 2);
    min-block-size: 48px;
    min-inline-size: 48px;
    padding: calc(var(--_u) * 2.5) calc(var(--_u) * 5);
    border: 1px solid transparent;
    border-radius: calc(var(--_r) * 0.75);
    background: none;
    color: var(--_accent-text);
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  .primary {
    border-color: color-mix(in srgb, var(--_on-fill) 45%, transparent);
    background: var(--_fill);
    color: var(--_on-fill);
  }
  .primary:hover {
    background: var(--_fill-hover);
  }
  .primary:active {
    background: var(--_fill-active);
  }
  .primary[aria-disabled] {
    cursor: progress;
  }
  .secondary {
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text);
  }
  .quiet {
    padding-inline: calc(var(--_u) * 3);
  }
  .square {
    padding: 0;
  }
  .secondary:hover {
    background: var(--_sunk);
  }
  .quiet:hover {
    background: var(--_quiet);
  }
  .inline-button {
    min-block-size: 44px;
    padding: 0 8px;
    border: 0;
    background: none;
    color: var(--_accent-text);
    font: inherit;
    font-weight: 650;
    text-decoration: underline;
    cursor: pointer;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .panel svg {
    display: block;
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [dir='rtl'] .flips {
    scale: -1 1;
  }
  .cover,
  .cover::backdrop {
    border: 0;
    background: #fff;
    color: #161616;
  }
`;
