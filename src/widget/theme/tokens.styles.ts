// The form's own tokens: every colour, derived from the seeds, and the scales of space, radius, line and motion. An
// element within the shadow root has them, not the host, so that a page can set seeds but not derived values.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { canDerive, css as text } from './derive.ts';
import {
  accentTextColour,
  borderColour,
  fillColours,
  formColours,
  surfaceColour,
  textColour,
} from './palette.ts';
import { pageColour } from './seeds.ts';

const accent = pageColour('accent');
const fill = 'var(--_cs-fill)';
const surface = 'var(--_cs-paper)';
const textOnSurface = 'var(--_cs-text)';

const { edge: _, ...pressed } = fillColours(text, { fill, onFill: 'var(--_cs-onFill)' });

/**
 * Colours with many uses, and colours from which others derive. types.styles.ts types them, so that a browser computes
 * each once per form, not once per use. The other colours are named `--_name`; a page may use such names too.
 */
const typed = {
  accentText: accentTextColour(text, accent),
  paper: surfaceColour(text, pageColour('surface')),
  text: textColour(text, surface),
  border: borderColour(text, surface, textOnSurface),
};

const { textQuiet, ...others } = formColours(text, {
  surface,
  text: textOnSurface,
  fill,
  danger: 'var(--_pageDanger)',
});

const declare = (prefix: string, colours: object): string =>
  Object.entries(colours)
    .map(([name, value]) => `${prefix}${name}:${value};`)
    .join('');

const declarations =
  declare('--_cs-', { ...typed, textQuiet }) +
  declare('--_', {
    ...pressed,
    ...others,
    pageDanger: pageColour('danger'),
  });

export const tokenStyles: CSSResult = css`
  /* On the box around the form, whose style does not change when the form opens: a browser computes them once. */
  .themed:not(.face) {
    --_u: clamp(2px, var(--_cs-space), 8px);
    --_r: max(0px, var(--_cs-radius));
    --_card: min(var(--_r), 24px);
    --_control: calc(var(--_r) * 0.75);
    --_line: clamp(1px, var(--_cs-border-width), 4px);
    --_ring: clamp(2px, var(--_cs-focus-width), 8px);
    --_tall: min(48px, var(--_cs-height));
    --_fillHover: #1a45be;
    --_fillActive: #173faf;
    --_cs-accentText: #173ead;
    --_cs-paper: #fff;
    --_cs-text: #161616;
    --_cs-textQuiet: #494949;
    --_quiet: #f7f8fc;
    --_sunk: #f7f7f7;
    --_cs-border: #7c7c7c;
    --_track: #dcdcdc;
    --_hairline: var(--_track);
    --_danger: #94091f;
    --_dangerQuiet: #fdf9f9;
  }
  .panel {
    color-scheme: light;
  }
  @supports ${unsafeCSS(canDerive)} {
    .themed:not(.face) {
      ${unsafeCSS(declarations)}
    }
    .panel {
      color-scheme: inherit;
    }
  }
  :host([theme='nuit']:not([scheme='light'])) .themed:not(.face) {
    color-scheme: dark;
  }
  :host([theme='contraste']) .themed:not(.face) {
    --_cs-textQuiet: var(--_cs-text);
    --_cs-border: var(--_cs-text);
    --_hairline: var(--_cs-text);
  }
  @media (prefers-contrast: more) {
    .themed:not(.face) {
      --_cs-textQuiet: var(--_cs-text);
      --_cs-border: var(--_cs-text);
      --_hairline: var(--_cs-text);
      --_line: clamp(2px, var(--_cs-border-width), 4px);
    }
  }
`;
