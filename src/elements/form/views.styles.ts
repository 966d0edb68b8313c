// Look of what only one view has: the review and the sent view.

import { css, type CSSResult } from 'lit';

export const viewStyles: CSSResult = css`
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
    padding-block: 12px;
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
    margin-block-start: 6px;
  }
  .about {
    display: block;
    color: var(--_text-quiet);
    font-size: 0.9375em;
    font-weight: 400;
  }
  bdi {
    unicode-bidi: isolate;
  }
  .exact dl dl {
    margin-block-start: 4px;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_hairline);
  }
  .exact dd {
    font-weight: 400;
  }
  .exact div {
    margin-block-start: 8px;
  }
  pre {
    max-block-size: 240px;
    padding: 12px;
    overflow: auto;
    background: var(--_sunk);
    white-space: pre-wrap;
  }
  .faith {
    font-weight: 600;
  }

  /* Not sent */
  .failure .secondary {
    margin-block-start: 12px;
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
  .help p {
    padding: 14px 16px;
  }
  .help li > a,
  .says {
    display: flex;
    gap: 0 12px;
    align-items: center;
  }
  .help li > a {
    flex-wrap: wrap;
    min-block-size: 56px;
    padding: 8px 16px;
    color: var(--_text);
    text-decoration: none;
  }
  .help li > a:hover {
    background: var(--_sunk);
  }
  .help li > a:focus-visible {
    outline-offset: -3px;
  }
  .says {
    flex: 1 10em;
    justify-content: space-between;
  }
  .help li > a + a {
    min-block-size: 44px;
    padding-block: 0 8px;
  }
  .help b {
    min-inline-size: 5.2em;
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
`;
