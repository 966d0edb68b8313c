// What surrounds an address, and what no one sees in it, taken off.

/** Characters that no one sees or types: soft hyphens, zero-width spaces, marks of direction. */
export const INVISIBLE = /[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Joiners to drop. Between two letters that are not ASCII they spell a Persian word or an emoji: part of a path. */
const STRAY_JOINER = /(?<![^\0-\x7f\s])[\u200c\u200d]+|[\u200c\u200d]+(?![^\0-\x7f\s])/g;

/** Takes off what surrounds an address in a sentence: spaces, quotes, brackets, the punctuation of the sentence. */
export function trimmed(text: string): string {
  let before;
  text = text.replace(INVISIBLE, '').replace(STRAY_JOINER, '');
  do {
    before = text;
    text = text.replace(/^[\s<"'`«“(]+|[\s>"'`.,;]+$/g, '');
    for (const [opener = '', closer = ''] of ['()', '[]', '«»', '“”']) {
      if (!text.endsWith(closer)) continue;
      let excess = text.split(closer).length - text.split(opener).length;
      for (; excess > 0 && text.endsWith(closer); excess--) text = text.slice(0, -1);
    }
  } while (text !== before);
  return text;
}

/** What a removal leaves last may look like the end of a sentence (`/wiki/S.A.R.L.`): an empty fragment shields it. */
export function shielded(address: string): string {
  const shorter = trimmed(address);
  return shorter === address || address.includes('#') ? shorter : `${address}#`;
}
