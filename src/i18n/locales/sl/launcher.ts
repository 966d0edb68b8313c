// Slovenian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Prijavite nezakonito vsebino',
  'launcher.context': 'Prijavite nezakonito vsebino',
  'launcher.bar.title': 'Ste videli nezakonito vsebino?',
  'launcher.bar.text': 'Prijavite jo. Brezplačno je in hitro.',
  'err.load': 'Obrazec se ni odprl.',
  'err.retry': 'Poskusi znova',
  'exit.loading': 'Nalaganje…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Prijavite nezakonito vsebino službi {hotline}' } as const;
