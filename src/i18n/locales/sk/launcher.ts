// Slovak: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Nahlásiť nezákonný obsah',
  'launcher.context': 'Nahlásiť nezákonný obsah',
  'launcher.bar.title': 'Videli ste nezákonný obsah?',
  'launcher.bar.text': 'Nahláste ho. Je to bezplatné a rýchle.',
  'err.load': 'Formulár sa neotvoril.',
  'err.retry': 'Skúsiť znova',
  'exit.loading': 'Načítava sa…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = {
  'launcher.fallback': 'Nahlásiť nezákonný obsah službe {hotline}',
} as const;
