// The frame of HTML that every page of the gallery shares.

/** Escapes text for HTML, attributes included. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page of the gallery. `dir` is the direction of the page; the language of its widget may have another. */
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
