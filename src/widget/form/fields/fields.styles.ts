// Look of notices, folds and fields: text, boxes to tick, remarks.

import { css, type CSSResult } from 'lit';

export const laterFieldStyles: CSSResult = css`
  .intro + fieldset {
    margin-block-start: calc(var(--_u) * 5);
  }
  legend + .options {
    margin-block-start: 0;
  }
  /* Keeps a scroll target of the page from lying under the header. */
  .inline .body * {
    scroll-margin-block: 72px calc(var(--_u) * 6);
  }
  /* Fields */
  fieldset + fieldset,
  .options.single + fieldset,
  details + fieldset,
  .notice + fieldset,
  fieldset + .field,
  .field + fieldset,
  .field,
  .options.single {
    margin-block-start: calc(var(--_u) * 6);
  }
  .field > label {
    margin-block-end: var(--_u);
  }

  /* Notices */
  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_u) * 3);
    margin-block: calc(var(--_u) * 4);
    padding: calc(var(--_u) * 3.5) calc(var(--_u) * 4);
    border: var(--_line) solid transparent;
    border-radius: var(--_card);
    background: var(--_sunk);
    font-size: 0.9375em;
  }
  .notice > p:only-child {
    grid-column: span 2;
  }
  .notice > svg {
    margin-block-start: 2px;
    color: var(--_cs-accentText);
  }
  .notice p + p {
    margin-block-start: calc(var(--_u) * 2);
  }
  .notice > .calls,
  .notice > .small,
  .notice > .rest {
    grid-column: 2;
  }

  /* Folds */
  details {
    margin-block-start: calc(var(--_u) * 2);
  }
  fieldset + details,
  .field + details {
    margin-block-start: calc(var(--_u) * 4);
  }
  summary {
    display: list-item;
    padding-block: 10px;
    color: var(--_cs-accentText);
    font-weight: 600;
    cursor: pointer;
  }

  /* Errors */
  .error {
    display: flex;
    gap: calc(var(--_u) * 2);
    align-items: start;
    margin-block: calc(var(--_u) * 3) calc(var(--_u) * 2);
    color: var(--_danger);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .hint + .error,
  label + .error {
    margin-block-start: var(--_u);
  }
  .error svg {
    margin-block-start: 2px;
  }
  /* The bar and the sign tell an error from a link if the brand is red as well. */
  .wrong {
    padding-inline-start: calc(var(--_u) * 3);
    border-inline-start: 4px solid var(--_danger);
  }
  /* Out of the border, in which engines set a legend: the bar begins beside the title. */
  .wrong > legend {
    float: inline-start;
  }
  .wrong > legend + * {
    clear: both;
  }
  .wrong .options,
  .field.wrong :is(input, select, textarea) {
    border: 2px solid var(--_danger);
  }
  .summary ul {
    list-style: none;
  }
  .field .hint {
    margin-block-end: calc(var(--_u) * 2);
  }
  .field :is(input, select, textarea) {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_tall);
    padding: calc(var(--_u) * 2.75) calc(var(--_u) * 3.5);
    border: var(--_line) solid var(--_cs-border);
    border-radius: var(--_control);
    background: var(--_cs-paper);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
  }
  /* What is typed, and shown again, bears translate="no" (private-text.ts). A page's font, in a file a letter, would tell
     its server the letters; a size that follows the text would tell their widths. No ::part() of a page is stronger. */
  [translate]:not(code > *, output) {
    font-family: system-ui, sans-serif !important;
    field-sizing: fixed !important;
    animation: none !important;
    scroll-timeline: none !important;
    scrollbar-width: thin !important;
  }
  /* In WebKit an answer that is too long would let the whole form scroll sideways. */
  .field select {
    contain: paint;
  }
  .field textarea {
    min-block-size: 120px;
    resize: vertical;
  }
  .field :is(input, select, textarea) + .hint {
    margin-block: calc(var(--_u) * 2) 0;
  }
  .suggestion {
    margin-block-start: calc(var(--_u) * 3);
  }
  .suggestion button {
    margin-block-start: calc(var(--_u) * 2);
  }
  .field input:focus ~ .suggestion {
    display: none;
  }
  .hint.over {
    color: var(--_danger);
    font-weight: 600;
  }
  .add,
  .paste,
  .remove,
  .save,
  .again {
    margin-inline-start: calc(var(--_u) * -3);
    margin-block-start: calc(var(--_u) * 2);
    vertical-align: middle;
  }
  .quiet + .quiet {
    margin-inline-start: 0;
  }
  .option input[type='checkbox'] {
    border-radius: min(var(--_r), 6px);
  }
  .option input[type='checkbox']:checked {
    border-width: 2px;
    background: var(--_cs-accentText);
  }
  .option input[type='checkbox']:checked::before {
    content: '';
    display: block;
    box-sizing: border-box;
    inline-size: 6px;
    block-size: 12px;
    margin: 1px auto;
    border: solid var(--_cs-paper);
    border-width: 0 2.5px 2.5px 0;
    rotate: 45deg;
  }

  legend + .hint {
    margin-block: calc(var(--_u) * -1) calc(var(--_u) * 2);
  }
  .option:has([aria-disabled]) {
    border-style: dashed;
    color: var(--_cs-textQuiet);
  }

  /* Notices */
  .remark > div {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }
  .remark p,
  .remark .field {
    inline-size: 100%;
    margin: 0;
  }
  .remark [aria-pressed='true'] {
    border-color: var(--_cs-accentText);
    background: var(--_quiet);
    color: var(--_cs-accentText);
  }
  .notice.warning {
    border-inline-start: 4px solid var(--_danger);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    background: var(--_dangerQuiet);
  }
  .warning .calls {
    margin-block-start: calc(var(--_u) * 2);
  }
  .warning > svg {
    color: var(--_danger);
  }
  @media (prefers-contrast: more) {
    .notice {
      border-color: var(--_cs-border);
    }
  }
  @media (forced-colors: active) {
    [data-restless] .final.final {
      forced-color-adjust: auto;
    }
    /* They have borders here, which stand on the margin. */
    .body .quiet {
      margin-inline-start: 0;
    }
    .notice {
      border: 1px solid ButtonBorder;
    }
    .wrong .options.options {
      border: 3px solid CanvasText;
    }
    .field :is(input, select, textarea) {
      border: 1px solid ButtonBorder;
    }
    .field.wrong :is(input, textarea) {
      border: 3px solid CanvasText;
    }
    .option input[type='checkbox']:checked::before {
      border-color: HighlightText;
    }
  }
`;
