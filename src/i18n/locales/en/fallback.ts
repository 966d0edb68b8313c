// English: the link that embed.js leaves on the page, for where the widget cannot be loaded.

export const fallback = { 'launcher.fallback': 'Report illegal content to {hotline}' } as const;
