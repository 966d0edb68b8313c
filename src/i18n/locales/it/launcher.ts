// Italian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Segnala contenuti illegali',
  'launcher.context': 'Segnala contenuti illegali',
  'launcher.bar.title': 'Hai visto contenuti illegali?',
  'launcher.bar.text': 'Fai una segnalazione. È gratis e veloce.',
  'err.load': 'Il modulo non si è aperto.',
  'err.retry': 'Riprova',
  'exit.loading': 'Caricamento…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Segnala contenuti illegali a {hotline}' } as const;
