// Styles that step 1 does not need: those of a sending, of the note about Shift, of the review and of the sent view.

import { css, type CSSResult } from 'lit';

export const viewStyles: CSSResult = css`
  /* Parts of several views */
  .footer .small {
    inline-size: 100%;
    margin: 0;
  }
  .stack {
    display: grid;
    gap: calc(var(--_u) * 3);
    inline-size: 100%;
  }
  h2 + .emergency {
    margin-block-start: calc(var(--_u) * 4);
  }

  /* The line of a sending */
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
    background: var(--_cs-accentText);
    animation: travel 1.2s ease-in-out infinite alternate;
  }
  @keyframes travel {
    to {
      margin-inline-start: 60%;
    }
  }

  /* Over the view, so that nothing moves, and no press is kept from what is under it. */
  .exit-note {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: calc(var(--_u) * 4);
    max-inline-size: calc(100% - var(--_u) * 8);
    font-size: 0.9375em;
    pointer-events: none;
  }
  .exit-note:not(:empty) {
    padding: calc(var(--_u) * 2) calc(var(--_u) * 3);
    border: var(--_line) solid var(--_cs-accentText);
    border-radius: var(--_control);
    background: var(--_cs-paper);
  }

  @media (prefers-reduced-motion: reduce) {
    .line::before {
      animation: none;
      inline-size: 100%;
    }
  }

  /* Review */
  .rows {
    margin-block: calc(var(--_u) * 5);
    border: var(--_line) solid var(--_cs-border);
    border-radius: var(--_card);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px calc(var(--_u) * 3);
    padding-block: calc(var(--_u) * 3);
    padding-inline: calc(var(--_u) * 4) calc(var(--_u) * 2);
  }
  .row + .row {
    border-block-start: var(--_line) solid var(--_hairline);
  }
  dt,
  .about,
  small {
    color: var(--_cs-textQuiet);
    font-size: max(0.9375em, 14px);
  }
  dt {
    grid-column: 1;
  }
  .about,
  small {
    display: block;
  }
  dd {
    grid-column: 1;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .said,
  bdi {
    white-space: pre-line;
  }
  .act {
    grid-area: 1 / 2 / span 2;
    align-self: center;
  }
  dd p + p {
    margin-block-start: calc(var(--_u) * 1.5);
  }
  /* All of a long address stands in « Voir le signalement exact ». An ordinary one takes nine lines in text of 200 % on a phone. */
  .rows .address bdi {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 12;
  }
  /* On a phone « Modifier » stands beside the name, so that the answer has the whole width. */
  @media (width < 640px) {
    .row {
      row-gap: 0;
      padding-block-start: var(--_u);
    }
    dt {
      align-self: center;
      margin-block: calc(var(--_u) * 2);
    }
    .row dd:not(.act) {
      grid-column: 1 / -1;
      padding-inline-end: calc(var(--_u) * 2);
    }
    .act {
      grid-area: 1 / 2;
    }
  }
  /* Large text: « Modifier » stands under the answer, or the name beside it would break within a word. */
  .rows {
    container-type: inline-size;
  }
  @container (inline-size < 14em) {
    .row .act {
      grid-area: auto / 1;
      justify-self: start;
    }
  }
  .about,
  .exact dd {
    font-weight: 400;
  }
  .exact :is(dt, dd) {
    display: inline;
    margin-inline-end: 1ch;
  }
  .exact div {
    margin-block-start: var(--_u);
  }
  pre {
    max-block-size: 240px;
    padding: calc(var(--_u) * 3);
    overflow: auto;
    background: var(--_sunk);
    font-size: max(0.875em, 14px);
    line-height: 1.4;
    white-space: pre-wrap;
  }
  pre bdi {
    white-space: inherit;
  }
  /* Beside the button that sends, which it keeps apart from the place of the button before it (final-place.ts). */
  .terms {
    inline-size: 100%;
    min-block-size: 88px;
    color: var(--_cs-textQuiet);
    font-size: max(0.875em, 14px);
    line-height: 1.4;
  }
  .terms p + p {
    margin-block-start: var(--_u);
  }

  /* Not sent */
  .failure .secondary {
    margin-block-start: calc(var(--_u) * 3);
  }

  /* Sent */
  /* In one line with the title: a word that has no room beside it moves down whole. Beside a float, it would break. */
  .tick + h2 {
    display: inline;
  }
  .tick + h2 + p {
    margin-block-start: calc(var(--_u) * 2);
  }
  .tick {
    display: inline-grid;
    vertical-align: top;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin-inline-end: calc(var(--_u) * 2);
    border-radius: calc(var(--_r) * 99);
    background: var(--_cs-fill);
    color: var(--_cs-onFill);
  }
  .tick svg {
    inline-size: 18px;
    block-size: 18px;
    stroke-width: 3;
  }
  .reference {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_u) * 2);
    margin-block: calc(var(--_u) * 3.5) calc(var(--_u) * 2);
    padding: calc(var(--_u) * 3);
    border: var(--_line) dashed var(--_cs-border);
    border-radius: var(--_card);
  }
  .reference .hint {
    display: block;
  }
  output {
    font: 650 1.375em / 1.2 monospace;
    /* A page can give any other family a font of its own, which would tell its server the characters of a code. */
    font-family: monospace !important;
    letter-spacing: 0.04em;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 1.5);
    padding-inline-start: 1.4em;
  }
  .signs {
    margin-block: var(--_u) calc(var(--_u) * 3);
  }
  .signs svg {
    display: inline-block;
    margin-inline-end: var(--_u);
    vertical-align: -0.25em;
  }
  .help {
    margin-block-start: calc(var(--_u) * 3);
    border: var(--_line) solid var(--_cs-border);
    border-radius: var(--_card);
    list-style: none;
    overflow: clip;
  }
  .help > li + li {
    border-block-start: var(--_line) solid var(--_hairline);
  }
  .help .emergency {
    padding: calc(var(--_u) * 3) calc(var(--_u) * 4);
  }
  .help > li > a,
  .says {
    display: flex;
    gap: 0 calc(var(--_u) * 3);
    align-items: center;
  }
  .help > li > a {
    flex-wrap: wrap;
    min-block-size: 56px;
    padding: calc(var(--_u) * 2) calc(var(--_u) * 4);
    color: var(--_cs-text);
    text-decoration: none;
  }
  @media (hover: hover) {
    .help > li > a:hover {
      background: var(--_sunk);
    }
  }
  .help > li > a:focus-visible {
    outline-offset: -3px;
  }
  .says {
    flex: 1 12em;
    justify-content: space-between;
  }
  .says > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* A further way to the same service, under its name. */
  .help > li > a + a {
    min-block-size: 44px;
    padding-inline-start: clamp(var(--_u) * 4, (min(100vw, 560px) - 22em) * 99, 6.25em + var(--_u) * 7);
    padding-block: 0 calc(var(--_u) * 2);
  }
  .help > li > a > b {
    min-inline-size: 5em;
    color: var(--_cs-accentText);
    font-size: 1.25em;
    font-weight: 650;
  }

  /* Aims */
  .aims {
    margin-block: calc(var(--_u) * 4);
  }
  .aims > details {
    border: var(--_line) solid var(--_cs-border);
    border-radius: var(--_card);
  }
  .aims summary {
    padding: 12px calc(var(--_u) * 4);
  }
  .aims > details > :not(summary) {
    margin: 0 calc(var(--_u) * 4) calc(var(--_u) * 3);
  }
  .help ol {
    margin: calc(var(--_u) * 2) calc(var(--_u) * 4);
  }
  .cleared {
    margin-block-start: calc(var(--_u) * 5);
  }
  /* On paper, the number alone. */
  @media print {
    .body:has(output) > :not(.band, .reference, .stamp),
    .reference ~ .reference {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .rows,
    .reference,
    .help,
    .tick {
      border: 1px solid ButtonBorder;
    }
  }
`;
