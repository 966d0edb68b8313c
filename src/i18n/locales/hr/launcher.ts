// Croatian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Prijavite nezakonit sadržaj',
  'launcher.context': 'Prijavite nezakonit sadržaj',
  'launcher.bar.title': 'Vidjeli ste nezakonit sadržaj?',
  'launcher.bar.text': 'Prijavite ga. Besplatno je i brzo.',
  'err.load': 'Obrazac se nije otvorio.',
  'err.retry': 'Pokušaj ponovo',
  'exit.loading': 'Učitavanje…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Prijavite nezakonit sadržaj službi {hotline}' } as const;
