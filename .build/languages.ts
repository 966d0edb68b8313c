// The languages beside French and English, which the widget has: each folder of locales with an entry of its own.

import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const locales = fileURLToPath(new URL('../src/i18n/locales/', import.meta.url));

/** Their tags, in alphabetical order. */
export const FURTHER_LANGUAGES: readonly string[] = globSync('*/index.ts', { cwd: locales })
  .map((file) => basename(dirname(file)))
  .toSorted();
