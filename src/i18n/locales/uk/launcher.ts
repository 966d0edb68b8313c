// Ukrainian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Повідомити про незаконний контент',
  'launcher.context': 'Повідомити про незаконний контент',
  'launcher.bar.title': 'Побачили незаконний контент?',
  'launcher.bar.text': 'Повідомте про нього. Це безкоштовно та швидко.',
  'err.load': 'Форма не відкрилася.',
  'err.retry': 'Повторити',
  'exit.loading': 'Завантаження…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = {
  'launcher.fallback': 'Повідомити службу {hotline} про незаконний контент',
} as const;
