// The languages of the form with what each costs a visitor, for the configurator and the site's table.

import { readFileSync } from 'node:fs';
import type { Sizes } from '../../.build/sizes.ts';
import { LANGUAGES, type Language } from '../../src/plugins/cms/languages.ts';

/** A language, and the size of its files. */
export interface FormLanguage extends Language {
  /** All of its files in brotli, in bytes; 0 where the widget has it without a file. */
  readonly bytes: number;
}

/** All of them. Sizes are those of the last build. */
export function formLanguages(): readonly FormLanguage[] {
  const text = readFileSync(new URL('../../dist/sizes.json', import.meta.url), 'utf8');
  const files = Object.entries((JSON.parse(text) as Sizes).files);
  return LANGUAGES.map((language) => ({
    ...language,
    bytes: files
      .filter(([name]) => new RegExp(`^locales/${language.tag}[.-]`).test(name))
      .reduce((sum, [, { brotli }]) => sum + brotli, 0),
  }));
}
