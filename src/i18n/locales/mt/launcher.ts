// Maltese: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Irrapporta kontenut illegali',
  'launcher.context': 'Irrapporta kontenut illegali',
  'launcher.bar.title': 'Rajt kontenut illegali?',
  'launcher.bar.text': 'Irrapportah. Hu b’xejn u ma jdumx.',
  'err.load': 'Il-formola ma nfetħitx.',
  'err.retry': 'Erġa’ pprova',
  'exit.loading': 'Qed jitgħabba…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Irrapporta kontenut illegali lil {hotline}' } as const;
