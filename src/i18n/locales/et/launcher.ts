// Estonian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Teata ebaseaduslikust sisust',
  'launcher.context': 'Teata ebaseaduslikust sisust',
  'launcher.bar.title': 'Kas nägid ebaseaduslikku sisu?',
  'launcher.bar.text': 'Teata sellest. See on tasuta ja kiire.',
  'err.load': 'Vorm ei avanenud.',
  'exit.loading': 'Laadimine…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Teata ebaseaduslikust sisust: {hotline}' } as const;
