// Look of the fields of the later steps: text, boxes to tick, answers side by side, remarks.

import { css, type CSSResult } from 'lit';

export const laterFieldStyles: CSSResult = css`
  .field .hint {
    margin-block-end: 8px;
  }
  .field input,
  .field select,
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
  .field select + .hint,
  .field textarea + .hint {
    margin-block: 8px 0;
  }
  .suggestion {
    margin-block-start: 12px;
  }
  .suggestion button {
    display: block;
    margin-block-start: 8px;
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
  .save {
    margin-inline-start: -12px;
    margin-block-start: 8px;
    vertical-align: middle;
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

  /* Side by side, where answers are short */
  .options.chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0;
    border: 0;
    overflow: visible;
  }
  legend + .hint {
    margin-block: -4px 8px;
  }
  .chips .option {
    gap: 8px;
    align-items: center;
    min-block-size: 44px;
    padding: 9px 14px 9px 10px;
    padding-inline: 10px 14px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_r) * 0.75);
  }
  .chips .option input {
    grid-row: auto;
  }
  .chips label {
    font-weight: 400;
  }
  .chips .option::before {
    content: none;
  }
  .chips .option:has(:checked) {
    border-color: var(--_accent-text);
  }
  .option:has([aria-disabled]) {
    border-style: dashed;
    color: var(--_text-quiet);
  }

  /* Notices */
  .remark > div {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .remark p,
  .remark .field {
    inline-size: 100%;
    margin: 0;
  }
  .remark [aria-pressed='true'] {
    border-color: var(--_accent-text);
    background: var(--_quiet);
    color: var(--_accent-text);
  }
  .warning {
    border-inline-start: 4px solid var(--_danger);
    background: var(--_danger-quiet);
  }
  .warning > svg {
    color: var(--_danger);
  }
`;
