// The languages: which there are, how their strings arrive, and which one a page gets.

import { launcher as enLauncher } from './locales/en/launcher.ts';
import { launcher as frLauncher } from './locales/fr/launcher.ts';
import type { FirstMessages, LauncherMessages, RestMessages } from './messages.ts';

/** One language. The button's strings are there at once; the others are asked for when they are needed. */
export interface Locale {
  /** Language tag, such as `fr` or `pt-BR`. */
  readonly tag: string;
  /** Writing direction; left to right where absent. */
  readonly dir?: 'ltr' | 'rtl';
  readonly launcher: LauncherMessages;
  readonly first: () => Promise<FirstMessages>;
  readonly rest: () => Promise<RestMessages>;
}

const fr: Locale = {
  tag: 'fr',
  launcher: frLauncher,
  first: async () => (await import('./locales/fr/first.ts')).first,
  rest: async () => (await import('./locales/fr/rest.ts')).rest,
};

const en: Locale = {
  tag: 'en',
  launcher: enLauncher,
  first: async () => (await import('./locales/en/first.ts')).first,
  rest: async () => (await import('./locales/en/rest.ts')).rest,
};

const locales = new Map([fr, en].map((locale) => [locale.tag, locale]));

/**
 * Adds a language, or replaces one. Widgets that are already on the page take it at their next change of language,
 * so register before defining the elements.
 */
export function registerLocale(locale: Locale): void {
  locales.set(locale.tag.toLowerCase(), locale);
}

/**
 * The language for a page: the one asked for (`fr-CA` is served by `fr`), French where the page names none,
 * English where it names one we do not have.
 */
export function localeFor(language: string | null | undefined): Locale {
  const tag = language?.trim().toLowerCase();
  if (!tag) return fr;
  return locales.get(tag) ?? locales.get(tag.split('-')[0] ?? '') ?? en;
}
