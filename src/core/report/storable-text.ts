// Text as a report carries it.

/** Length in code points: a surrogate pair counts once. It runs at every keystroke, so it builds no array of them. */
export const codePoints = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

/**
 * A text as it can be stored anywhere: databases refuse NUL, and half a surrogate pair is not text.
 * @param limit longest text, in code points; the form's fields or errors enforce it before this cut
 */
export const storable = (text: string, limit: number): string =>
  [...text.trim().replace(/\0|\p{Surrogate}/gu, '\ufffd')].slice(0, limit).join('');
