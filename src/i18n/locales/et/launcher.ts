// Estonian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Teatage ebaseaduslikust sisust',
  'launcher.context': 'Teatage ebaseaduslikust sisust',
  'launcher.bar.title': 'Kas nägite ebaseaduslikku sisu?',
  'launcher.bar.text': 'Teatage sellest. See on tasuta ja kiire.',
  'err.load': 'Vorm ei avanenud.',
  'err.retry': 'Proovige taas',
  'exit.loading': 'Laadimine…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Teatage ebaseaduslikust sisust: {hotline}' } as const;
