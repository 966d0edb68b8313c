// A theme as the builder holds it: a preset, the seeds that differ from it, and how the button looks and stands.

import { LOOKS } from '../../src/widget/attributes/looks.ts';
import { PRESET_NAMES, PRESETS } from '../../src/widget/theme/presets.ts';
import { SEEDS, type SeedName } from '../../src/widget/theme/seeds.ts';
import { joinColour, sameColour, splitColour } from './seed-values.ts';

export { PRESET_NAMES };
export const { variant: VARIANTS, size: SIZES, placement: PLACEMENTS, scheme: SCHEMES } = LOOKS;

export type Seeds = Readonly<Partial<Record<SeedName, string>>>;
export type Size = (typeof SIZES)[number];

/** The choices that make a theme. */
export interface Theme {
  readonly preset: string;
  readonly variant: (typeof VARIANTS)[number];
  /** Undefined means the preset's own size. */
  readonly size: Size | undefined;
  readonly placement: (typeof PLACEMENTS)[number];
  readonly scheme: (typeof SCHEMES)[number];
  /** The seeds that differ from the preset's. */
  readonly seeds: Seeds;
}

export const DEFAULT_THEME: Theme = {
  preset: 'signal',
  variant: 'button',
  size: undefined,
  placement: 'bottom-end',
  scheme: 'auto',
  seeds: {},
};

const DEFAULT_SEEDS: Seeds = Object.assign({}, ...Object.values(SEEDS));

/** The seeds' names, in the order of their table. */
export const SEED_NAMES = Object.keys(DEFAULT_SEEDS) as readonly SeedName[];

/** The value of a seed in a preset, where the page does not set it. */
export function presetSeed(preset: string, name: SeedName): string {
  return PRESETS[preset]?.[name] ?? DEFAULT_SEEDS[name] ?? '';
}

/** The value of a seed in a theme. */
export function seedOf({ preset, seeds }: Pick<Theme, 'preset' | 'seeds'>, name: SeedName): string {
  return seeds[name] ?? presetSeed(preset, name);
}

/** The size in use. */
export function sizeOf({ preset, size }: Theme): Size {
  return size ?? presetSize(preset);
}

const presetSize = (preset: string): Size => (preset === 'compact' ? 's' : 'm');

/** Removes the choices that only repeat the preset. */
export function tidy(theme: Theme): Theme {
  const seeds = Object.entries(theme.seeds)
    .map(([name, value]) => [name as SeedName, shortest(value)] as const)
    .filter(([name, value]) => !isSame(value, presetSeed(theme.preset, name)));
  const size = theme.size === presetSize(theme.preset) ? undefined : theme.size;
  return { ...theme, size, seeds: Object.fromEntries(seeds) };
}

/** A colour that is equal on light and dark paper is written once. */
function shortest(value: string): string {
  const { light, dark } = splitColour(value);
  return dark !== undefined && sameColour(light, dark) ? light : value;
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [splitColour(one), splitColour(other)];
  return sameColour(joinColour(first.light, first.dark), joinColour(second.light, second.dark));
}

/** Sets one seed, or resets it to the preset's value. */
export function withSeed(theme: Theme, name: SeedName, value: string | undefined): Theme {
  const { [name]: _, ...others } = theme.seeds;
  return tidy({ ...theme, seeds: value === undefined ? others : { ...others, [name]: value } });
}
