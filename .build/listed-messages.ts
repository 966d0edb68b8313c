// The strings that load after the first step without their names, in the files of languages. The names are a fourth of
// each such file, so they stand once, in the later part, and each language lists its strings in their order.

import { createHash } from 'node:crypto';
import { partOf } from '../src/words/parts.ts';
import { type Texts, textsOf } from './messages/texts.ts';

const LISTED = ['later', 'extra'] as const;

/** A part whose strings are listed. */
export type ListedPart = (typeof LISTED)[number];

export const isListed = (part: string): part is ListedPart =>
  LISTED.some((listedPart) => listedPart === part);

const namesOf = (part: ListedPart): readonly string[] => Object.keys(partOf(textsOf('fr'), part)).toSorted();

/** Changes with the names and their order: a list is read with the names that it was written for, or not at all. */
const editionOf = (names: readonly string[]): string =>
  createHash('sha256').update(names.join()).digest('base64url').slice(0, 5);

const NAMES = { later: namesOf('later'), extra: namesOf('extra') };

/** Between two strings of the list: no string has it. */
export const BAR = '|';

/** What `src/words/listed-messages.ts` reads lists with. */
export const LIST_NAMES = {
  NAMES_BY_EDITION: JSON.stringify(
    Object.fromEntries(LISTED.map((part) => [editionOf(NAMES[part]), NAMES[part].join(' ')])),
  ),
};

/** The strings of a part as a list; those that have no place in it keep their names. */
export function listed(part: ListedPart, texts: Texts): object {
  const names = NAMES[part];
  // Plural forms that French does not have.
  const more = Object.fromEntries(Object.entries(texts).filter(([name]) => !names.includes(name)));
  return {
    edition: editionOf(names),
    texts: names.map((name) => texts[name]).join(BAR),
    ...(Object.keys(more).length > 0 && { more }),
  };
}
