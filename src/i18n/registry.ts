// The languages that a page has added. Their files and the widget share this list, whichever of them runs first.

import { VERSION } from '../version.ts';
import type { Locale } from './locale.ts';

/** Of this version alone: the strings of another one would lack some, and a button without a name is of no use. */
const KEY = Symbol.for(`cliquez-signalez ${VERSION}`);

/** The added languages, by tag in lower case. The window of a page that adds none stays as it was. */
const shared = globalThis as { [KEY]?: Map<string, Locale> };

/** The language that was added under this tag, in lower case. */
export const addedLocale = (tag: string): Locale | undefined => shared[KEY]?.get(tag);

/** Event on the window: a language was added. */
export const LOCALE_ADDED = 'cs-locale';

/** Tags that a page may use for the same written language: Bokmål is what `no` means, and what readers of Nynorsk read. */
const SAME: Readonly<Record<string, readonly string[]>> = { nb: ['no', 'nn'], no: ['nb', 'nn'] };

/**
 * Adds a language, or replaces one. Widgets on the page that speak it take it at once.
 * The languages that come with this library register themselves: `import 'cliquez-signalez/locales/de'`.
 */
export function registerLocale(locale: Locale): void {
  const tag = locale.tag.toLowerCase();
  const registry = (shared[KEY] ??= new Map());
  for (const other of SAME[tag] ?? []) if (!registry.has(other)) registry.set(other, locale);
  registry.set(tag, locale);
  globalThis.dispatchEvent?.(new Event(LOCALE_ADDED));
}
