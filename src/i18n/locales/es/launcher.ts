// Spanish: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'Reportar contenido ilegal',
  'launcher.context': 'Reportar contenido ilegal',
  'launcher.bar.title': '¿Ha visto contenido ilegal?',
  'launcher.bar.text': 'Repórtelo. Es gratis y rápido.',
  'err.load': 'El formulario no se ha abierto.',
  'err.retry': 'Reintentar',
  'exit.loading': 'Cargando…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Reportar contenido ilegal a {hotline}' } as const;
