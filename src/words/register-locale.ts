// Adds a language to a page.

import type { Locale } from './locale.ts';
import { KEY, LOCALE_ADDED } from './registry.ts';

/** Tags that a page may use for the same written language: Bokmål is what `no` means, and what readers of Nynorsk read. */
const SAME: Readonly<Record<string, readonly string[]>> = { nb: ['no', 'nn'], no: ['nb', 'nn'] };

/**
 * Adds a language, or replaces one. Widgets on the page that speak it take it at once.
 * The languages that come with this library register themselves: `import 'cliquez-signalez/locales/de'`.
 */
export function registerLocale(locale: Locale): void {
  const tag = locale.tag.toLowerCase();
  const shared = globalThis as { [KEY]?: Map<string, Locale> };
  const registry = (shared[KEY] ??= new Map());
  for (const other of SAME[tag] ?? []) if (!registry.has(other)) registry.set(other, locale);
  registry.set(tag, locale);
  globalThis.dispatchEvent?.(new Event(LOCALE_ADDED));
}
