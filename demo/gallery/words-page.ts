// All words of the widget, in its languages side by side, for review.

import { later as enLater } from '../../src/i18n/locales/en/later.ts';
import { first as enFirst } from '../../src/i18n/locales/en/first.ts';
import { launcher as enLauncher } from '../../src/i18n/locales/en/launcher.ts';
import { later as frLater } from '../../src/i18n/locales/fr/later.ts';
import { first as frFirst } from '../../src/i18n/locales/fr/first.ts';
import { launcher as frLauncher } from '../../src/i18n/locales/fr/launcher.ts';
import { escapeHtml, page } from './page.ts';

const WORDS: readonly (readonly [part: string, fr: Readonly<Record<string, string>>, en: object])[] = [
  ['Le bouton', frLauncher, enLauncher],
  ['Première étape', frFirst, enFirst],
  ['Étapes suivantes', frLater, enLater],
];

/** The page of all words. */
export function wordsPage(): string {
  const tables = WORDS.map(([part, fr, en]) => {
    const rows = Object.entries(fr).map(([key, french]) => {
      const english = (en as Readonly<Record<string, string>>)[key] ?? '';
      return `<tr><th scope="row"><code>${key}</code></th><td lang="fr">${escapeHtml(french)}</td><td lang="en">${escapeHtml(english)}</td></tr>`;
    });
    return `<h2>${part}</h2><table><thead><tr><th scope="col">Nom</th><th scope="col">Français</th><th scope="col">English</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  });
  return page(
    'Tous les mots',
    `<main class="wide"><h1>Tous les mots</h1><p class="ways"><a href="/gallery">Tous les écrans</a></p>${tables.join('')}</main>`,
  );
}
