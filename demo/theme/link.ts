// The link to a theme: every choice stands behind the # of the address, which no browser sends to a server. Anyone can
// write a link, so each part is read as hostile.

import { listHexColours, readSeed, type Supports } from './seed-values.ts';
import {
  DEFAULT_THEME,
  PLACEMENTS,
  PRESET_NAMES,
  SCHEMES,
  SEED_NAMES,
  SIZES,
  tidy,
  VARIANTS,
  type Theme,
} from './theme.ts';

/** How the frames show a theme. These switches are not part of the theme. */
export const SHOWN = ['dark', 'contrast', 'forced', 'large', 'rtl', 'still'] as const;
export type Shown = (typeof SHOWN)[number];

/** Everything that a link holds. */
export interface Choices {
  readonly theme: Theme;
  readonly shown: readonly Shown[];
  /** Pasted colours that can be put into the seeds. */
  readonly swatches: readonly string[];
}

export const NO_CHOICES: Choices = { theme: DEFAULT_THEME, shown: [], swatches: [] };

const MAX_LENGTH = 4_000;
const MAX_NAMED = 5;
const LISTS = { theme: PRESET_NAMES, variant: VARIANTS, size: SIZES, placement: PLACEMENTS, scheme: SCHEMES };

/** Writes the choices that differ from the defaults, for behind the #; an empty string where none does. */
export function writeHash({ theme, shown, swatches }: Choices): string {
  const { preset, variant, size, placement, scheme, seeds } = theme;
  const written = { theme: preset, variant, size, placement, scheme };
  const plain = { ...DEFAULT_THEME, theme: DEFAULT_THEME.preset };
  const attributes = Object.entries(written).filter(
    ([name, value]) => value && value !== plain[name as keyof typeof written],
  );
  const all = [
    ...(attributes as [name: string, value: string][]),
    ...Object.entries(seeds),
    ['shown', shown.join(' ')],
    ['swatches', swatches.map((colour) => colour.slice(1)).join(' ')],
  ];
  return new URLSearchParams(all.filter(([, value]) => value !== '')).toString();
}

/**
 * Reads the part of the address behind the #.
 * @returns the choices, and the names of the ignored parts, safe to show
 */
export function readHash(hash: string, supports: Supports): { choices: Choices; ignored: string[] } {
  const text = hash.replace(/^#/, '');
  if (text.length > MAX_LENGTH) return { choices: NO_CHOICES, ignored: ['…'] };
  const ignored: string[] = [];
  let { theme, shown, swatches } = NO_CHOICES;
  const read = (name: string, value: string): boolean => {
    if (name in LISTS && Object.hasOwn(LISTS, name)) {
      const known = LISTS[name as keyof typeof LISTS].includes(value as never);
      if (known) theme = { ...theme, [name === 'theme' ? 'preset' : name]: value };
      return known;
    }
    if (name === 'shown') {
      const words = value.split(' ');
      shown = SHOWN.filter((one) => words.includes(one));
      return shown.length === words.length;
    }
    if (name === 'swatches') {
      swatches = listHexColours(value);
      return swatches.length === value.split(' ').length;
    }
    const seed = SEED_NAMES.find((one) => one === name);
    const written = seed && readSeed(seed, value, supports);
    if (seed && written) theme = { ...theme, seeds: { ...theme.seeds, [seed]: written } };
    return Boolean(written);
  };
  for (const [name, value] of new URLSearchParams(text)) if (!read(name, value)) ignored.push(nameable(name));
  return {
    choices: { theme: tidy(theme), shown, swatches },
    ignored: [...new Set(ignored)].slice(0, MAX_NAMED),
  };
}

/** A name that is safe to show. Anything but a plain word is replaced. */
const nameable = (name: string): string => (/^[a-z-]{1,24}$/.test(name) ? name : '…');
