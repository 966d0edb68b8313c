// The strings of a language as translators see them: an entry for each message, which may have a text for each plural
// category. French is the source, and English stands beside it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import PENDING from '../../src/words/pending.json' with { type: 'json' };

/** Texts by their keys. */
export type Texts = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The file of a language, from the root of the repository. */
export const localeFile = (tag: string): string => `src/words/locales/${tag}.json`;

/** The languages into which French is translated. */
export const TRANSLATED: readonly string[] = ['en', ...FURTHER_LANGUAGES];

/** Messages with a text for each plural category of the language; the text of `other` has the key of the message. */
const COUNTED: readonly string[] = ['err.wait', 's3.details.left', 's3.details.over'];

/** The key of a text for one plural category. */
export const VARIANT = /^(err\.wait|s3\.details\.(?:left|over))\.(?:zero|one|two|few|many)$/;

/** The plural categories of a language, in the order of CLDR; `other` is the last. */
export const categoriesOf = (tag: string): readonly string[] =>
  new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

/** The strings of a file. @throws if it is no JSON */
export function textsFrom(file: string, source: string): Texts {
  try {
    return JSON.parse(source) as Texts;
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** All strings of a language. */
export const textsOf = (tag: string): Texts =>
  textsFrom(localeFile(tag), readFileSync(root + localeFile(tag), 'utf8'));

const [french, english] = [textsOf('fr'), textsOf('en')];

/** The keys of all entries, in the order of the French file. */
export const KEYS: readonly string[] = Object.keys(french).filter((key) => !VARIANT.test(key));

/** The French text of a key; that of all numbers, for a plural category. */
export const frenchOf = (key: string): string => french[key.replace(VARIANT, '$1')] ?? '';

/** The keys of an entry's texts in a language: one, or one for each plural category. */
export const keysOf = (tag: string, key: string): readonly string[] =>
  COUNTED.includes(key)
    ? categoriesOf(tag).map((category) => (category === 'other' ? key : `${key}.${category}`))
    : [key];

/** The keys that the file of a language has, in their order. French has no text of its own for millions. */
export const keysIn = (tag: string): readonly string[] =>
  tag === 'fr' ? Object.keys(french) : KEYS.flatMap((key) => keysOf(tag, key));

/** Languages that have every string at once: those of the authors, with their easy versions. */
const WRITTEN_FIRST = /^(?:fr|en)(?:-simple)?$/;

/** Whether a language may lack a string for now (src/words/pending.json): a view leaves its line out. */
export const mayLack = (tag: string, key: string): boolean =>
  !WRITTEN_FIRST.test(tag) && PENDING.includes(key);

/** The source of an entry: French for one and for several, and the English texts. */
export const sourceOf = (
  key: string,
): { readonly french: string; readonly one?: string; readonly english: readonly string[] } => ({
  french: french[key]!,
  ...(COUNTED.includes(key) && { one: french[`${key}.one`]! }),
  english: keysOf('en', key).map((name) => english[name]!),
});

/** A short digest of texts. */
const digestOf = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 12);

/** The digest of an entry's source: it changes with the French and with the English text. */
export function sourceDigest(key: string): string {
  const { french: all, one = '', english: texts } = sourceOf(key);
  return digestOf([all, one, ...texts]);
}

/** The digest of an entry's texts in a language. */
export const textDigest = (tag: string, key: string, texts: Texts): string =>
  digestOf(keysOf(tag, key).map((name) => texts[name] ?? ''));
