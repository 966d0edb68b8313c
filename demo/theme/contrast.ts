// Contrast as WCAG 2 defines it, over sRGB colours, and the sentences that describe an adjusted colour.

import { fr } from './words/fr.ts';
import { filled, type Words } from './words/words.ts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Relative luminance, 0 to 1. */
export function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

export const hex = (colour: Rgb): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** « 7,1:1 », rounded down, so that no ratio is overstated. */
export const formatRatio = (ratio: number, language = 'fr'): string =>
  `${(Math.floor(ratio * 10) / 10).toLocaleString(language, { minimumFractionDigits: 1 })}:1`;

/** A requested colour, the colour that replaced it, and its contrast. */
export interface Adjusted {
  readonly from: Rgb;
  readonly to: Rgb;
  readonly ratio: number;
}

/** « #0b5cff devient #074bd3 : lisible à 7,1:1. » */
export function sentenceOf(
  { from, to, ratio }: Adjusted,
  { measures, tag }: Pick<Words, 'measures' | 'tag'> = fr,
): string {
  const values = { from: hex(from), to: hex(to), ratio: formatRatio(ratio, tag) };
  return filled(hex(from) === hex(to) ? measures.stays : measures.becomes, values);
}
