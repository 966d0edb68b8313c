// The reference of a report, such as `7K4M-2QXD`: drawn for a receipt, and read again as people write it.
import { typedSymbols } from '../../core/follow-up/code.ts';

// Crockford's digits: no I, L, O or U, which are easily confused when a number is read aloud or copied by hand.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// Eight digits of five bits: 40 random bits.
const LENGTH = 8;

/** Draws a reference. */
export function drawReference(randomBytes: (size: number) => Uint8Array): string {
  const digits = Array.from(randomBytes(LENGTH), (byte) => DIGITS.charAt(byte % DIGITS.length));
  return written(digits);
}

/** Reads a reference in groups or not, in small letters, with O for 0, and I or L for 1; undefined if it is none. */
export function readReference(text: string): string | undefined {
  const digits = typedSymbols(text);
  return digits.length === LENGTH && digits.every((digit) => DIGITS.includes(digit))
    ? written(digits)
    : undefined;
}

const written = (digits: readonly string[]): string =>
  `${digits.slice(0, 4).join('')}-${digits.slice(4).join('')}`;
