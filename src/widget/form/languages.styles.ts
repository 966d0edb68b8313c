// Look of the choice of a language.

import { css, type CSSResult } from 'lit';

export const languageStyles: CSSResult = css`
  .panel .languages {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_u);
    margin: 0 calc(var(--_u) * -2) var(--_u);
    list-style: none;
    font-size: 0.9375em;
  }
  .panel .language {
    padding: calc(var(--_u) * 2);
    font-weight: 500;
  }
  .panel .language[aria-current] {
    color: var(--_cs-text);
    font-weight: 700;
    text-decoration: underline 2px;
    text-underline-offset: 0.35em;
  }
  .panel .language[aria-busy] {
    opacity: 0.6;
  }
  /* In the line of the step's number, so that the title keeps its place; above it, if the line is too narrow for both. */
  .panel .languages-fold {
    margin: 0;
  }
  .panel .languages-fold:not([open]) {
    float: inline-end;
  }
  .panel .languages-fold > summary {
    position: relative;
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 1.5);
    inline-size: fit-content;
    min-block-size: 44px;
    margin-block: calc(var(--_u) * -2) calc(1.5em - 36px);
    margin-inline-start: auto;
    padding: 0 0 6px;
    font-size: 0.9375em;
  }
  .panel .languages-fold > summary::after {
    content: '▾' / '';
  }
  /* Beside the words of an easy language: label and hint begin at one line. */
  .panel .pictogram {
    display: inline-block;
    inline-size: 36px;
    block-size: 36px;
    margin-inline: var(--_u) calc(var(--_u) * 2);
    vertical-align: middle;
  }
  .option .pictogram {
    position: absolute;
    margin: 0;
    inset-block-start: calc(50% - 18px);
    inset-inline-start: calc(24px + var(--_u) * 7);
  }
  .option:has(.pictogram) :is(label, .option-hint) {
    padding-inline-start: calc(36px + var(--_u) * 3);
  }
  .panel .languages-fold .languages {
    margin: calc(var(--_u) * 3) 0;
    padding: var(--_u);
    border: var(--_line) solid var(--_hairline);
    border-radius: var(--_card);
  }
`;
