// A choice in words, from the strings of a language.

/** Source of the strings: the text of a key, empty if there is none. */
export interface TextSource {
  text(key: string): string;
}

/** The first of these messages that exists: many texts have a variant for one category or question. */
export const wordsOf = (source: TextSource, ...keys: readonly string[]): string => {
  for (const key of keys) {
    const text = source.text(key);
    if (text) return text;
  }
  return '';
};

/** A choice in words. */
export const answerText = (source: TextSource, id: string, value: string): string =>
  wordsOf(source, `o.${id}.${value}`, `o.${value}`);
