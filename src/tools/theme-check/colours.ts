// Converts CSS colours to numbers.

import { color } from '@csstools/css-color-parser';
import {
  isFunctionNode,
  isSimpleBlockNode,
  isTokenNode,
  parseComponentValue,
  type ComponentValue,
} from '@csstools/css-parser-algorithms';
import { isTokenIdent, tokenize } from '@csstools/css-tokenizer';
import { fromHex, toHex, type Xyz } from '../../widget/theme/measure.ts';
import { parseValue } from './substitute.ts';

/** A colour, and how opaque it is, 0 to 1. */
export interface Colour {
  readonly xyz: Xyz;
  readonly alpha: number;
}

/** Colours of the page, the system or the user: only a browser knows them. */
const ELSEWHERE =
  /^(currentcolor|accentcolor(text)?|activetext|button(border|face|text)|canvas(text)?|field(text)?|graytext|highlight(text)?|linktext|mark(text)?|selecteditem(text)?|visitedtext)$/i;

/**
 * Reads a colour; undefined if the text is no colour, `elsewhere` if only a browser knows the colour.
 * @throws {SubstitutionError} if the text is nested too deeply
 */
export function readColour(text: string): Colour | 'elsewhere' | undefined {
  if (!known.has(text)) known.set(text, interpret(text));
  return known.get(text);
}

/** Cache: all themes read a few shared colours. */
const known = new Map<string, Colour | 'elsewhere' | undefined>();

function interpret(text: string): Colour | 'elsewhere' | undefined {
  const values = parseValue(text);
  // In this form, the parser itself converts the colour to XYZ.
  const value = parseComponentValue(tokenize({ css: `color(from ${text} xyz-d65 x y z / alpha)` }));
  const read = value && color(value);
  if (read && typeof read.alpha === 'number') {
    const [x, y, z] = read.channels.map((channel) => (Number.isFinite(channel) ? channel : 0)) as [
      number,
      number,
      number,
    ];
    return { xyz: [x, y, z], alpha: Number.isFinite(read.alpha) ? read.alpha : 0 };
  }
  return values.some(isElsewhere) ? 'elsewhere' : undefined;
}

function isElsewhere(value: ComponentValue): boolean {
  if (isTokenNode(value)) return isTokenIdent(value.value) && ELSEWHERE.test(value.value[4].value);
  return (isFunctionNode(value) || isSimpleBlockNode(value)) && value.value.some(isElsewhere);
}

/** A colour blended onto another one as a screen does it, as `#rrggbb`. */
export function over({ xyz, alpha }: Colour, paper: string): string {
  const front = toHex(xyz);
  if (alpha >= 1) return front;
  // Browsers mix the bytes of sRGB, not light.
  const bytes = (hex: string): number[] =>
    [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  const [above, below] = [bytes(front), bytes(paper)];
  const mixed = above.map((byte, index) => Math.round(byte * alpha + below[index]! * (1 - alpha)));
  return `#${mixed.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A colour of a palette with an opacity. */
export const seenThrough = (hex: string, alpha: number): Colour => ({ xyz: fromHex(hex), alpha });
