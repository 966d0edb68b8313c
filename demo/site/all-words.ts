// All words of the widget, in its languages side by side, for review.

import english from '../../src/words/locales/en.json' with { type: 'json' };
import french from '../../src/words/locales/fr.json' with { type: 'json' };
import { PARTS, partOf } from '../../src/words/parts.ts';
import type { Language } from './languages.ts';
import { escapeHtml } from './markdown.ts';
import { cell, table } from './table.ts';

/** The words of one part of the form, such as `first`. */
export function words(language: Language, name: string): string {
  const part = PARTS.find((known) => known === name);
  if (!part) throw new Error(`The widget has no part « ${name} » of words.`);
  const [fr, en] = [partOf(french, part), partOf(english, part)];
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
