// The language of a place in the page: French and English, and those that the page has added.

import type { Locale } from './locale.ts';
import { launcher as enLauncher } from './locales/en/launcher.ts';
import { launcher as frLauncher } from './locales/fr/launcher.ts';
import { addedLocale } from './registry.ts';

const fr: Locale = {
  tag: 'fr',
  launcher: frLauncher,
  form: () => import('./locales/fr/first.ts'),
};

const en: Locale = {
  tag: 'en',
  // With « 9 am », as in speech.
  dateTag: 'en-GB-u-hc-h12',
  launcher: enLauncher,
  form: () => import('./locales/en/first.ts'),
};

/**
 * The language for a tag, or undefined. `pt-BR` gets `pt` unless there is a `pt-BR`. Case does not matter, and `pt_BR`
 * gets `pt` too.
 */
export function localeOf(tag: string): Locale | undefined {
  for (let part = tag.toLowerCase(); part; part = part.replace(/[-_]?[^-_]*$/, '')) {
    const locale = addedLocale(part) ?? [fr, en].find(({ tag: own }) => own === part);
    if (locale) return locale;
  }
  return undefined;
}

/** The nearest `lang` of a place, which may stand on a host around its shadow root; empty where there is none. */
export function languageAt(element: Element): string {
  for (let place: Element | undefined = element; place; place = (place.getRootNode() as ShadowRoot).host) {
    const named = place.closest('[lang]');
    if (named) return named.getAttribute('lang')!;
  }
  return '';
}

/**
 * The language of a place in the page. Without a `lang`, it is French. In a language that is not there, it is English,
 * whole: of the languages that we finish, more people in Europe read English than French.
 */
export function localeAt(element: Element): Locale {
  const tag = languageAt(element);
  return localeOf(tag) ?? (tag ? en : fr);
}
