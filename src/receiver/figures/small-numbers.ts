// Hides small numbers from a reader who subtracts, and who knows this very rule.

/** A number as it is printed: itself, `hidden` from the reader, or `unknown` to the hotline. */
export type Figure = number | 'hidden' | 'unknown';

/** Every number below this one is hidden. */
export const SMALL = 5;

/** If a part is hidden, so is every part below this number: a hidden part may then be small or not. */
const COVER = 2 * SMALL;

/** The numbers of a whole and of its parts, as they may be printed. */
export interface HiddenParts {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

/**
 * Hides the small parts of a whole, and as many others as it takes. Zero is small too.
 *
 * A reader who knows the whole gets the sum of the hidden parts by subtraction. So at least two are hidden, their sum is
 * at least `COVER - 1`, and parts of equal size are hidden together: which of the hidden parts is which size cannot be told
 * from the outside. For a reader who knows this rule as well, each hidden part may still be `SMALL` or more, as long as
 * the whole is.
 * @param parts counts, which add up to the whole
 */
export function hideSmall(parts: readonly number[]): HiddenParts {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole < SMALL) return { whole: 'hidden', parts: parts.map(() => 'hidden') };
  const limit = limitOf(parts);
  return { whole, parts: parts.map((part) => (part < limit ? 'hidden' : part)) };
}

/** The size below which parts are hidden; 0 if all are shown. */
function limitOf(parts: readonly number[]): number {
  if (parts.every((part) => part >= SMALL)) return 0;
  const hidden = parts.filter((part) => part < COVER);
  const sum = hidden.reduce((total, part) => total + part, 0);
  // One part alone is small, so its sum is too.
  if (sum >= COVER - 1) return COVER;
  // One size more, with all parts that have it.
  return Math.min(...parts.filter((part) => part >= COVER)) + 1;
}
