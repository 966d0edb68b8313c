// The form on small screens, on paper and under display settings: forced colours, more contrast, less motion.

import { css, type CSSResult } from 'lit';

export const displayStyles: CSSResult = css`
  /* Motion: a phone's sheet rises, and is opaque meanwhile. Nothing else of the form moves but the line of a sending
     (steps.styles.ts). */
  @media (prefers-reduced-motion: no-preference) and (width < 640px) {
    dialog.panel[open] {
      transition: translate calc(0.16s * var(--_cs-motion)) ease-out;
    }
    @starting-style {
      dialog.panel[open] {
        translate: 0 12px;
      }
    }
  }

  /* Phone: a sheet that leaves a sliver of the page in sight */
  @media (width < 640px) {
    dialog.panel {
      inline-size: 100%;
      max-inline-size: none;
      inset-block: calc(var(--_top, 0px) + 8px) auto;
      block-size: calc(var(--_seen, 100%) - 8px);
      max-block-size: none;
      margin: 0;
      border-radius: min(var(--_r) * 1.75, 36px) min(var(--_r) * 1.75, 36px) 0 0;
    }
    .body {
      padding-inline: calc(var(--_u) * 4);
    }
    .service {
      padding-inline-start: calc(var(--_u) * 2);
    }
    .footer {
      flex-direction: column;
      align-items: stretch;
      padding-inline: calc(var(--_u) * 4);
      padding-block-start: calc(var(--_u) * 3);
    }
    .footer > :not(.terms) {
      text-align: center;
      text-wrap: balance;
    }
    .header .quiet {
      padding-inline: calc(var(--_u) * 1.5);
    }
    /* The nine categories are within little more than one screen. */
    .progress {
      margin-block-end: calc(var(--_u) * 3.5);
    }
    .options {
      margin-block-start: calc(var(--_u) * 3);
    }
    .option:has(.option-hint) {
      row-gap: 0;
      padding-block: calc(var(--_u) * 1.5);
      line-height: 1.25;
    }
    .option-hint {
      font-size: max(0.875em, 14px);
    }
    .or {
      padding-block: 2px;
    }
  }
  /* Little height, as at 400 % zoom, on a phone on its side or above its keyboard: all but the header scrolls as one */
  dialog.low[open] {
    display: block;
    inset-block-start: calc(var(--_top, 0px) + 8px);
    overflow: auto;
    max-block-size: calc(var(--_seen, 100%) - 16px);
    scroll-padding-block: 72px calc(var(--_u) * 6);
    overscroll-behavior: contain;
  }
  .low .body {
    overflow: visible;
  }
  /* On paper: from the top of the first sheet, and whole. In the window it is centred, and scrolls. */
  @media print {
    dialog.panel[open] {
      position: absolute;
      display: block;
      inset: 0 0 auto;
      inline-size: auto;
      max-inline-size: none;
      block-size: auto;
      max-block-size: none;
      margin: 0;
      overflow: visible;
      box-shadow: none;
    }
    .body {
      overflow: visible;
    }
    .panel::backdrop,
    .header,
    .footer {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .panel,
    .primary,
    .secondary,
    .options,
    .progress i {
      border: 1px solid ButtonBorder;
    }
    .primary,
    .primary:active {
      border: 2px solid Highlight;
      background: Highlight;
      color: HighlightText;
      box-shadow: none;
      /* Else a browser puts the background of texts behind its text. */
      forced-color-adjust: none;
    }
    [data-resting] .footer .primary {
      forced-color-adjust: auto;
    }
    .summary {
      border: 3px solid CanvasText;
    }
    .option:has(:checked) {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .option input {
      border-color: ButtonText;
    }
    .option input:is([type='radio'], [type='checkbox']):checked,
    .progress [part~='segment-done'] {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
