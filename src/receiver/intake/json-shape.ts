// How deep and how wide a JSON text may be, checked before it is parsed.

/** Deepest nesting of objects and lists; a report has 6 levels. */
export const MAX_DEPTH = 16;

/** Largest number of values, including each item of a list; a report with every list filled has 4,247. */
export const MAX_VALUES = 5_120;

/**
 * Counts the strings of a JSON text, keys included.
 * @returns undefined as soon as the text exceeds a limit
 */
export function countStrings(json: string): number | undefined {
  let strings = 0;
  let depth = 0;
  // An object or a list has one value more than it has commas, so its opening bracket counts as one value.
  let values = 0;
  // The loop reads single characters: a regular expression leaves half a megabyte of garbage for a hostile text.
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') {
      strings++;
      at = endOfString(json, at);
    } else if (sign === '{' || sign === '[') {
      depth++;
      values++;
    } else if (sign === '}' || sign === ']') depth--;
    else if (sign === ',') values++;
    if (depth > MAX_DEPTH || values > MAX_VALUES) return undefined;
  }
  return strings;
}

/**
 * Whether every number of a JSON text keeps its digits when it is parsed: a double holds some 16 of them, and `1e999` is no
 * number any more. What is exported must be what was sent.
 */
export const hasExactNumbers = (json: string): boolean =>
  (json.replace(STRING, '').match(/-?\d[\d.eE+-]*/g) ?? []).every(
    (written) => digitsOf(written) === digitsOf(String(Number(written))),
  );

const STRING = /"(?:[^"\\]|\\.)*"/g;

/** The digits of a number that count, without sign, point, exponent and outer zeros. */
const digitsOf = (written: string): string =>
  written
    .replace(/e.*$/i, '')
    .replace(/[^\dA-Z]/gi, '')
    .replace(/^0+|0+$/g, '');

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '"') return at;
    if (json[at] === '\\') at++;
  }
  return json.length;
}
