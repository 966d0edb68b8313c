// The languages that a page has added. Their files and the widget share this list, whichever of them runs first.

import { VERSION } from '../core/version.ts';
import type { Locale } from './locale.ts';

/** Of this version alone: the strings of another one would lack some, and a button without a name is of no use. */
export const KEY = Symbol.for(`cliquez-signalez ${VERSION}`);

/** The added languages, by tag in lower case. The window of a page that adds none stays as it was. */
const shared = globalThis as { [KEY]?: Map<string, Locale> };

/** The language that was added under this tag, in lower case. */
export const addedLocale = (tag: string): Locale | undefined => shared[KEY]?.get(tag);

/** Event on the window: a language was added. */
export const LOCALE_ADDED = 'cs-locale';
