// The facts about each language beside its strings, which are data: locales/<tag>.json.

import type { Locale } from './locale.ts';

/** A language without its strings. */
export type WithoutStrings = Omit<Locale, 'launcher' | 'form' | 'names'>;

/** The source of all other languages. */
export const FRENCH: WithoutStrings = { tag: 'fr' };

/** With « 9 am », as in speech. */
export const ENGLISH: WithoutStrings = { tag: 'en', dateTag: 'en-GB-u-hc-h12' };

/** `npm run messages` takes `isDraft` out of a row, or puts it in. */
const ROWS = {
  ar: { dateTag: 'ar-u-nu-latn', dir: 'rtl', isDraft: true },
  bg: { isDraft: true },
  cs: { isDraft: true },
  da: { isDraft: true },
  de: { isDraft: true },
  el: { isDraft: true },
  'en-simple': { name: 'Easy English', dateTag: 'en-GB-u-hc-h12', isDraft: true },
  es: { isDraft: true },
  et: { isDraft: true },
  fi: { isDraft: true },
  'fr-simple': { name: 'Français facile', dateTag: 'fr', isDraft: true },
  ga: { name: 'Gaeilge', isDraft: true },
  hr: { isDraft: true },
  hu: { isDraft: true },
  it: { isDraft: true },
  lt: { isDraft: true },
  lv: { isDraft: true },
  mt: { name: 'Malti', isDraft: true },
  nl: { isDraft: true },
  pl: { isDraft: true },
  pt: { isDraft: true },
  ro: { isDraft: true },
  sk: { isDraft: true },
  sl: { isDraft: true },
  sv: { isDraft: true },
  uk: { isDraft: true },
} satisfies Readonly<Record<string, Omit<WithoutStrings, 'tag'>>>;

/** The tag of a language that a page includes. */
export type FurtherLanguage = keyof typeof ROWS;

/** The languages that a page includes, beside French and English. */
export const FURTHER: Readonly<Record<FurtherLanguage, Omit<WithoutStrings, 'tag'>>> = ROWS;

/** Their tags, in alphabetical order. */
export const FURTHER_LANGUAGES = Object.keys(ROWS) as readonly FurtherLanguage[];
