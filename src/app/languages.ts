// The languages of the application: its words and, with those of a further language, the form's own strings.

import { includeLanguage } from '../words/include-language.ts';
import { EASY } from '../words/easy.ts';
import type { FurtherLanguage } from '../words/languages.ts';
import { fill } from '../words/messages.ts';
import { en } from './words/en.ts';
import { fr, type AppWords } from './words/fr.ts';

/** Gives a text, with its values filled in. */
export type Say = (name: keyof AppWords, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the further languages. In the built application, the form's strings are in the same files. */
const WORDS = {
  ar: () => import('./words/ar.ts'),
  bg: () => import('./words/bg.ts'),
  cs: () => import('./words/cs.ts'),
  da: () => import('./words/da.ts'),
  de: () => import('./words/de.ts'),
  el: () => import('./words/el.ts'),
  'en-simple': () => import('./words/en-simple.ts'),
  es: () => import('./words/es.ts'),
  et: () => import('./words/et.ts'),
  fi: () => import('./words/fi.ts'),
  'fr-simple': () => import('./words/fr-simple.ts'),
  ga: () => import('./words/ga.ts'),
  hr: () => import('./words/hr.ts'),
  hu: () => import('./words/hu.ts'),
  it: () => import('./words/it.ts'),
  lt: () => import('./words/lt.ts'),
  lv: () => import('./words/lv.ts'),
  mt: () => import('./words/mt.ts'),
  nl: () => import('./words/nl.ts'),
  pl: () => import('./words/pl.ts'),
  pt: () => import('./words/pt.ts'),
  ro: () => import('./words/ro.ts'),
  sk: () => import('./words/sk.ts'),
  sl: () => import('./words/sl.ts'),
  sv: () => import('./words/sv.ts'),
  uk: () => import('./words/uk.ts'),
} satisfies Record<FurtherLanguage, () => Promise<{ readonly words: AppWords }>>;

const loaded = new Map<string, AppWords>([
  ['fr', fr],
  ['en', en],
]);

/** `pt-BR` has the words of `pt`; `fr-simple` has its own. */
function nearest(tag: string, has: (tag: string) => boolean): string {
  const [whole, primary] = [tag.toLowerCase(), tag.toLowerCase().split(/[-_]/, 1)[0]!];
  return has(whole) ? whole : primary;
}

const isFurther = (tag: string): tag is FurtherLanguage => Object.hasOwn(WORDS, tag);

/** The further languages among some tags, each once. */
export const furtherLanguages = (tags: readonly string[]): FurtherLanguage[] =>
  [...new Set(tags.map((tag) => nearest(tag, isFurther)))].filter(isFurther);

/** The easy versions of the languages of a page that offers them: it has their words and works without a network. */
export const easyLanguages = (tags: readonly string[]): FurtherLanguage[] =>
  Object.entries(EASY).flatMap(([base, { tag }]) =>
    tags.some((one) => nearest(one, isFurther) === base) ? [tag] : [],
  );

/** Loads languages. One that cannot be fetched is left out: the page is then in English, as the form is. */
export async function loadLanguages(tags: readonly FurtherLanguage[]): Promise<void> {
  const load = async (tag: FurtherLanguage): Promise<void> => {
    const [{ words }] = await Promise.all([WORDS[tag](), includeLanguage(tag)]);
    loaded.set(tag, words);
  };
  await Promise.allSettled(tags.map(load));
}

/** The words of a language that has loaded, or English. */
export function wordsFor(tag: string): Say {
  const words = loaded.get(nearest(tag, (one) => loaded.has(one))) ?? en;
  return (name, values = {}) => fill(words[name], values);
}
