// How the widget got onto a page. This list has its own file because the form needs it at once.

/** How the form is embedded (`source.embed`). */
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
