// Look of choices, of the emergency line, and of the card that says what went wrong.

import { css, type CSSResult } from 'lit';

export const fieldStyles: CSSResult = css`
  /* Fields */
  legend,
  .field > label {
    display: block;
    inline-size: 100%;
    margin-block-end: calc(var(--_u) * 2);
    font-weight: 650;
    text-wrap: balance;
  }
  .options {
    margin-block-start: calc(var(--_u) * 4);
    border: var(--_line) solid var(--_cs-border);
    border-radius: var(--_card);
    overflow: clip;
  }
  .option {
    position: relative;
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 2px calc(var(--_u) * 3.5);
    min-block-size: var(--_tall);
    padding: calc(var(--_u) * 3.25) calc(var(--_u) * 4);
  }
  .option + .option,
  .option + .or,
  .or + .option {
    border-block-start: var(--_line) solid var(--_hairline);
  }
  @media (hover: hover) {
    .option:hover {
      background: var(--_sunk);
    }
  }
  .option input {
    appearance: none;
    grid-row: span 2;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    border: 2px solid var(--_cs-border);
    border-radius: 50%;
    background: var(--_cs-paper);
    cursor: pointer;
  }
  .option input:checked {
    border: 7px solid var(--_cs-accentText);
  }
  .option input:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .option:has(:focus-visible) {
    outline: var(--_ring) solid var(--_cs-text);
    outline-offset: calc(var(--_ring) * -1);
    box-shadow: inset 0 0 0 calc(var(--_ring) + 2px) var(--_cs-paper);
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
    background: var(--_cs-accentText);
  }
  .option label {
    font-weight: 600;
    text-wrap: pretty;
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
  }
  .or {
    padding: calc(var(--_u) * 1.5) calc(var(--_u) * 4);
    background: var(--_sunk);
    color: var(--_cs-textQuiet);
    font-size: 0.9375em;
    max-inline-size: none;
  }
  /* The card of a failure */
  .summary {
    margin-block-end: calc(var(--_u) * 5);
    padding: calc(var(--_u) * 3.5) calc(var(--_u) * 4);
    border: 2px solid var(--_danger);
    border-radius: var(--_card);
  }
  .summary-title {
    margin-block: 0 var(--_u);
    font-size: 1.0625em;
    line-height: inherit;
  }
  .retry {
    margin-block-start: calc(var(--_u) * 3);
  }
  .summary a {
    display: inline-block;
    max-inline-size: 100%;
    padding-block: 10px;
    color: var(--_danger);
    font-weight: 600;
  }

  /* The emergency line */
  .emergency {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 2) calc(var(--_u) * 3);
  }
  /* Beside each other on a phone of 390 px: the numbers take the width that they need, the words may break. */
  .first {
    column-gap: calc(var(--_u) * 2);
    margin-block-end: calc(var(--_u) * 3);
  }
  .first .danger {
    flex: 1 min-content;
    min-inline-size: 6em;
    max-inline-size: max-content;
    line-height: 1.3;
  }
  .first .call {
    padding-inline: calc(var(--_u) * 2);
  }
  .danger {
    font-weight: 600;
  }

  /* The victim's door */
  .door {
    margin-block-start: calc(var(--_u) * 3);
  }
  .door button {
    inline-size: 100%;
    justify-content: start;
  }
  .door p {
    margin-block-start: calc(var(--_u) * 2);
  }
`;
