// Greek: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Καταγγείλετε παράνομο περιεχόμενο',
  'launcher.context': 'Καταγγείλετε παράνομο περιεχόμενο',
  'launcher.bar.title': 'Είδατε παράνομο περιεχόμενο;',
  'launcher.bar.text': 'Κάντε καταγγελία. Είναι δωρεάν και γρήγορο.',
  'err.load': 'Η φόρμα δεν άνοιξε.',
  'err.retry': 'Δοκιμάστε ξανά',
  'exit.loading': 'Φόρτωση…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = {
  'launcher.fallback': 'Καταγγείλετε παράνομο περιεχόμενο στην υπηρεσία {hotline}',
} as const;
