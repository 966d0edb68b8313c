// The parameters removed from links, from the table of the address rules.

import { SHARER_SOURCES, TRACKER_SOURCES } from '../../src/core/address/sharer-sources.ts';
import type { Language } from './languages.ts';

/** The sites whose links are cleaned by a row of their own, as a list. */
export function sharerSites(language: Language): string {
  const names = SHARER_SOURCES.flatMap(({ name }) => name?.split(', ') ?? []);
  return new Intl.ListFormat(language).format(names.toSorted((a, b) => a.localeCompare(b, language)));
}

/** How many names are removed on any site; the family `utm_` is one. */
export const trackerCount = (): string =>
  String(
    new Set(TRACKER_SOURCES.flatMap(([names]) => names.replaceAll(/utm_\w+/gi, 'utm_').split(' '))).size,
  );
