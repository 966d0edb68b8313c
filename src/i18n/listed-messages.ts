// Reads the later strings of a language. Files for script tags list them without their names (.build/listed-messages.ts).

import type { LaterMessages } from './messages.ts';

/** The names of the later strings, in their order, and a mark of that order. The build defines both. */
declare const LATER_NAMES: string;
declare const LATER_EDITION: string;

/** The strings in the order of their names, with `|` between them. */
interface ListedMessages {
  readonly edition: string;
  readonly texts: string;
  /** Strings that have no place in the list. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * The later strings by name. As members of an object, which Chromium copies for each new one, they take 4 ms of an
 * opening; in a map, 0.2.
 * @throws {TypeError} if the list was written for other names: its strings would stand in wrong places
 */
export function readLater(later: LaterMessages | ListedMessages): ReadonlyMap<string, string> {
  if (!('edition' in later)) return new Map(Object.entries(later));
  if (later.edition !== LATER_EDITION) throw new TypeError('strings of another build');
  const named = new Map(Object.entries(later.more ?? {}));
  const texts = later.texts.split('|');
  LATER_NAMES.split(' ').forEach((name, index) => named.set(name, texts[index]!));
  return named;
}
