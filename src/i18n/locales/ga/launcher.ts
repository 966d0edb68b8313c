// Irish: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Tuairiscigh ábhar mídhleathach',
  'launcher.context': 'Tuairiscigh ábhar mídhleathach',
  'launcher.bar.title': 'An bhfaca tú ábhar mídhleathach?',
  'launcher.bar.text': 'Tuairiscigh é. Tá sé tapa agus saor in aisce.',
  'err.load': 'Níor oscail an fhoirm.',
  'err.retry': 'Triail arís',
  'exit.loading': 'Á lódáil…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Tuairiscigh ábhar mídhleathach chuig {hotline}' } as const;
