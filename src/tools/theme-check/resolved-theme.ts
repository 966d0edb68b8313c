// A theme in numbers: its seeds as computed, in each scheme, and every colour that follows from them.

import { paletteOf, toHex, type Palette, type Theme } from '../../widget/theme/measure.ts';
import { PAIRS, ratioOf, type Pair } from '../../widget/theme/promises.ts';
import type { SeedName } from '../../widget/theme/seeds.ts';
import { readColour } from './colours.ts';
import { amountOf, outOfRange } from './seed-ranges.ts';
import { defaultOf, isPassedOn, misfit, seedOf } from './seed-types.ts';
import type { Declaration } from './style-sheet.ts';
import { substitute, SubstitutionError, type Scheme } from './substitute.ts';
import type { ThemeRules } from './themes.ts';

/** A pair of colours, with its contrast. */
export interface MeasuredPair extends Pair {
  readonly ratio: number;
}

/** A theme in one scheme. */
export interface ResolvedTheme {
  readonly scheme: Scheme;
  /** The colour seeds as the page sets them, as `#rrggbb`; undefined if only a browser knows them. */
  readonly asked: Readonly<Record<ColourSeed, string | undefined>>;
  /** Every colour on screen; undefined if a seed is not known. */
  readonly palette: Palette | undefined;
  readonly pairs: readonly MeasuredPair[];
}

/** Reports what is wrong with a declaration, or what cannot be computed from it. */
export type Report = (severity: 'error' | 'warning', declaration: Declaration, message: string) => void;

export type ColourSeed = 'accent' | 'surface' | 'danger';
export const COLOUR_SEEDS: readonly ColourSeed[] = ['accent', 'surface', 'danger'];

/** Computes a theme in one of its schemes, and reports seeds that do not fit. */
export function resolveTheme(theme: ThemeRules, scheme: Scheme, report: Report): ResolvedTheme {
  for (const declaration of theme.all.values()) checkType(declaration, theme, scheme, report);
  const [accent, surface, danger] = COLOUR_SEEDS.map((seed) => seedColour(seed, theme, scheme));
  const asked = { accent: hex(accent), surface: hex(surface), danger: hex(danger) };
  const blackFrom = luminanceSeed(theme, scheme);
  if (!accent || !surface || !danger || blackFrom === undefined)
    return { scheme, asked, palette: undefined, pairs: [] };
  const palette = paletteOf({ accent, surface, danger, blackFrom, scheme });
  return { scheme, asked, palette, pairs: PAIRS.map((pair) => ({ ...pair, ratio: ratioOf(pair, palette) })) };
}

/** The value of a custom property under a theme. */
export const valueIn =
  (theme: ThemeRules) =>
  (name: string): string | undefined =>
    theme.all.get(name)?.value;

/** The colour of a seed: undefined if it cannot be computed; the default if it cannot be read, as in the widget. */
function seedColour(seed: ColourSeed, theme: ThemeRules, scheme: Scheme): Theme['accent'] | undefined {
  const value = theme.all.get(`--cs-${seed}`)?.value;
  const ownDefault = (): Theme['accent'] => {
    const colour = readColour(substitute(defaultOf(seed), () => undefined, scheme));
    return typeof colour === 'object' ? colour.xyz : [0, 0, 0];
  };
  if (value === undefined || isPassedOn(value)) return ownDefault();
  try {
    const colour = readColour(substitute(value, valueIn(theme), scheme));
    if (colour === 'elsewhere') return undefined;
    return colour ? colour.xyz : ownDefault();
  } catch (error) {
    if (!(error instanceof SubstitutionError)) throw error;
    return error.isKnowable ? undefined : ownDefault();
  }
}

/** The seed `black-from`: undefined if only a browser knows it; the default if it cannot be read, as in the widget. */
function luminanceSeed(theme: ThemeRules, scheme: Scheme): number | undefined {
  const ownDefault = Number(defaultOf('black-from'));
  const value = theme.all.get('--cs-black-from')?.value;
  if (value === undefined || isPassedOn(value)) return ownDefault;
  try {
    const computed = substitute(value, valueIn(theme), scheme);
    return misfit(computed, '<number>') ? ownDefault : amountOf(computed);
  } catch (error) {
    if (!(error instanceof SubstitutionError)) throw error;
    return error.isKnowable ? undefined : ownDefault;
  }
}

const hex = (colour: Theme['accent'] | undefined): string | undefined =>
  typeof colour === 'object' ? toHex(colour) : colour;

function checkType(declaration: Declaration, theme: ThemeRules, scheme: Scheme, report: Report): void {
  const { name, value } = declaration;
  const seed = seedOf(name);
  if (!seed || isPassedOn(value)) return;
  const instead = fallback(seed.name, scheme);
  try {
    const computed = substitute(value, valueIn(theme), scheme);
    const expected = misfit(computed, seed.syntax);
    const outside = outOfRange(seed.name, computed);
    if (expected)
      report('error', declaration, `${name} takes ${expected}; “${computed}” is none, so ${instead} is used`);
    else if (seed.syntax === '<color>' && readColour(computed) === 'elsewhere')
      report(
        'warning',
        declaration,
        `${name}: only a browser knows ${computed}, so nothing is computed from it`,
      );
    else if (outside) report('warning', declaration, `${name} ${outside}`);
  } catch (error) {
    if (!(error instanceof SubstitutionError)) throw error;
    if (error.isKnowable)
      report('warning', declaration, `${name}: ${error.message}, so nothing is computed from it`);
    else report('error', declaration, `${name}: ${error.message}, so ${instead} is used`);
  }
}

function fallback(name: SeedName, scheme: Scheme): string {
  const value = substitute(defaultOf(name), () => undefined, scheme);
  return value === 'initial' ? 'that of the text' : value;
}
