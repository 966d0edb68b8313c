// Styles of every widget: isolation from the page, seeds, presets and the button's colours.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { canDerive, css as text } from './derive.ts';
import { fillColour, fillColours, onFillColour } from './palette.ts';
import { presetRules } from './presets.ts';
import { defaults, pageColour, readSeeds } from './seeds.ts';

const fill = 'var(--_cs-fill)';
const onFill = 'var(--_cs-onFill)';
const { fillHover, fillActive, edge } = fillColours(text, { fill, onFill });

// Everything visible is inside `.themed`. Page styles for the host or for `*` stop there.
export const accentStyles: CSSResult = css`
  :host {
    display: inline-block;
    color-scheme: inherit;
    --_cs-height: 48px;
    ${unsafeCSS(defaults)}
  }
  ${unsafeCSS(presetRules)}
  :host([theme='nuit']:not([variant='link'])),
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([theme='compact']:not([size])),
  :host([size='s']) {
    --_cs-height: 44px;
  }
  :host([size='l']) {
    --_cs-height: 56px;
  }
  .themed {
    all: initial;
    display: contents;
    color-scheme: inherit;
    /* The accent of \`discret\`; otherwise seen if there is no palette: an accent is no colour, and the page has taken types away. */
    color: inherit;
    font-family: system-ui, sans-serif;
    ${unsafeCSS(readSeeds)};
    --_cs-fill: #1d4bce;
    --_cs-onFill: #fff;
    --_cs-edge: #1d4bce;
  }
  :host([theme='discret']) .themed {
    font-family: inherit;
  }
  :host([theme='discret']) .face {
    --_cs-accent: var(--cs-accent, currentcolor);
  }
  .themed > * {
    font-family: var(--_cs-font);
    font-size: max(16px, 1rem, var(--_cs-font-size));
    line-height: 1.5;
  }
  [hidden],
  :host([hidden]) {
    display: none !important;
  }
  .launcher {
    border-color: var(--_cs-edge);
    background: var(--_cs-fill);
  }
  .launcher > * {
    color: var(--_cs-onFill);
  }
  @supports ${unsafeCSS(canDerive)} {
    /* Around button and form: here they are computed once, not each time that the button is hovered, pressed or left. */
    .themed {
      --_cs-fill: ${unsafeCSS(fillColour(text, pageColour('accent')))};
      --_cs-onFill: ${unsafeCSS(onFillColour(text, fill))};
      --_cs-edge: ${unsafeCSS(edge)};
    }
    .launcher:hover {
      background: ${unsafeCSS(fillHover)};
    }
    .launcher:active {
      background: ${unsafeCSS(fillActive)};
    }
  }
`;
