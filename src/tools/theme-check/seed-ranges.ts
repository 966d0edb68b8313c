// The range that the widget keeps each measure in. Its style sheets clamp what lies outside (src/widget/theme/tokens.styles.ts).

import { isTokenNode, isWhiteSpaceOrCommentNode } from '@csstools/css-parser-algorithms';
import { isTokenDimension, isTokenNumber } from '@csstools/css-tokenizer';
import type { SeedName } from '../../widget/theme/seeds.ts';
import { parseValue } from './substitute.ts';

/** A range of lengths in px, or of numbers. Without `most`, it has no upper end. */
export interface Range {
  readonly unit: 'px' | '';
  readonly least: number;
  readonly most?: number;
}

export const RANGES: Readonly<Partial<Record<SeedName, Range>>> = {
  'font-size': { unit: 'px', least: 16 },
  space: { unit: 'px', least: 2, most: 8 },
  radius: { unit: 'px', least: 0 },
  'border-width': { unit: 'px', least: 1, most: 4 },
  'focus-width': { unit: 'px', least: 2, most: 8 },
  'black-from': { unit: '', least: 0, most: 1 },
  elevation: { unit: '', least: 0 },
  motion: { unit: '', least: 0 },
};

/** Units in px. A `rem` is that of a page that leaves the browser's text size as it is. */
const PX: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  rem: 16,
};

/**
 * A value outside of a seed's range, and its replacement.
 * @param computed a value of the seed's type, without `var()`
 * @returns undefined if the value is within the range, or only a browser knows its length
 */
export function outOfRange(name: SeedName, computed: string): string | undefined {
  const range = RANGES[name];
  const amount = range && amountOf(computed);
  if (amount === undefined) return undefined;
  const { unit, least, most = Infinity } = range!;
  if (amount >= least && amount <= most) return undefined;
  const allowed =
    most === Infinity ? `is at least ${least}${unit}` : `goes from ${least}${unit} to ${most}${unit}`;
  return `${allowed}; “${computed}” is outside, so the form uses ${amount < least ? least : most}${unit}`;
}

/** A length in px, or a number; undefined for what depends on the page, and for a calculation. */
export function amountOf(text: string): number | undefined {
  const [value] = parseValue(text).filter((each) => !isWhiteSpaceOrCommentNode(each));
  if (!value || !isTokenNode(value)) return undefined;
  const token = value.value;
  if (isTokenNumber(token)) return token[4].value;
  if (!isTokenDimension(token)) return undefined;
  const px = PX[token[4].unit.toLowerCase()];
  return px && token[4].value * px;
}
