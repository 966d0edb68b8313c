// The language of a place in the page: French and English, and those that the page has added.

import { ENGLISH, FRENCH, type WithoutStrings } from './languages.ts';
import type { Locale } from './locale.ts';
import englishLauncher from './locales/en.json?launcher' with { type: 'json' };
import frenchLauncher from './locales/fr.json?launcher' with { type: 'json' };
import type { ExtraMessages, FirstMessages, LaterMessages, LauncherMessages } from './messages.ts';
import { addedLocale } from './registry.ts';

/** A language whose form loads in three parts. */
const localeIn = (
  language: WithoutStrings,
  launcher: LauncherMessages,
  first: () => Promise<{ readonly default: FirstMessages }>,
  later: () => Promise<{ readonly default: LaterMessages }>,
  extra: () => Promise<{ readonly default: ExtraMessages }>,
): Locale => ({
  ...language,
  launcher,
  form: async () => ({
    first: (await first()).default,
    later: async () => (await later()).default,
    extra: async () => (await extra()).default,
  }),
});

const fr = localeIn(
  FRENCH,
  frenchLauncher,
  () => import('./locales/fr.json?first', { with: { type: 'json' } }),
  () => import('./locales/fr.json?later', { with: { type: 'json' } }),
  () => import('./locales/fr.json?extra', { with: { type: 'json' } }),
);

const en = localeIn(
  ENGLISH,
  englishLauncher,
  () => import('./locales/en.json?first', { with: { type: 'json' } }),
  () => import('./locales/en.json?later', { with: { type: 'json' } }),
  () => import('./locales/en.json?extra', { with: { type: 'json' } }),
);

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

/** The nearest `lang` of a place, which may stand on a host around its shadow root; empty if there is none. */
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
