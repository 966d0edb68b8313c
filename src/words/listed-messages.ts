// Reads the strings of a language that load after the first step. Built files list them without their names
// (.build/listed-messages.ts).

import type { ExtraMessages, LaterMessages } from './messages.ts';

/** The names of the strings of each part, in their order, by a mark of that order. The build defines it. */
declare const NAMES_BY_EDITION: Readonly<Record<string, string>>;

/** The strings in the order of their names, with `|` between them. */
interface ListedMessages {
  readonly edition: string;
  readonly texts: string;
  /** Strings that have no place in the list. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * The strings of a part by name. As members of an object, which Chromium copies for each new one, the later ones take
 * 4 ms of an opening; in a map, 0.2.
 * @throws {TypeError} if the list was written for other names: its strings would stand in wrong places
 */
export function readListed(
  part: LaterMessages | ExtraMessages | ListedMessages,
): ReadonlyMap<string, string> {
  if (!('edition' in part)) return new Map(Object.entries(part));
  const names = NAMES_BY_EDITION[part.edition];
  if (names === undefined) throw new TypeError('strings of another build');
  const named = new Map(Object.entries(part.more ?? {}));
  const texts = part.texts.split('|');
  names.split(' ').forEach((name, index) => named.set(name, texts[index]!));
  return named;
}
