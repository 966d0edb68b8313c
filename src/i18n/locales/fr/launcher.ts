// French: the strings of the button, there before any click.

export const launcher = {
  'launcher.label': 'Cliquez, Signalez !',
  'launcher.context': 'Signaler un contenu illégal',
  'launcher.bar.title': 'Vous avez vu un contenu illégal ?',
  'launcher.bar.text': 'Signalez-le. C’est gratuit et rapide.',
  'err.load': 'Le formulaire ne s’est pas ouvert.',
  'err.retry': 'Réessayer',
  'exit.loading': 'Chargement…',
} as const;

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'Signaler un contenu illégal à {hotline}' } as const;
