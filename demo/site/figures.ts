// Tables and charts of what was measured, in both languages, from the records of the tests and the sizes of the build.

import { readFileSync } from 'node:fs';
import type { Sizes } from '../../.build/sizes.ts';
import type { Language } from './languages.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const sizes = (): Sizes => read('dist/sizes.json') as Sizes;

/** A number as it is written in a language. */
const written = (language: Language, value: number, digits = 0): string =>
  value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });

const kilobytes = (language: Language, bytes: number, digits = 1): string =>
  `${written(language, bytes / 1_000, digits)} ${language === 'fr' ? 'ko' : 'kB'}`;

/** The four figures of the first page. */
export function facts(language: Language): string {
  const { moments } = sizes();
  const size = kilobytes(language, moments['before a click'].brotli, 0);
  const lines: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
    fr: [
      [size, 'téléchargés avant un clic, puis le formulaire si l’on s’en sert'],
      ['0', 'cookie, traceur ou requête vers un tiers'],
      ['7:1', 'de contraste au moins pour le texte, avec n’importe quelles couleurs'],
      ['0', 'signalement perdu ou doublé sur 10 000 envois que l’on a fait échouer'],
    ],
    en: [
      [size, 'downloaded before a click; the form follows only if it is used'],
      ['0', 'cookies, trackers or requests to third parties'],
      ['7:1', 'is the least contrast of text, with any colours'],
      ['0', 'reports lost or doubled in 10,000 sendings that were made to fail'],
    ],
  };
  const items = lines[language].map(([figure, text]) => `<div><dt>${text}</dt><dd>${figure}</dd></div>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}
