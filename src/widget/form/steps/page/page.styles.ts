// Look of the one-page form: dense. Targets stay 44 px high.

import { css, type CSSResult } from 'lit';

export const pageStyles: CSSResult = css`
  .panel .whole :is(fieldset, .field, details) {
    margin-block: calc(var(--_u) * 3.25) 0;
  }
  .panel .whole h3 {
    margin-block: 0;
  }
  .panel .whole :is(.options, .notice) {
    margin-block: calc(var(--_u) * 2) 0;
  }
  .panel .whole .option {
    min-block-size: 44px;
    padding-block: max(8px, calc(var(--_u) * 2));
    line-height: 1.25;
  }
  .panel .whole .field:has(> .echo) {
    container-type: inline-size;
  }
  .panel .echo:not(:has(.long)) {
    display: none;
  }
  /* Two thirds of an em a letter: a reader's own spacing of letters (WCAG 1.4.12) has room too. */
  @container (inline-size < 29em) {
    .panel .echo:has(.middle) {
      display: block;
    }
  }
  @container (inline-size < 22em) {
    .panel .echo:has(.short) {
      display: block;
    }
  }
  @container (inline-size < 16em) {
    .panel .echo {
      display: block;
    }
  }
  .panel .whole .paste {
    margin-block: 0;
  }
  .panel .whole .links textarea {
    min-block-size: 84px;
  }
  /* Yes, no, I do not know: beside each other. */
  .panel .whole fieldset.question > .options:not(:has(> :nth-child(4))) {
    display: flex;
    flex-wrap: wrap;
  }
  .panel .whole fieldset.question > .options:not(:has(> :nth-child(4))) > .option {
    flex: auto;
    column-gap: calc(var(--_u) * 2);
    padding-inline: calc(var(--_u) * 2);
    border-block-start: 0;
  }
  .panel .copy {
    margin-block-end: calc(var(--_u) * 2);
  }
`;
