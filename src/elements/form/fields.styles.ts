// Look of choices, errors and notices.

import { css, type CSSResult } from 'lit';

export const fieldStyles: CSSResult = css`
  /* Fields */
  fieldset + fieldset,
  details + fieldset,
  .notice + fieldset,
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
`;
