// Czech: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Nahlásit nezákonný obsah',
  'launcher.context': 'Nahlásit nezákonný obsah',
  'launcher.bar.title': 'Viděli jste nezákonný obsah?',
  'launcher.bar.text': 'Nahlaste ho. Je to zdarma a rychle.',
  'err.load': 'Formulář se neotevřel.',
  'err.retry': 'Zkusit znovu',
  'exit.loading': 'Načítání…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = {
  'launcher.fallback': 'Nahlásit nezákonný obsah službě {hotline}',
} as const;
