// German: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Illegale Inhalte melden',
  'launcher.context': 'Illegale Inhalte melden',
  'launcher.bar.title': 'Haben Sie illegale Inhalte gesehen?',
  'launcher.bar.text': 'Melden Sie das. Es ist kostenlos und geht schnell.',
  'err.load': 'Das Formular hat sich nicht geöffnet.',
  'err.retry': 'Neu versuchen',
  'exit.loading': 'Wird geladen …',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Illegale Inhalte an {hotline} melden' } as const;
