// How deep and how wide a JSON text may be, found out before it is parsed.

/** Deepest nesting of objects and lists; that of a report is 6. */
export const MAX_DEPTH = 16;

/** Most values, each item of a list among them; a report with every list filled has 3,677. */
export const MAX_VALUES = 4_096;

/**
 * Counts the texts of a JSON text, keys included.
 * @returns undefined where it is deeper or wider than the limits; it is then read no further
 */
export function countStrings(json: string): number | undefined {
  let strings = 0;
  let depth = 0;
  // One value more than there are commas in each object or list: its opening stands for that one.
  let values = 0;
  // Sign by sign: a regular expression leaves half a megabyte of garbage for each text that is meant to.
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
