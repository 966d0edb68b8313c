// The seeds that a page can set (`--cs-accent` …), their defaults, and the fallback for a value with a typo.

/** A seed's name without its prefix: `accent` for `--cs-accent`. */
export type SeedName =
  | 'accent'
  | 'surface'
  | 'danger'
  | 'black-from'
  | 'font'
  | 'font-heading'
  | 'font-size'
  | 'space'
  | 'radius'
  | 'border-width'
  | 'focus-width'
  | 'elevation'
  | 'motion';

type Syntax = '<color>' | '<length>' | '<number>' | '*';

/** The seeds by the syntax of their values, with their defaults as CSS text. `initial` means that of `--cs-font`. */
export const SEEDS: Readonly<Record<Syntax, Readonly<Partial<Record<SeedName, string>>>>> = {
  '<color>': { accent: '#1f4fd8', surface: 'light-dark(#fff,#12161f)', danger: '#c8102e' },
  '<length>': {
    'font-size': '1rem',
    space: '4px',
    radius: '12px',
    'border-width': '1px',
    'focus-width': '3px',
  },
  '<number>': { 'black-from': '0.24', elevation: '1', motion: '1' },
  '*': { font: 'system-ui,sans-serif', 'font-heading': 'initial' },
};

/** Declarations that give seeds to a widget's host, where `readSeeds` finds them if the page sets none. */
export const seedDefaults = (seeds: Readonly<Partial<Record<SeedName, string>>>): string =>
  Object.entries(seeds)
    .map(([name, value]) => `--_cs-${name}:${value}`)
    .join(';');

/** The defaults of all seeds, as declarations. */
export const defaults: string = Object.values(SEEDS).map(seedDefaults).join(';');

/**
 * A page's colour, clipped to sRGB channel by channel. Screens clip colours that they cannot show. That changes the
 * luminance that all contrasts are computed from: `oklch(60% .4 30)` would get a label of 4.7:1.
 */
export const pageColour = (seed: SeedName): string =>
  `color(from var(--_cs-${seed}) srgb clamp(0,r,1) clamp(0,g,1) clamp(0,b,1))`;

/**
 * Declarations that copy the page's seeds into private properties: `--cs-radius` into `--_cs-radius`. A seed that is
 * missing, or not of the type that types.styles.ts sets, is inherited from the host. The host has the defaults or the
 * seeds of a preset.
 */
export const readSeeds: string = Object.values(SEEDS)
  .flatMap((seeds) => Object.keys(seeds).map((name) => `--_cs-${name}:var(--cs-${name},inherit)`))
  .join(';');
