// Swedish: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Anmäl olagligt innehåll',
  'launcher.context': 'Anmäl olagligt innehåll',
  'launcher.bar.title': 'Har du sett olagligt innehåll?',
  'launcher.bar.text': 'Anmäl det. Det är gratis och går snabbt.',
  'err.load': 'Formuläret öppnades inte.',
  'err.retry': 'Försök igen',
  'exit.loading': 'Laddar…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Anmäl olagligt innehåll till {hotline}' } as const;
