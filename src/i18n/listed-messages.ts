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

/** @throws {TypeError} where the list was written for other names: its strings would stand in wrong places */
export function readLater(later: LaterMessages | ListedMessages): LaterMessages {
  if (!('edition' in later)) return later;
  if (later.edition !== LATER_EDITION) throw new TypeError('strings of another build');
  const texts = later.texts.split('|');
  const named = LATER_NAMES.split(' ').map((name, index) => [name, texts[index]]);
  return { ...Object.fromEntries(named), ...later.more } as LaterMessages;
}
