// Danish: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Anmeld ulovligt indhold',
  'launcher.context': 'Anmeld ulovligt indhold',
  'launcher.bar.title': 'Har du set ulovligt indhold?',
  'launcher.bar.text': 'Anmeld det. Det er gratis og går hurtigt.',
  'err.load': 'Formularen åbnede ikke.',
  'err.retry': 'Prøv igen',
  'exit.loading': 'Indlæser …',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Anmeld ulovligt indhold til {hotline}' } as const;
