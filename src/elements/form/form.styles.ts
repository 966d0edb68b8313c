// Look of the form: dialog, sheet on phones, panel in the page, and every field and view in it.

import { adoptStyles, css, type CSSResult } from 'lit';
import { tokenStyles } from '../../theme/tokens.styles.ts';
import type { ReportButton } from '../report-button.ts';

const formStyles: CSSResult = css`
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
    background: var(--_accent-text);
    animation: travel 1.2s ease-in-out infinite alternate;
  }
  @keyframes travel {
    to {
      margin-inline-start: 60%;
    }
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

  /* Fields */
  fieldset + fieldset,
  fieldset + .field,
  .field + fieldset,
  .field,
  .options.single {
    margin-block-start: 24px;
  }
  .intro + fieldset {
    margin-block-start: 20px;
  }
  legend,
  .field > label {
    display: block;
    inline-size: 100%;
    margin-block-end: 8px;
    font-weight: 650;
  }
  .field > label {
    margin-block-end: 4px;
  }
  .options {
    margin-block-start: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_r);
    overflow: clip;
  }
  legend + .options {
    margin-block-start: 0;
  }
  .option {
    position: relative;
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 2px 14px;
    min-block-size: 50px;
    padding: 13px 16px;
  }
  .option + .option,
  .option + .or,
  .or + .option {
    border-block-start: 1px solid var(--_hairline);
  }
  .option:hover {
    background: var(--_sunk);
  }
  .option input {
    appearance: none;
    grid-row: span 2;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    border: 2px solid var(--_border);
    border-radius: 50%;
    background: var(--_surface);
    cursor: pointer;
  }
  .option input:checked {
    border: 7px solid var(--_accent-text);
  }
  .option input[type='checkbox'] {
    border-radius: 6px;
  }
  .option input[type='checkbox']:checked {
    border-width: 2px;
    background: var(--_accent-text);
  }
  .option input[type='checkbox']:checked::before {
    content: '';
    display: block;
    inline-size: 6px;
    block-size: 12px;
    margin: 1px auto;
    border: solid var(--_surface);
    border-width: 0 2.5px 2.5px 0;
    rotate: 45deg;
  }
  .option input:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--_text);
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--_surface);
  }
  .option:has(:checked) {
    background: var(--_quiet);
  }
  .option:has(:checked)::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 4px;
    background: var(--_accent-text);
  }
  .option label {
    font-weight: 600;
    cursor: pointer;
  }
  /* The whole row can be pressed. */
  .option label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .option-hint {
    grid-column: 2;
    line-height: 1.45;
  }
  .or {
    padding: 6px 16px;
    background: var(--_sunk);
    color: var(--_text-quiet);
    font-size: 0.9375em;
    max-inline-size: none;
  }
  .field .hint {
    margin-block-end: 8px;
  }
  .field input,
  .field textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 11px 14px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_r) * 0.75);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
  }
  .field textarea {
    min-block-size: 120px;
    resize: vertical;
  }
  .field input + .hint,
  .field textarea + .hint {
    margin-block: 8px 0;
  }
  .hint.over {
    color: var(--_danger);
    font-weight: 600;
  }
  .add,
  .remove,
  .save {
    margin-inline-start: -12px;
    margin-block-start: 8px;
  }

  /* Errors */
  .error {
    display: flex;
    gap: 8px;
    align-items: start;
    margin-block: 12px 8px;
    color: var(--_danger);
    font-weight: 600;
  }
  .hint + .error,
  label + .error {
    margin-block-start: 4px;
  }
  .error svg {
    margin-block-start: 2px;
  }
  .wrong .options,
  .wrong input:not([type='radio']),
  .wrong textarea {
    border: 2px solid var(--_danger);
  }
  .summary {
    margin-block-end: 20px;
    padding: 14px 16px;
    border: 2px solid var(--_danger);
    border-radius: var(--_r);
  }
  .summary-title {
    margin-block-end: 4px;
    font-size: 1.0625em;
    font-weight: 700;
  }
  .summary ul {
    list-style: none;
  }
  .summary a {
    display: inline-block;
    padding-block: 10px;
    color: var(--_danger);
    font-weight: 600;
  }

  /* Notices */
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
    margin-block: 16px;
    padding: 14px 16px;
    border: 1px solid transparent;
    border-radius: var(--_r);
    background: var(--_sunk);
    font-size: 0.9375em;
  }
  .notice > p:only-child {
    grid-column: span 2;
  }
  .notice > svg {
    margin-block-start: 2px;
    color: var(--_accent-text);
  }
  .notice p + p {
    margin-block-start: 8px;
  }
  .warning {
    border-inline-start: 4px solid var(--_danger);
    background: var(--_danger-quiet);
  }
  .warning > svg {
    color: var(--_danger);
  }
  details {
    margin-block-start: 8px;
  }
  summary {
    display: list-item;
    padding-block: 10px;
    color: var(--_accent-text);
    font-weight: 600;
    cursor: pointer;
  }

  /* Review */
  .rows {
    margin-block: 20px;
    border: 1px solid var(--_border);
    border-radius: var(--_r);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    padding: 12px 8px 12px 16px;
    padding-inline: 16px 8px;
  }
  .row + .row {
    border-block-start: 1px solid var(--_hairline);
  }
  dt {
    grid-column: 1;
    color: var(--_text-quiet);
    font-size: 0.9375em;
  }
  dd {
    grid-column: 1;
    font-weight: 600;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .act {
    grid-area: 1 / 2 / span 2;
    align-self: center;
    white-space: normal;
  }
  bdi {
    unicode-bidi: isolate;
  }
  .address {
    display: block;
  }
  .faith {
    font-weight: 600;
  }

  /* Sent */
  .tick {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block: 8px 12px;
    border-radius: 50%;
    background: var(--_fill);
    color: var(--_on-fill);
  }
  .tick svg {
    inline-size: 26px;
    block-size: 26px;
    stroke-width: 2.5;
  }
  .reference {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block: 20px 8px;
    padding: 14px 16px;
    border: 1px dashed var(--_border);
    border-radius: var(--_r);
  }
  .reference .hint {
    display: block;
  }
  output {
    font:
      650 1.375em / 1.2 ui-monospace,
      'SF Mono',
      Consolas,
      monospace;
    letter-spacing: 0.06em;
  }
  ol {
    display: grid;
    gap: 6px;
    padding-inline-start: 1.4em;
  }
  .help {
    margin-block-start: 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_r);
    list-style: none;
    overflow: clip;
  }
  .help li + li {
    border-block-start: 1px solid var(--_hairline);
  }
  .help a {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr) auto;
    gap: 12px;
    align-items: center;
    min-block-size: 56px;
    padding: 8px 16px;
    color: var(--_text);
    text-decoration: none;
  }
  .help a:hover {
    background: var(--_sunk);
  }
  .help a:focus-visible {
    outline-offset: -3px;
  }
  .help b {
    white-space: nowrap;
    color: var(--_accent-text);
    font-size: 1.25em;
    font-weight: 650;
  }
  small {
    display: block;
    color: var(--_text-quiet);
    font-size: 0.9375em;
    line-height: 1.35;
  }
  .cleared {
    margin-block-start: 20px;
  }
  .cover {
    position: fixed;
    inset: 0;
    z-index: 1;
    padding: 24px;
    background: #fff;
    color: #161616;
  }

  /* Motion */
  @media (prefers-reduced-motion: no-preference) {
    dialog.panel[open] {
      transition:
        opacity 0.18s ease-out,
        translate 0.18s ease-out;
    }
    @starting-style {
      dialog.panel[open] {
        opacity: 0;
        translate: 0 12px;
      }
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .line::before {
      animation: none;
      inline-size: 100%;
    }
  }

  /* Phone: a sheet that leaves a sliver of the page in sight */
  @media (width < 640px) {
    dialog.panel {
      inline-size: 100%;
      max-inline-size: none;
      block-size: calc(100dvh - 8px);
      max-block-size: calc(100dvh - 8px);
      margin: auto 0 0;
      border-radius: calc(var(--_r) * 1.75) calc(var(--_r) * 1.75) 0 0;
    }
    .body {
      padding-inline: 16px;
    }
    .service {
      padding-inline-start: 8px;
    }
    .footer {
      flex-direction: column;
      align-items: stretch;
      padding-inline: 16px;
      padding-block-start: 12px;
    }
    .header .quiet {
      padding-inline: 8px;
    }
    .help a {
      grid-template-columns: 5.75em minmax(0, 1fr) auto;
    }
  }
  /* Little height, as at 400 % zoom or a phone on its side: everything scrolls as one */
  @media (height < 420px) {
    dialog.panel[open] {
      display: block;
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
  @media (prefers-contrast: more) {
    .options,
    .option input,
    .field input,
    .field textarea,
    .secondary,
    .notice {
      border-width: 2px;
      border-color: var(--_border);
    }
  }
  @media (forced-colors: active) {
    .panel,
    .primary,
    .secondary,
    .options,
    .notice,
    .rows,
    .reference,
    .help,
    .field input,
    .field textarea,
    .progress i,
    .tick {
      border: 1px solid ButtonBorder;
    }
    .primary {
      border: 2px solid ButtonText;
    }
    .summary,
    .wrong .options,
    .wrong input:not([type='radio']),
    .wrong textarea {
      border: 3px solid CanvasText;
    }
    .option:has(:checked) {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .option input {
      border-color: ButtonText;
    }
    .option input:checked,
    .progress .done {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    dialog.panel {
      position: static;
      display: block;
      box-shadow: none;
      max-block-size: none;
    }
    .header,
    .footer {
      display: none;
    }
  }
`;

/** Gives the form's look to an element that until now had only its own. */
export function adoptFormStyles(host: ReportButton): void {
  const { elementStyles } = host.constructor as typeof ReportButton;
  adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, tokenStyles, formStyles]);
}
