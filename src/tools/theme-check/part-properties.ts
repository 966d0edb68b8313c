// Tells which properties affect the colours of a part, and finds the colour in a shorthand.

import { isFunctionNode, isTokenNode, stringify } from '@csstools/css-parser-algorithms';
import {
  isTokenDimension,
  isTokenIdent,
  isTokenNumber,
  isTokenPercentage,
  isTokenURL,
} from '@csstools/css-tokenizer';
import { readColour, type Colour } from './colours.ts';
import { parseValue } from './substitute.ts';

/** The effect of a property on the colours of a part; undefined if it has none. */
export function roleOf(
  property: string,
): 'text' | 'back' | 'line' | 'ring' | 'opacity' | 'size' | 'other' | undefined {
  const name = property.toLowerCase();
  if (/^(color|-webkit-text-fill-color)$/.test(name)) return 'text';
  if (/^background(-color|-image)?$/.test(name)) return 'back';
  if (/^border(-(top|right|bottom|left|block|inline)(-(start|end))?)?(-color)?$/.test(name)) return 'line';
  if (/^outline(-color|-style|-width)?$/.test(name)) return 'ring';
  if (name === 'opacity') return 'opacity';
  if (name === 'font' || name === 'font-size') return 'size';
  return OTHER.test(name) ? 'other' : undefined;
}

/** Properties that change colours in ways that cannot be computed here. */
const OTHER =
  /^((-webkit-|backdrop-)*filter|(mix|background)-blend-mode|background-clip|(text|box)-shadow|(-webkit-)?mask(-image)?|(text-decoration|caret|accent|column-rule|-webkit-text-stroke)-color|color-scheme|forced-color-adjust|all|zoom)$/;

/** Functions that make images, which have no single colour. */
const IMAGE =
  /^(url|src|image|image-set|cross-fade|element|paint|(repeating-)?(linear|radial|conic)-gradient)$/i;

/**
 * The colour in the value of a property, which may be a shorthand; `none` if it sets no colour, `image` if
 * it contains an image.
 */
export function colourIn(value: string): Colour | 'elsewhere' | 'image' | 'none' {
  let found: Colour | 'elsewhere' | undefined;
  for (const component of parseValue(value)) {
    if (isFunctionNode(component) && IMAGE.test(component.getName())) return 'image';
    if (isTokenNode(component) && isTokenURL(component.value)) return 'image';
    found ??= readColour(stringify([[component]]));
  }
  return found ?? 'none';
}

/** Whether a value removes the outline. */
export const isNoRing = (value: string): boolean => /(^|\s)(none|0(px)?)($|\s)/i.test(value);

/** The opacity, 0 to 1; undefined if the value is neither a number nor a percentage. */
export function opacityOf(value: string): number | undefined {
  const [component, ...more] = parseValue(value);
  if (!component || more.length > 0 || !isTokenNode(component)) return undefined;
  const token = component.value;
  if (isTokenNumber(token)) return Math.min(1, Math.max(0, token[4].value));
  return isTokenPercentage(token) ? Math.min(1, Math.max(0, token[4].value / 100)) : undefined;
}

/** Whether a value of `font-size` or `font` makes text smaller than 16 px; `maybe` if only a browser knows. */
export function isSmall(value: string): boolean | 'maybe' {
  for (const component of parseValue(value)) {
    if (isFunctionNode(component)) return 'maybe';
    if (!isTokenNode(component)) continue;
    const token = component.value;
    if (isTokenIdent(token) && /^((xx?-)?small|smaller)$/i.test(token[4].value)) return true;
    if (isTokenPercentage(token)) return token[4].value < 100 && 'maybe';
    if (!isTokenDimension(token)) continue;
    const { unit, value: size } = token[4];
    if (/^px$/i.test(unit)) return size < 16;
    if (/^pt$/i.test(unit)) return size < 12;
    return /^r?em$/i.test(unit) ? size < 1 && 'maybe' : 'maybe';
  }
  return false;
}
