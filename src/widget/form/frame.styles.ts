// Look of the frame around every view: dialog, panel in the page, text, header, footer, buttons.

import { css, type CSSResult } from 'lit';

export const frameStyles: CSSResult = css`
  /* Firefox would take the width of the page's own zoom for a form in an inline block. */
  :host(cliquez-signalez-form),
  :host([mode='inline']) {
    display: block;
  }
  .panel,
  .panel * {
    box-sizing: border-box;
  }
  .panel {
    background: var(--_cs-paper);
    color: var(--_cs-text);
    text-align: start;
    overflow-wrap: break-word;
  }
  /* Within the visible part of the window (visible-area.ts), in percent: units of the window grow with the page's zoom. */
  dialog.panel {
    position: fixed;
    /* The top edge of the tallest step, so that the titles of all steps stand at one height. */
    inset: calc(var(--_top, 0px) + max(24px, (var(--_seen, 100%) - 820px) / 2)) 0 auto;
    inline-size: min(var(--cs-dialog-width, 560px), 100% - 32px);
    block-size: fit-content;
    max-block-size: min(820px, var(--_seen, 100%) - 48px);
    margin: 0 auto;
    padding: 0;
    border: 1px solid transparent;
    border-radius: min(var(--_r) * 1.5, 32px);
    /* Clipped, it cannot be scrolled, not even by a script. */
    overflow: clip;
    box-shadow:
      0 0 0 1px var(--_hairline),
      0 24px 64px -16px rgb(0 0 0 / calc(0.32 * var(--_cs-elevation))),
      0 8px 20px -12px rgb(0 0 0 / calc(0.25 * var(--_cs-elevation)));
  }
  dialog.panel[open] {
    display: flex;
  }
  /* One height for all steps: « Continuer » stays in place, for a hand that cannot aim again. On a phone every view
     is that high, and where little height is in sight, all of a view scrolls (display.styles.ts). */
  @media screen and (width >= 640px) {
    dialog.panel[data-step]:not(.low) {
      block-size: min(820px, var(--_seen, 100%) - 48px);
    }
  }
  .inline {
    inline-size: 100%;
    max-inline-size: 640px;
    border: var(--_line) solid var(--_cs-border);
    border-radius: min(var(--_r) * 1.5, 32px);
    overflow: clip;
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
    margin-block-end: calc(var(--_u) * 2);
    /* Beside large text, the width of a phone is the limit: no word is to break in two. */
    font-size: min(1.625em, 8.4vw);
    line-height: 1.2;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  h2,
  h3,
  .summary-title {
    font-family: var(--_cs-font-heading, inherit);
  }
  h2:focus,
  .summary-title:focus,
  .body:focus {
    outline: none;
  }
  h3 {
    margin-block: calc(var(--_u) * 7) calc(var(--_u) * 2);
    font-size: min(1.125em, 8.4vw);
    line-height: 1.3;
  }
  p {
    max-inline-size: 62ch;
    text-wrap: pretty;
  }
  a {
    color: var(--_cs-accentText);
    text-underline-offset: 0.15em;
  }
  .intro {
    color: var(--_cs-textQuiet);
  }
  .small,
  .hint,
  .option-hint,
  .count,
  .service {
    color: var(--_cs-textQuiet);
    font-size: 0.9375em;
  }
  .small {
    margin-block-start: calc(var(--_u) * 2);
  }
  /* Numbers: 44 px each, and a gap between them, however they wrap */
  .calls {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
    list-style: none;
  }
  .call {
    display: grid;
    align-content: center;
    justify-items: start;
    min-block-size: 46px;
    min-inline-size: 56px;
    padding: var(--_u) calc(var(--_u) * 3);
    border: var(--_line) solid var(--_cs-border);
    border-radius: min(var(--_control), 12px);
    background: var(--_cs-paper);
    color: var(--_cs-text);
    /* A notice is smaller than the body, and when a line opens stands smaller than its name. */
    font-size: max(0.875em, 14px);
    line-height: 1.2;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .call b {
    color: var(--_cs-accentText);
    font-size: 1.25em;
    font-weight: 650;
  }

  /* Focus: two rings, so that one of them shows on any surface */
  :focus-visible {
    outline: var(--_ring) solid var(--_cs-text);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_cs-paper);
  }

  /* Header, progress, footer */
  .header,
  .ways-out {
    display: flex;
    align-items: center;
    gap: var(--_u);
  }
  /* « Quitter vite » stays in sight while the body, the dialog or the page scrolls. */
  .header {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--_top, 0px);
    flex-wrap: wrap;
    min-block-size: 56px;
    padding: calc(var(--_u) * 2) calc(var(--_u) * 2) 0;
    background: var(--_cs-paper);
    /* Seen only once something is under the header. */
    box-shadow: 0 calc(var(--_u) * 2) calc(var(--_u) * 2) calc(var(--_u) * -1) var(--_cs-paper);
    container-type: inline-size;
  }
  dialog .header {
    inset-block-start: 0;
  }
  .ways-out {
    margin-inline-start: auto;
  }
  /* One line on the narrowest phones: the service's name, then words beside an icon, are left to screen readers. */
  @container (inline-size < 21em) {
    .service,
    [part='back'] span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (inline-size < 10em) {
    [part='exit'] span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  .service {
    flex: 1 1 6em;
    padding-inline: calc(var(--_u) * 4) calc(var(--_u) * 2);
  }
  .body {
    /* Positioned, so that its children scroll with it. */
    position: relative;
    flex: 1;
    min-block-size: 0;
    padding: calc(var(--_u) * 2) calc(var(--_u) * 6) calc(var(--_u) * 6);
    scroll-padding: calc(var(--_u) * 6);
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
    gap: calc(var(--_u) * 1.5);
    margin-block: calc(var(--_u) * 1.5) calc(var(--_u) * 5);
  }
  .progress i {
    flex: 1;
    block-size: 4px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_r);
    background: var(--_track);
  }
  .progress [part~='segment-done'] {
    border-color: var(--_cs-accentText);
    background: var(--_cs-accentText);
  }
  .footer {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 3) calc(var(--_u) * 4);
    padding: calc(var(--_u) * 4) calc(var(--_u) * 6) calc(var(--_u) * 4 + env(safe-area-inset-bottom, 0px));
    border-block-start: var(--_line) solid var(--_hairline);
  }

  /* Buttons */
  .primary,
  .secondary,
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_u) * 2);
    min-block-size: var(--_tall);
    min-inline-size: var(--_tall);
    padding: calc(var(--_u) * 2.5) calc(var(--_u) * 5);
    border: var(--_line) solid transparent;
    border-radius: var(--_control);
    background: none;
    color: var(--_cs-accentText);
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .primary {
    border-color: var(--_cs-edge);
    background: var(--_cs-fill);
    color: var(--_cs-onFill);
  }
  .primary:active {
    background: var(--_fillActive);
  }
  .primary[aria-disabled] {
    cursor: progress;
  }
  .secondary {
    border-color: var(--_cs-border);
    background: var(--_cs-paper);
    color: var(--_cs-text);
  }
  /* On a phone, « Copier le numéro » stands beside the number. */
  .quiet,
  .reference .secondary {
    padding-inline: calc(var(--_u) * 3);
  }
  .square {
    padding: 0;
  }
  /* Only for a pointer that can hover: after a tap, a phone would leave the look of it behind. */
  @media (hover: hover) and (forced-colors: none) {
    .call:hover,
    .quiet:hover {
      background: var(--_quiet);
    }
    .primary:hover:not(:active) {
      background: var(--_fillHover);
    }
    .secondary:hover {
      background: var(--_sunk);
    }
  }
  /* A button that does not take taps yet, also under the pointer. */
  [data-resting] .footer :is(.primary, .secondary),
  [data-restless] .final.final {
    border: var(--_line) dashed currentColor;
    background: var(--_cs-paper);
    color: var(--_cs-accentText);
    cursor: default;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Icons have the rest of their look from the button's style sheet. */
  .panel svg {
    block-size: 1.25em;
  }
  [dir='rtl'] .flips {
    scale: -1 1;
  }
  /* Spacing would tear joined letters apart. */
  [dir='rtl'] h2 {
    letter-spacing: 0;
  }
`;
