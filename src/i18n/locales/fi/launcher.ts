// Finnish: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Ilmoita laittomasta sisällöstä',
  'launcher.context': 'Ilmoita laittomasta sisällöstä',
  'launcher.bar.title': 'Näitkö laitonta sisältöä?',
  'launcher.bar.text': 'Ilmoita siitä. Se on maksutonta ja nopeaa.',
  'err.load': 'Lomake ei avautunut.',
  'err.retry': 'Yritä taas',
  'exit.loading': 'Ladataan…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Ilmoita laittomasta sisällöstä: {hotline}' } as const;
