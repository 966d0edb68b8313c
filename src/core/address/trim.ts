// Removes what surrounds an address, and the invisible characters in it.

/** Characters that people neither see nor type: soft hyphens, zero-width spaces, direction marks. */
export const INVISIBLE = /[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Joiners to remove. Between two non-ASCII characters they stay: a Persian word or an emoji in a path needs them. */
const STRAY_JOINER = /(?<![^\0-\x7f\s])[\u200c\u200d]+|[\u200c\u200d]+(?![^\0-\x7f\s])/g;

/** A text without the characters that nobody sees. */
export const visible = (text: string): string => text.replace(INVISIBLE, '').replace(STRAY_JOINER, '');

/** Removes what surrounds an address in a sentence: spaces, quotes, brackets, the punctuation of the sentence. */
export function trimmed(text: string): string {
  let before;
  text = visible(text);
  do {
    before = text;
    text = text
      .replace(/[\s>.,;]+$/, '')
      .replace(/^(["'`])(.*)\1$/s, '$2')
      .replace(/^[\s<"'`«“(]+/, '');
    // A mark that closes a quotation within the address belongs to it: `?q="deux mots"`.
    for (const mark of '"\'`')
      if (text.endsWith(mark) && text.split(mark).length % 2 === 0) text = text.slice(0, -1);
    for (const [opener = '', closer = ''] of ['()', '[]', '«»', '“”']) {
      if (!text.endsWith(closer)) continue;
      let excess = text.split(closer).length - text.split(opener).length;
      for (; excess > 0 && text.endsWith(closer); excess--) text = text.slice(0, -1);
    }
  } while (text !== before);
  return text;
}

/** Adds an empty fragment if the end of an address looks like the end of a sentence, as in `/wiki/S.A.R.L.`. */
export function shielded(address: string): string {
  const shorter = trimmed(address);
  return shorter === address || address.includes('#') ? shorter : `${address}#`;
}
