// How deep and how wide a JSON text may be, found out before it is parsed.

/** Deepest nesting of objects and lists; that of a report is 6. */
export const MAX_DEPTH = 16;

/** Most values, each item of a list among them; a report with every list filled has 3,677. */
export const MAX_VALUES = 4_096;

// The closing quote may be missing, so that nothing is ever tried twice: linear on any text, JSON or not.
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"?|[[{\]},]/g;

/**
 * Counts the texts of a JSON text, keys included.
 * @returns undefined where it is deeper or wider than the limits; it is then read no further
 */
export function countStrings(json: string): number | undefined {
  let strings = 0;
  let depth = 0;
  // One value more than there are commas in each object or list: its opening stands for that one.
  let values = 0;
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (token !== ',') strings++;
    if (token === '{' || token === '[' || token === ',') values++;
    if (depth > MAX_DEPTH || values > MAX_VALUES) return undefined;
  }
  return strings;
}
