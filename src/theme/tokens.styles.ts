// Every colour of the form, derived from the seeds `--cs-accent`, `--cs-surface` and `--cs-danger`. On an element within
// the shadow root, not on the host, so that a page can set seeds but not results.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { accentText, fill as accentFill, fillHover, onFill } from './accent.styles.ts';
import { contrasting, darken, lightDark, lighten, mix } from './derive.ts';

const surface = 'var(--_surface)';
const text = 'var(--_text)';
const fill = 'var(--_fill)';
const surfaceSeed = 'var(--cs-surface,light-dark(#fff,#12161f))';
const danger = 'var(--cs-danger,#c8102e)';

// The figures are luminances: each pair with the surface's own (at least .82 light, at most .03 dark) gives its ratio.
const derived: Readonly<Record<string, string>> = {
  fill: accentFill,
  'on-fill': onFill,
  'fill-hover': fillHover,
  'fill-active': mix(fill, 70, contrasting('var(--_on-fill)'), 'srgb-linear'),
  'accent-text': accentText,
  surface: lightDark(lighten(surfaceSeed, 0.82), darken(surfaceSeed, 0.03)),
  text: lightDark(darken(mix(surface, 20, 'black'), 0.02), lighten(mix(surface, 8, 'white'), 0.8)),
  'text-quiet': lightDark(darken(mix(surface, 38, text), 0.066), lighten(mix(surface, 28, text), 0.59)),
  quiet: lightDark(
    lighten(mix(surface, 93, fill, 'srgb-linear'), 0.78),
    darken(mix(surface, 90, fill, 'srgb-linear'), 0.038),
  ),
  sunk: lightDark(lighten(mix(surface, 97, text), 0.78), darken(mix(surface, 94, text), 0.038)),
  border: lightDark(darken(mix(surface, 60, text), 0.2), lighten(mix(surface, 50, text), 0.255)),
  hairline: mix(text, 14, surface),
  danger: lightDark(darken(danger, 0.066), lighten(danger, 0.59)),
  'danger-quiet': lightDark(
    lighten(mix(surface, 95, danger, 'srgb-linear'), 0.78),
    darken(mix(surface, 92, danger, 'srgb-linear'), 0.038),
  ),
};

const declarations = Object.entries(derived)
  .map(([name, value]) => `--_${name}:${value};`)
  .join('');

export const tokenStyles: CSSResult = css`
  .panel {
    --_r: var(--cs-radius, 12px);
    --_u: var(--cs-space, 4px);
    --_fill: #1d4bce;
    --_on-fill: #fff;
    --_fill-hover: #1a45be;
    --_fill-active: #173faf;
    --_accent-text: #173ead;
    --_surface: #fff;
    --_text: #161616;
    --_text-quiet: #494949;
    --_quiet: #f7f8fc;
    --_sunk: #f7f7f7;
    --_border: #7c7c7c;
    --_hairline: #dcdcdc;
    --_danger: #94091f;
    --_danger-quiet: #fdf9f9;
  }
  @supports (color: color(from red xyz-d65 x y z)) and (color: light-dark(red, red)) {
    .panel {
      ${unsafeCSS(declarations)}
    }
  }
  @media (prefers-contrast: more) {
    .panel {
      --_text-quiet: var(--_text);
      --_border: var(--_text);
      --_hairline: var(--_text);
    }
  }
`;
