// Look of the application's page around the form. Set through the object model: the page's policy allows no style sheet.

import { css, type CSSResult } from 'lit';

export const appStyles: CSSResult = css`
  :root {
    color-scheme: light dark;
    --page: light-dark(#eef1f7, #0c1017);
    --paper: light-dark(#fff, #12161f);
    --ink: light-dark(#161a22, #eef1f7);
    --quiet: light-dark(#454c5c, #b8c0d0);
    --line: light-dark(#7d8496, #7c8598);
    --accent: light-dark(#1f4fd8, #9db5ff);
    --on-accent: light-dark(#fff, #0c1017);
  }
  html {
    background: var(--page);
    color: var(--ink);
    font:
      1rem/1.5 system-ui,
      sans-serif;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  body {
    box-sizing: border-box;
    max-inline-size: 640px;
    margin: 0 auto;
    padding: 12px 12px 32px;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  cliquez-signalez {
    display: block;
  }
  cliquez-signalez::part(launcher) {
    display: none;
  }
  cliquez-signalez:not(:defined) {
    padding: 24px;
    background: var(--paper);
  }
  /* Its languages are on their way. */
  cliquez-signalez:defined:not([mode]) {
    visibility: hidden;
  }
  /* The form names itself. */
  h1 {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card {
    /* « Quitter vite », at the top of the form, stays in sight. */
    max-block-size: max(160px, min(60svh, 100svh - 110px));
    margin-block-end: 12px;
    overflow-y: auto;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--paper);
    overflow-wrap: anywhere;
  }
  .card.asks {
    border: 2px solid var(--accent);
  }
  h2 {
    margin: 0 0 4px;
    font-size: 1.125rem;
    line-height: 1.3;
  }
  h2:focus {
    outline: none;
  }
  .head {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
  }
  p,
  ul,
  ol {
    margin: 8px 0 0;
  }
  ul,
  ol {
    padding-inline-start: 24px;
  }
  li {
    margin-block-start: 6px;
  }
  .quiet-text {
    margin-block-start: 4px;
    color: var(--quiet);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .addresses {
    margin: 0;
    padding: 0;
    list-style: none;
    font-weight: 600;
  }
  button {
    min-block-size: 48px;
    margin: 12px 8px 0 0;
    padding: 8px 20px;
    border: 1px solid var(--accent);
    border-radius: 12px;
    background: var(--paper);
    color: var(--accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .head button {
    flex: none;
    margin: 0;
    padding-inline: 12px;
    overflow-wrap: normal;
  }
  button.main {
    background: var(--accent);
    color: var(--on-accent);
  }
  :focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .help {
    margin-block-start: 20px;
  }
  details {
    margin-block-start: 12px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--paper);
  }
  summary {
    padding: 12px 16px;
    border-radius: 16px;
    font-weight: 600;
    cursor: pointer;
  }
  .content {
    padding: 0 16px 16px;
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: 16px;
    padding: 0;
    list-style: none;
  }
  .picture {
    display: block;
    inline-size: 160px;
    max-inline-size: 100%;
    margin-block-end: 8px;
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .picture .quiet {
    stroke: var(--line);
  }
  .picture .mark {
    stroke: var(--accent);
    stroke-width: 4;
  }
  [hidden] {
    display: none;
  }
  @media (forced-colors: active) {
    .picture,
    .picture * {
      stroke: CanvasText;
    }
  }
`;
