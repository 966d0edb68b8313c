// What every page of the gallery is written into.

/** Text as it stands in HTML, in an attribute too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page of the gallery. `dir` is its own direction, whatever the language of a widget in it. */
export const page = (title: string, body: string, dir = 'ltr'): string => `<!doctype html>
<html lang="fr" dir="${dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)} – Cliquez, Signalez !</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/pages/base.css" />
    <link rel="stylesheet" href="/pages/gallery.css" />
  </head>
  <body>${body}</body>
</html>`;
