// All words of the widget, in its languages side by side, for review.

import { later as enLater } from '../../src/i18n/locales/en/later.ts';
import { first as enFirst } from '../../src/i18n/locales/en/first.ts';
import { launcher as enLauncher } from '../../src/i18n/locales/en/launcher.ts';
import { later as frLater } from '../../src/i18n/locales/fr/later.ts';
import { first as frFirst } from '../../src/i18n/locales/fr/first.ts';
import { launcher as frLauncher } from '../../src/i18n/locales/fr/launcher.ts';
import type { Language } from './languages.ts';
import { escapeHtml } from './markdown.ts';
import { cell, table } from './table.ts';

type Words = Readonly<Record<string, string>>;

const PARTS: Readonly<Record<string, readonly [fr: Words, en: Words]>> = {
  launcher: [frLauncher, enLauncher],
  first: [frFirst, enFirst],
  later: [frLater, enLater],
};

/** The words of one part of the form: `launcher`, `first` or `later`. */
export function words(language: Language, part: string): string {
  const [fr, en] = PARTS[part] ?? [];
  if (!fr || !en) throw new Error(`The widget has no part « ${part} » of words.`);
  const head = language === 'fr' ? ['Nom', 'Français', 'Anglais'] : ['Name', 'French', 'English'];
  const said = (text: string, lang: string): { html: string; lang: string } => ({
    html: `<samp>${escapeHtml(text)}</samp>`,
    lang,
  });
  return table(
    head.join(', '),
    head.map((text) => cell(text)),
    Object.entries(fr).map(([key, text]) => [
      cell(`\`${key}\``),
      said(text, 'fr'),
      said(en[key] ?? '', 'en'),
    ]),
  );
}
