// The follow-up code: made on the device, written down by the reporter, and read again with a slip of the pen told at once.

/** Crockford's base 32, without I, L, O and U. The value of a symbol is its place. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols of a code: 15 drawn ones (75 bits), and a check symbol. */
const LENGTH = 16;

/** Symbols of a group, as people write long numbers. */
const GROUP = 4;

/** Letters that are read for others: O and I are no symbols, and hardly anybody tells an l from a 1. */
const ALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** What people put between groups: spaces of any kind, hyphens and dashes, full stops. */
const BETWEEN = /[\s.\-\u2010-\u2015\u2212]/g;

/**
 * Twice a value in the field of 32 elements, GF(32), with x⁵ + x² + 1. Doubling a symbol 31 times gives it back, so the
 * weights 1, 2, 4 … of 16 places are all different.
 */
const doubled = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * The weighted sum of a code's values over GF(32): place `n`, counted from the right and from 0, has the weight 2ⁿ. It is
 * zero for a code. A wrong symbol changes it, because no weight is zero; so does a swap of two different symbols, because
 * no two weights are equal.
 */
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => doubled(sum) ^ value, 0);

/** The check symbol's value stands last, with the weight 1. */
function withCheck(drawn: readonly number[]): string {
  const check = sumOf([...drawn, 0]);
  return [...drawn, check].map((value) => SYMBOLS[value]!).join('');
}

/**
 * Makes a code of 16 symbols.
 * @param fill fills bytes at random; by default `crypto.getRandomValues`, which pages over http have too
 */
export function makeCode(
  fill: (bytes: Uint8Array<ArrayBuffer>) => unknown = (bytes) => crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(LENGTH - 1);
  fill(bytes);
  // 256 is a multiple of 32: every symbol is as likely.
  return withCheck([...bytes].map((byte) => byte & 31));
}

/** A code in four groups, as it is written down: `7K4M-2QXD-…`. */
export const writtenCode = (code: string): string =>
  (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');

/** A code that was read, or its fault; with the sign that no code has, or the number of signs, where the fault has one. */
export type ReadCode =
  | { readonly code: string }
  | { readonly fault: 'symbol'; readonly sign: string }
  | { readonly fault: 'length'; readonly length: number }
  | { readonly fault: 'check' };

/** The symbols of a text as people type it: in groups or not, in small letters, with O for 0, and I or L for 1. */
export const typedSymbols = (text: string): string[] =>
  [...text.normalize('NFKC').replace(BETWEEN, '').toUpperCase()].map((one) => ALIKE[one] ?? one);

/** Symbols of the numbers that our receiver gives. */
const NUMBER_LENGTH = 8;

/** More symbols may be a code of which a group was left out. */
const LONGEST_OTHER_NUMBER = 11;

/**
 * Whether a text that is no code is the number of a report. Ours has half the symbols of a code. Of other endpoints' numbers
 * (`SPOKEN_CODE` in report/protocol.ts), those are known that no code with a slip looks like: five digits or more and
 * nothing else, as in one of a hundred million codes; or few symbols that do not begin with a group of four.
 */
export function isReportNumber(text: string): boolean {
  const symbols = typedSymbols(text).join('');
  if (!/^[0-9A-Z]{5,32}$/.test(symbols) || 'code' in readCode(text)) return false;
  const [first = ''] = text.trim().split(BETWEEN);
  const isInOtherGroups = symbols.length <= LONGEST_OTHER_NUMBER && first.length < symbols.length;
  return (
    symbols.length === NUMBER_LENGTH || /^\d+$/.test(symbols) || (isInOtherGroups && first.length !== GROUP)
  );
}

/** Reads a code as people type it. */
export function readCode(text: string): ReadCode {
  const typed = typedSymbols(text);
  const values = typed.map((one) => SYMBOLS.indexOf(one));
  const strange = values.indexOf(-1);
  if (strange >= 0) return { fault: 'symbol', sign: typed[strange]! };
  if (values.length !== LENGTH) return { fault: 'length', length: values.length };
  return sumOf(values) === 0 ? { code: typed.join('') } : { fault: 'check' };
}
