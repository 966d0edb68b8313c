// French: the link that embed.js leaves on the page, for where the widget cannot be loaded.

export const fallback = { 'launcher.fallback': 'Signaler un contenu illégal à {hotline}' } as const;
