// Lithuanian: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Pranešti apie neteisėtą turinį',
  'launcher.context': 'Pranešti apie neteisėtą turinį',
  'launcher.bar.title': 'Matėte neteisėtą turinį?',
  'launcher.bar.text': 'Praneškite. Tai nemokama ir greita.',
  'err.load': 'Forma neatsivėrė.',
  'err.retry': 'Bandyti vėl',
  'exit.loading': 'Įkeliama…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = {
  'launcher.fallback': 'Pranešti apie neteisėtą turinį tarnybai „{hotline}“',
} as const;
