// Dutch: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Illegale inhoud melden',
  'launcher.context': 'Illegale inhoud melden',
  'launcher.bar.title': 'Hebt u illegale inhoud gezien?',
  'launcher.bar.text': 'Meld het. Het is gratis en gaat snel.',
  'err.load': 'Het formulier ging niet open.',
  'err.retry': 'Opnieuw',
  'exit.loading': 'Laden …',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Illegale inhoud melden bij {hotline}' } as const;
