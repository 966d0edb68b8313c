// Hungarian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Illegális tartalom bejelentése',
  'launcher.context': 'Illegális tartalom bejelentése',
  'launcher.bar.title': 'Illegális tartalmat látott?',
  'launcher.bar.text': 'Jelentse be. Ingyenes és gyors.',
  'err.load': 'Az űrlap nem nyílt meg.',
  'err.retry': 'Újrapróbálás',
  'exit.loading': 'Betöltés…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Illegális tartalom bejelentése ide: {hotline}' } as const;
