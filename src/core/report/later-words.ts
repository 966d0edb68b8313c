// Words that a later version adds to the lists of a report: this version keeps and shows them, and decides nothing by them.

/**
 * A word of a list of the report that this version does not know: any text, as a type of its own. The form cannot make one,
 * and a table cannot be read by one. A member of an enumeration, because types tell categories apart by such types alone.
 */
export declare enum LaterWord {
  Word = 'later',
}

/** The shape of every word of a list, now and later. */
export const WORD = /^[a-z0-9_]{1,40}$/u;

/** The entry of a table for a word; the default for a word that this version does not know, such as `constructor`. */
export const entryOf = <Word extends string, Value>(
  table: Readonly<Partial<Record<Word, Value>>>,
  word: Word | LaterWord,
  otherwise: Value,
): Value => (Object.hasOwn(table, word) ? (table[word as Word] ?? otherwise) : otherwise);
