// Runs in the gallery of translations: loads the language that the address asks for, and shows it.

import { putContent } from '../gallery/put-content.ts';
import type { Translation } from './translation.ts';
import { languageOf, translationsPage } from './translations-page.ts';
import { TRANSLATIONS_WORDS } from './translations-words.ts';

const query = Object.fromEntries(new URLSearchParams(location.search));
const file = `./translations/${languageOf(query)}.js`;
const { translation } = (await import(/* @vite-ignore */ new URL(file, import.meta.url).href)) as {
  readonly translation: Translation;
};
const words = TRANSLATIONS_WORDS[document.documentElement.lang === 'en' ? 'en' : 'fr'];
putContent(translationsPage(words, query, translation));
