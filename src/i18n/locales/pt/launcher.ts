// Portuguese: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Denunciar conteúdo ilegal',
  'launcher.context': 'Denunciar conteúdo ilegal',
  'launcher.bar.title': 'Viu conteúdo ilegal?',
  'launcher.bar.text': 'Faça uma denúncia. É grátis e rápido.',
  'err.load': 'O formulário não abriu.',
  'err.retry': 'Tentar de novo',
  'exit.loading': 'A carregar…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Denunciar conteúdo ilegal a {hotline}' } as const;
