// How deep and how wide a JSON text may be, checked before it is parsed.

/** Deepest nesting of objects and lists; a report has 6 levels. */
export const MAX_DEPTH = 16;

/** Largest number of values, including each item of a list; a report with every list filled has 3,677. */
export const MAX_VALUES = 4_096;

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

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '"') return at;
    if (json[at] === '\\') at++;
  }
  return json.length;
}
