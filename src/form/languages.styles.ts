// Look of the choice of a language.

import { css, type CSSResult } from 'lit';

export const languageStyles: CSSResult = css`
  .panel .languages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_u);
    margin: 0 calc(var(--_u) * -3) calc(var(--_u) * 2);
    list-style: none;
  }
  .panel .language {
    padding-block: calc(var(--_u) * 2);
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
  /* In the line of the step's number, so that the title keeps its place. */
  .panel .languages-fold {
    margin-block-end: calc(var(--_u) * 2);
  }
  .panel .languages-fold summary {
    inline-size: fit-content;
    margin-inline-start: auto;
    gap: calc(var(--_u) * 1.5);
  }
  .panel .languages-fold .languages {
    margin-inline: 0;
    padding: var(--_u);
    border: var(--_line) solid var(--_hairline);
    border-radius: var(--_control);
  }
`;
