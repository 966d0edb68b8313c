// English: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Report illegal content',
  'launcher.context': 'Report illegal content',
  'launcher.bar.title': 'Have you seen illegal content?',
  'launcher.bar.text': 'Report it. It is free and quick.',
  'err.load': 'The form did not open.',
  'err.retry': 'Try again',
  'exit.loading': 'Loading…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Report illegal content to {hotline}' } as const;
