// Text as a report carries it.

/** Length as people and the wire count it: an emoji is not two. Asked at every key, so no list of them is made. */
export const codePoints = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

/**
 * A text as it can be stored anywhere: databases refuse NUL, and half a surrogate pair is not text.
 * @param limit longest text, in code points; the fields take no more, or an error says so, before it is cut here
 */
export const storable = (text: string, limit: number): string =>
  [...text.trim().replace(/\0|\p{Surrogate}/gu, '\ufffd')].slice(0, limit).join('');
