// Every choice on the builder's page, with its name in one language.

import type { SeedName } from '../../src/widget/theme/seeds.ts';
import { PLACEMENTS, PRESET_NAMES, SCHEMES, SIZES, VARIANTS } from './theme.ts';
import type { Words } from './words/words.ts';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

const VALUES = { variant: VARIANTS, size: SIZES, placement: PLACEMENTS, scheme: SCHEMES } as const;

/** The choices that are words, with the names of their values. */
export const attributeList = ({
  attributes,
  values,
}: Words): readonly (Named & { readonly values: readonly (readonly [value: string, label: string])[] })[] =>
  (Object.keys(VALUES) as (keyof typeof VALUES)[]).map((name) => {
    const labels: Readonly<Record<string, string>> = values[name];
    return {
      name,
      label: attributes[name][0],
      hint: attributes[name][1],
      values: VALUES[name].map((value) => [value, labels[value] ?? value] as const),
    };
  });

/** Presets in their order, with what they are for. */
export const presetList = ({ presets }: Words): readonly Named[] =>
  PRESET_NAMES.map((name) => ({
    name,
    label: name,
    hint: presets[name],
  }));

/** The name of a seed, and what it does. */
export const seedNamed = ({ seeds }: Words, name: SeedName): Omit<Named, 'name'> => {
  const [label, hint] = seeds[name];
  return { label, hint };
};

/** Font stacks that use only fonts of the system, in the order of their names. */
export const FONT_STACKS: readonly string[] = [
  'system-ui, sans-serif',
  'Seravek, "Gill Sans Nova", Ubuntu, Calibri, sans-serif',
  'Avenir, Montserrat, Corbel, "URW Gothic", sans-serif',
  'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Nunito, sans-serif',
  'Georgia, "Times New Roman", serif',
  '"Iowan Old Style", Palatino, "URW Palladio L", P052, serif',
  'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
];
