// Bulgarian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Подайте сигнал за незаконно съдържание',
  'launcher.context': 'Подайте сигнал за незаконно съдържание',
  'launcher.bar.title': 'Видяхте незаконно съдържание?',
  'launcher.bar.text': 'Подайте сигнал. Безплатно е и бързо.',
  'err.load': 'Формулярът не се отвори.',
  'err.retry': 'Опитайте пак',
  'exit.loading': 'Зареждане…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = {
  'launcher.fallback': 'Подайте сигнал за незаконно съдържание до {hotline}',
} as const;
