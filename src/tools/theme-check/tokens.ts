// Style sheets from design tokens, and design tokens from the seeds that a style sheet sets for every widget.

import { toHex } from '../../widget/theme/measure.ts';
import {
  readTokens,
  writeTokens,
  type ColourReader,
  type SeedTexts,
  type TokenProblem,
} from '../../widget/theme/design-tokens.ts';
import type { SeedName } from '../../widget/theme/seeds.ts';
import { readColour } from './colours.ts';
import { SEED_PROPERTIES } from './seed-types.ts';
import { readStyleSheet } from './style-sheet.ts';
import { substitute, SubstitutionError, type Scheme } from './substitute.ts';
import { collectThemes } from './themes.ts';

export type { TokenProblem };

/** The style sheet of a file of tokens; empty if it has no seed. */
export function cssOfTokens(text: string): {
  readonly css: string;
  readonly problems: readonly TokenProblem[];
} {
  const { seeds, problems } = readTokens(text);
  const lines = Object.entries(seeds).map(([name, value]) => `  --cs-${name}: ${value};\n`);
  const css = lines.length > 0 ? `cliquez-signalez,\ncliquez-signalez-form {\n${lines.join('')}}\n` : '';
  return { css, problems };
}

/** The tokens of the seeds that a style sheet sets for every widget, and the seeds that depend on the page. */
export function tokensOfCss(css: string): { readonly text: string; readonly left: readonly SeedName[] } {
  const [page] = collectThemes(readStyleSheet(css).rules);
  const variables = (name: string): string | undefined => page.all.get(name)?.value;
  const seeds = Object.fromEntries(
    [...page.all]
      .filter(([name]) => SEED_PROPERTIES.includes(name))
      .map(([name, { value }]) => [name.slice('--cs-'.length), withoutVariables(value, variables)]),
  ) as SeedTexts;
  return writeTokens(seeds, colourReader);
}

/** A value with the variables of the file in their places, where the file has them all. */
function withoutVariables(value: string, variables: (name: string) => string | undefined): string {
  try {
    const [light, dark] = (['light', 'dark'] as const).map((scheme) => substitute(value, variables, scheme));
    return light === dark ? light! : `light-dark(${light}, ${dark})`;
  } catch (error) {
    if (error instanceof SubstitutionError) return value;
    throw error;
  }
}

/** Reads a colour in both schemes, as the widget does. */
export const colourReader: ColourReader = (text) => {
  const read = (scheme: Scheme): string | undefined => {
    try {
      const colour = readColour(substitute(text, () => undefined, scheme));
      return typeof colour === 'object' ? toHex(colour.xyz) : undefined;
    } catch (error) {
      if (error instanceof SubstitutionError) return undefined;
      throw error;
    }
  };
  return { light: read('light'), dark: read('dark') };
};
