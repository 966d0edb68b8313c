// The strings of the later steps without their names, in files for script tags. The names are a fourth of each such
// file, so they stand once, in the later part, and each language lists its strings in their order.

import { createHash } from 'node:crypto';
import { partOf } from '../src/i18n/parts.ts';
import { type Texts, textsOf } from './messages/texts.ts';

const NAMES = Object.keys(partOf(textsOf('fr'), 'later')).toSorted();

/** Between two strings of the list: no string has it. */
export const BAR = '|';

/** Changes with the names and their order: a list is read with the names that it was written for, or not at all. */
const EDITION = createHash('sha256').update(NAMES.join()).digest('base64url').slice(0, 5);

/** What `src/i18n/listed-messages.ts` reads lists with. */
export const LIST_NAMES = {
  LATER_NAMES: JSON.stringify(NAMES.join(' ')),
  LATER_EDITION: JSON.stringify(EDITION),
};

/** The later strings of a language as a list; those that have no place in it keep their names. */
export function listed(later: Texts): object {
  // Plural forms that French does not have.
  const more = Object.fromEntries(Object.entries(later).filter(([name]) => !NAMES.includes(name)));
  return {
    edition: EDITION,
    texts: NAMES.map((name) => later[name]).join(BAR),
    ...(Object.keys(more).length > 0 && { more }),
  };
}
