// What every widget needs before a click: the page shut out, seeds and presets, and the colours of the button.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { css as text } from './derive.ts';
import { accentColours, borderColour, surfaceColour, textColour } from './palette.ts';
import { presetStyles } from './presets.ts';
import { defaults, readSeeds } from './seeds.ts';

const { fill, onFill, fillHover, fillActive, edge, accentText } = accentColours(text, 'var(--_cs-accent)');
const surface = surfaceColour(text, 'var(--_cs-surface)');
const paperText = textColour(text, surface);

// Each derived colour is declared after a fixed one, which browsers without relative colours keep. Everything visible
// stands in `.themed`: what the page says of the host or of `*` ends there.
export const accentStyles: CSSResult = css`
  :host {
    display: inline-block;
    color-scheme: inherit;
    font: max(16px, 1rem) system-ui;
    --_cs-height: 48px;
    ${defaults}
  }
  ${presetStyles}
  :host([theme='nuit']),
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([theme='compact']),
  :host([size='s']) {
    --_cs-height: 44px;
  }
  :host([size='m']) {
    --_cs-height: 48px;
  }
  :host([size='l']) {
    --_cs-height: 56px;
  }
  .themed {
    all: initial;
    display: contents;
    color-scheme: inherit;
    ${readSeeds};
    font-family: var(--_cs-font);
  }
  :host([theme='discret']) .themed {
    color: inherit;
  }
  .themed > * {
    font-size: max(16px, 1rem, var(--_cs-font-size));
    line-height: 1.5;
  }
  [hidden],
  :host([hidden]) {
    display: none;
  }
  .launcher {
    background: #1d4bce;
    background: ${unsafeCSS(fill)};
    border-color: #1d4bce;
    border-color: ${unsafeCSS(edge)};
  }
  .launcher:hover {
    background: ${unsafeCSS(fillHover)};
  }
  .launcher:active {
    background: ${unsafeCSS(fillActive)};
  }
  /* On what is in the button, because \`discret\` takes the button's own colour, the page's, for the accent. */
  .launcher > * {
    color: #fff;
    color: ${unsafeCSS(onFill)};
  }
  :host([variant='link']) .launcher {
    background: none;
  }
  :host([variant='link']) .launcher > * {
    color: LinkText;
    color: ${unsafeCSS(accentText)};
  }
  :host([variant='bar']) .box {
    border-color: #7c7c7c;
    border-color: ${unsafeCSS(borderColour(text, surface, paperText))};
    background: #fff;
    background: ${unsafeCSS(surface)};
    color: #161616;
    color: ${unsafeCSS(paperText)};
  }
`;
