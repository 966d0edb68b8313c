// Polish: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Zgłoś nielegalne treści',
  'launcher.context': 'Zgłoś nielegalne treści',
  'launcher.bar.title': 'Widzisz nielegalne treści?',
  'launcher.bar.text': 'Zgłoś je. To bezpłatne i szybkie.',
  'err.load': 'Formularz się nie otworzył.',
  'err.retry': 'Ponów próbę',
  'exit.loading': 'Wczytywanie…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = {
  'launcher.fallback': 'Zgłoś nielegalne treści do serwisu {hotline}',
} as const;
