// The languages: which ones exist, how their strings load, and which one a page gets.

import { launcher as enLauncher } from './locales/en/launcher.ts';
import { launcher as frLauncher } from './locales/fr/launcher.ts';
import type { FirstMessages, LaterMessages, LauncherMessages } from './messages.ts';

/** The strings of the form in one language: those of its first step, and a loader for those of the later steps. */
export interface FormTexts {
  readonly first: FirstMessages;
  readonly later: () => Promise<LaterMessages>;
}

/** One language. The button's strings are available at once; the others load when they are needed. */
export interface Locale {
  /** Language tag, such as `fr` or `pt-BR`. */
  readonly tag: string;
  /** Language tag for dates and hours, where the strings belong to one country, such as `en-GB`; `tag` if absent. */
  readonly dateTag?: string;
  /** Writing direction; left to right where absent. */
  readonly dir?: 'ltr' | 'rtl';
  readonly launcher: LauncherMessages;
  readonly form: () => Promise<FormTexts>;
}

const fr: Locale = {
  tag: 'fr',
  launcher: frLauncher,
  form: () => import('./locales/fr/first.ts'),
};

const en: Locale = {
  tag: 'en',
  dateTag: 'en-GB',
  launcher: enLauncher,
  form: () => import('./locales/en/first.ts'),
};

const locales: Record<string, Locale> = { fr, en };

/**
 * Adds a language, or replaces one. Widgets that are already on the page take it at their next change of language,
 * so register before defining the elements.
 */
export function registerLocale(locale: Locale): void {
  locales[locale.tag.toLowerCase()] = locale;
}

/**
 * The language of a place in the page, from the nearest `lang`. `fr-CA` gets `fr`. A page without a language gets
 * French; a page in a language that we do not have gets English.
 */
export function localeAt(element: Element): Locale {
  const tag = (element.closest<HTMLElement>('[lang]') ?? document.documentElement).lang.toLowerCase();
  return locales[tag] ?? locales[tag.replace(/-.*/, '')] ?? (tag ? en : fr);
}
