// Printed figures by language.
import { enFigureWords } from './figure-words-en.ts';
import { frFigureWords } from './figure-words-fr.ts';
import type { FigureLocale, FigureWords } from './figure-words.ts';

/** The words of each language. */
export const FIGURE_WORDS: Readonly<Record<FigureLocale, FigureWords>> = {
  fr: frFigureWords,
  en: enFigureWords,
};
