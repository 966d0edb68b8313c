// Validates values of seeds. Values also come from links, so no value may end a declaration, fetch something, or read
// data outside the theme.

import { SEEDS, type SeedName } from '../../src/widget/theme/seeds.ts';

/** The range and the step of a length or a number. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: '' | 'px' | 'rem';
}

export const SCALES: Readonly<Partial<Record<SeedName, Scale>>> = {
  'font-size': { min: 1, max: 1.5, step: 0.0625, unit: 'rem' },
  space: { min: 2, max: 8, step: 0.5, unit: 'px' },
  radius: { min: 0, max: 32, step: 1, unit: 'px' },
  'border-width': { min: 1, max: 4, step: 0.5, unit: 'px' },
  'focus-width': { min: 2, max: 8, step: 1, unit: 'px' },
  'black-from': { min: 0, max: 1, step: 0.01, unit: '' },
  elevation: { min: 0, max: 2, step: 0.1, unit: '' },
  motion: { min: 0, max: 2, step: 0.1, unit: '' },
};

/** Seeds that can have one colour in light and another in dark. */
export const TWO_COLOURED: readonly SeedName[] = ['accent', 'surface'];

/** Whether this browser supports a value, as `CSS.supports` reports. */
export type Supports = (property: string, value: string) => boolean;

const MAX_LENGTH = 160;
const COLOUR = /^(#[\da-f]{3,8}|[a-z]+|[a-z-]+\([\w\s.,%/()#+-]*\))$/i;
const FONTS = /^[\p{L}\d\s,'"._-]+$/u;
/** CSS-wide keywords, and functions that read or fetch. */
const FOREIGN = /\b(inherit|initial|unset|revert|revert-layer)\b|\b(var|env|attr|url|image)\(/i;

/** The value of a seed as it may be written; undefined if the value is invalid. */
export function readSeed(name: SeedName, text: string, supports: Supports): string | undefined {
  const value = text.trim().replace(/\s+/g, ' ');
  if (value === '' || value.length > MAX_LENGTH || FOREIGN.test(value)) return undefined;
  const scale = SCALES[name];
  if (scale) return readScale(value, scale);
  if (!(name in SEEDS['<color>']))
    return FONTS.test(value) && supports('font-family', value) ? value : undefined;
  const { light, dark } = splitColour(value);
  const isColour = (colour: string): boolean => COLOUR.test(colour) && supports('color', colour);
  if (!isColour(light)) return undefined;
  if (dark === undefined) return light;
  return TWO_COLOURED.includes(name) && isColour(dark) ? joinColour(light, dark) : undefined;
}

function readScale(value: string, { min, max, unit }: Scale): string | undefined {
  const [, digits, written] = /^(\d+(?:\.\d+)?|\.\d+)([a-z]*)$/i.exec(value) ?? [];
  const number = Number(digits);
  // Zero needs no unit.
  if (digits === undefined || (written?.toLowerCase() !== unit && number !== 0)) return undefined;
  return number >= min && number <= max ? `${number}${unit}` : undefined;
}

/** The colours of `light-dark(…)`; anything else is one colour. */
export function splitColour(value: string): { readonly light: string; readonly dark?: string } {
  const inside = /^light-dark\((.*)\)$/i.exec(value)?.[1];
  if (inside === undefined) return { light: value };
  let depth = 0;
  for (const [index, character] of [...inside].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0)
      return { light: inside.slice(0, index).trim(), dark: inside.slice(index + 1).trim() };
  }
  return { light: value };
}

export function joinColour(light: string, dark: string | undefined): string {
  return dark === undefined || sameColour(light, dark) ? light : `light-dark(${light}, ${dark})`;
}

/** Whether two values mean the same colour: `#FFF` and `#ffffff`. */
export function sameColour(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const plain = (value: string): string =>
  value
    .toLowerCase()
    .replace(/\s*([,()'"])\s*/g, '$1')
    .replace(/#([\da-f])([\da-f])([\da-f])(?![\da-f])/g, '#$1$1$2$2$3$3');

/** Every hex colour of a text as `#rrggbb`, without duplicates. */
export function listHexColours(text: string, atMost = 24): string[] {
  const found = text.matchAll(/(?<![\w#])#?([\da-f]{6}|[\da-f]{3})(?![\w])/gi);
  const colours = [...found].map(([, digits = '']) => plain(`#${digits}`));
  return [...new Set(colours)].slice(0, atMost);
}
