// The words of the application, in the language of its page.

import { fill } from '../../i18n/messages.ts';
import { en } from './en.ts';
import { fr, type AppWords } from './fr.ts';

/** Gives a text, with its values filled in. */
export type Say = (name: keyof AppWords, values?: Readonly<Record<string, string | number>>) => string;

/** The texts in French, or in English for any other language. @param language the `lang` of the page */
export function wordsFor(language: string): Say {
  const words: AppWords = /^fr\b/i.test(language) ? fr : en;
  return (name, values = {}) => fill(words[name], values);
}
