// Romanian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Raportați conținut ilegal',
  'launcher.context': 'Raportați conținut ilegal',
  'launcher.bar.title': 'Ați văzut conținut ilegal?',
  'launcher.bar.text': 'Raportați-l. Este gratuit și rapid.',
  'err.load': 'Formularul nu s-a deschis.',
  'err.retry': 'Reîncercați',
  'exit.loading': 'Se încarcă…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Raportați conținut ilegal la {hotline}' } as const;
