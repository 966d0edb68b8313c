// The form's own tokens: every colour, derived from the seeds, and the scales of space, radius, line and motion. On an
// element within the shadow root, not on the host, so that a page can set seeds but not results.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { canDerive, css as text } from './derive.ts';
import {
  accentTextColour,
  borderColour,
  fillColour,
  fillColours,
  formColours,
  onFillColour,
  surfaceColour,
  textColour,
} from './palette.ts';

const accent = 'var(--_cs-accent)';
const fill = 'var(--_fill)';
const surface = 'var(--_surface)';
const textOnSurface = 'var(--_text)';

const derived: Readonly<Record<string, string>> = {
  fill: fillColour(text, accent),
  onFill: onFillColour(text, fill),
  ...fillColours(text, { fill, onFill: 'var(--_onFill)' }),
  accentText: accentTextColour(text, accent),
  surface: surfaceColour(text, 'var(--_cs-surface)'),
  text: textColour(text, surface),
  border: borderColour(text, surface, textOnSurface),
  ...formColours(text, { surface, text: textOnSurface, fill, danger: 'var(--_cs-danger)' }),
};

const declarations = Object.entries(derived)
  .map(([name, value]) => `--_${name}:${value};`)
  .join('');

export const tokenStyles: CSSResult = css`
  .panel {
    --_u: clamp(2px, var(--_cs-space), 8px);
    --_r: max(0px, var(--_cs-radius));
    --_card: min(var(--_r), 24px);
    --_control: calc(var(--_r) * 0.75);
    --_line: clamp(1px, var(--_cs-border-width), 4px);
    --_ring: clamp(2px, var(--_cs-focus-width), 8px);
    --_tall: min(48px, var(--_cs-height));
    --_fill: #1d4bce;
    --_onFill: #fff;
    --_fillHover: #1a45be;
    --_fillActive: #173faf;
    --_edge: #1d4bce;
    --_accentText: #173ead;
    --_surface: #fff;
    --_text: #161616;
    --_textQuiet: #494949;
    --_quiet: #f7f8fc;
    --_sunk: #f7f7f7;
    --_border: #7c7c7c;
    --_track: #dcdcdc;
    --_hairline: var(--_track);
    --_danger: #94091f;
    --_dangerQuiet: #fdf9f9;
    color-scheme: light;
  }
  @supports ${unsafeCSS(canDerive)} {
    .panel {
      ${unsafeCSS(declarations)}
      color-scheme: inherit;
    }
  }
  :host([theme='nuit']:not([scheme='light'])) .panel {
    color-scheme: dark;
  }
  :host([theme='contraste']) .panel {
    --_textQuiet: var(--_text);
    --_border: var(--_text);
    --_hairline: var(--_text);
  }
  @media (prefers-contrast: more) {
    .panel {
      --_textQuiet: var(--_text);
      --_border: var(--_text);
      --_hairline: var(--_text);
      --_line: clamp(2px, var(--_cs-border-width), 4px);
    }
  }
`;
