// The strings of the later steps without their names, in files for script tags. The names are a fourth of each such
// file, so they stand once, in the later part, and each language lists its strings in their order.

import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { later as french } from '../src/i18n/locales/fr/later.ts';

const NAMES = Object.keys(french).toSorted();

/** Between two strings of the list: no string has it. */
const BAR = '|';

/** Changes with the names and their order: a list is read with the names that it was written for, or not at all. */
const EDITION = createHash('sha256').update(NAMES.join()).digest('base64url').slice(0, 5);

const isName = (name: string): boolean => NAMES.includes(name);

/** Lists the strings of each language, and writes the names into `listed-messages.ts`, which reads them. */
export const listedMessages: Plugin = {
  name: 'listed-messages',
  config: () => ({
    define: { LATER_NAMES: JSON.stringify(NAMES.join(' ')), LATER_EDITION: JSON.stringify(EDITION) },
  }),
  async transform(_, id) {
    if (!/\/i18n\/locales\/[\w-]+\/later\.ts$/.test(id)) return null;
    const { later } = (await import(pathToFileURL(id).href)) as { later: Readonly<Record<string, string>> };
    const missing = NAMES.filter((name) => later[name] === undefined);
    if (missing.length > 0) this.error(`${id} lacks ${missing.join(', ')}.`);
    // Plural forms that French does not have.
    const more = Object.fromEntries(Object.entries(later).filter(([name]) => !isName(name)));
    const texts = NAMES.map((name) => later[name]);
    if (texts.some((text) => text?.includes(BAR))) this.error(`A string in ${id} has a ${BAR}.`);
    const listed = {
      edition: EDITION,
      texts: texts.join(BAR),
      ...(Object.keys(more).length > 0 && { more }),
    };
    return { code: `export const later = ${JSON.stringify(listed)};`, map: null };
  },
};
