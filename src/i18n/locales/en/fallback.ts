// English: the link that embed.js leaves on the page, for where the widget cannot be loaded.

export const fallback = 'Report illegal content to {hotline}';
