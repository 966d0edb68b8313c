// The strings of a language as translators see them: an entry for each message, which may have a text for each plural
// category. French is the source, and English stands beside it.

import { createHash } from 'node:crypto';
import { FURTHER_LANGUAGES } from '../languages.ts';

/** Texts by their keys. */
export type Texts = Readonly<Record<string, string>>;

/** The files of a language. */
export const PARTS = ['launcher', 'first', 'later'] as const;
export type Part = (typeof PARTS)[number];
export type Parts = Readonly<Record<Part, Texts>>;

/** The languages into which French is translated. */
export const TRANSLATED: readonly string[] = ['en', ...FURTHER_LANGUAGES];

/** Messages with a text for each plural category of the language; the text of `other` has the key of the message. */
const COUNTED: readonly string[] = ['err.wait', 's3.details.left', 's3.details.over'];

/** The key of a text for one plural category. */
export const VARIANT = /^(err\.wait|s3\.details\.(?:left|over))\.(?:zero|one|two|few|many)$/;

/** The plural categories of a language, in the order of CLDR; `other` is the last. */
export const categoriesOf = (tag: string): readonly string[] =>
  new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

/** The strings of a language, by file. */
export async function partsOf(tag: string): Promise<Parts> {
  const load = (part: Part): Promise<Readonly<Record<string, Texts>>> =>
    import(`../../src/i18n/locales/${tag}/${part}.ts`) as Promise<Readonly<Record<string, Texts>>>;
  const [launcher, first, later] = await Promise.all(PARTS.map(load));
  return {
    launcher: { ...launcher!['launcher'], ...launcher!['fallback'] },
    first: first!['first']!,
    later: later!['later']!,
  };
}

/** All strings of a language. */
export const textsOf = async (tag: string): Promise<Texts> =>
  Object.assign({}, ...Object.values(await partsOf(tag))) as Texts;

const [french, english] = await Promise.all([textsOf('fr'), textsOf('en')]);

/** The keys of all entries, in the order of the French files. */
export const KEYS: readonly string[] = Object.keys(french).filter((key) => !VARIANT.test(key));

/** The French text of a key; that of all numbers, for a plural category. */
export const frenchOf = (key: string): string => french[key.replace(VARIANT, '$1')] ?? '';

/** The keys of an entry's texts in a language: one, or one for each plural category. */
export const keysOf = (tag: string, key: string): readonly string[] =>
  COUNTED.includes(key)
    ? categoriesOf(tag).map((category) => (category === 'other' ? key : `${key}.${category}`))
    : [key];

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
