// Keeps a text within the limit of the service that receives it.

const ELLIPSIS = '…';

/**
 * The text, or its beginning and an ellipsis, cut at a word if there is one in its second half.
 * @param limit longest result in UTF-16 units, which is never less strict than counting code points
 */
export function excerpt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Half of a surrogate pair is no text.
  const kept = text.slice(0, limit - ELLIPSIS.length).replace(/[\uD800-\uDBFF]$/, '');
  const word = kept.search(/\s\S*$/);
  return (word > kept.length / 2 ? kept.slice(0, word) : kept).trimEnd() + ELLIPSIS;
}
