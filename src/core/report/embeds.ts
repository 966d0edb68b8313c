// How the widget got onto a page: apart from the other lists, because the form needs it at once.

/** In what the form stands (`source.embed`). */
export const EMBEDS = [
  'script',
  'npm',
  'iframe',
  'wordpress',
  'drupal',
  'other_cms',
  'browser_extension',
  'mobile_app',
  'hotline_site',
  'other',
] as const;
