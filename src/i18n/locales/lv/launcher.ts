// Latvian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Ziņot par nelegālu saturu',
  'launcher.context': 'Ziņot par nelegālu saturu',
  'launcher.bar.title': 'Redzējāt nelegālu saturu?',
  'launcher.bar.text': 'Ziņojiet. Tas ir bez maksas un ātri.',
  'err.load': 'Veidlapa neatvērās.',
  'err.retry': 'Mēģināt atkal',
  'exit.loading': 'Notiek ielāde…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Ziņot par nelegālu saturu dienestam „{hotline}”' } as const;
