// The sentence about downloads in both READMEs, made from dist/sizes.json.

import { put, rewriteGuide } from './guide-blocks.ts';
import type { Sizes } from './sizes.ts';

const READMES = { en: 'README.md', fr: 'README.fr.md' } as const;

/** The language of a README. */
export type ReadmeLanguage = keyof typeof READMES;

function sentence(language: ReadmeLanguage, { moments }: Sizes): string {
  const size = (...parts: readonly (keyof Sizes['moments'])[]): string => {
    const kilobytes = parts.reduce((sum, part) => sum + moments[part].brotli, 0) / 1_000;
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return `**${kilobytes.toLocaleString(language, digits)}\u00A0${language === 'fr' ? 'ko' : 'kB'}**`;
  };
  const atLoad = size('before a click');
  const firstStep = size('step 1 in French');
  const everything = size('the whole form in French', 'what few open, in French');
  return language === 'fr'
    ? `${atLoad} au chargement\u00A0; le formulaire suit à la demande\u00A0: ${firstStep} en tout à la première étape, ${everything} une fois tout déplié (en français, compressé par brotli).\n`
    : `${atLoad} at load; the form follows on demand: ${firstStep} in all at its first step, ${everything} with everything opened (in French, compressed by brotli).\n`;
}

/** A README with its sizes. Throws if it has no place for them. */
export const withSizes = (readme: string, language: ReadmeLanguage, sizes: Sizes): string =>
  put(readme, 'sizes', sentence(language, sizes));

/** Brings the sizes in both READMEs up to date. */
export function writeReadmeSizes(sizes: Sizes): void {
  for (const language of ['en', 'fr'] as const)
    rewriteGuide(READMES[language], (readme) => withSizes(readme, language, sizes));
}
