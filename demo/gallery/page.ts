// The frame of HTML that every page of the gallery shares.

import { policyOf, type Running } from '../site/policy.ts';

/** Escapes text for HTML, attributes included. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The content of a page of the gallery. */
export interface Content {
  readonly title: string;
  /** HTML of its `<main>`. */
  readonly body: string;
}

/** A title with the name of the site. */
export const fullTitle = (title: string): string => `${title} – Cliquez, Signalez !`;

/**
 * A page of the gallery.
 * @param head further elements of its head
 */
export const page = (
  { title, body }: Content,
  { lang = 'fr', running = 'text', head = '' }: { lang?: string; running?: Running; head?: string } = {},
): string => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policyOf(running)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(fullTitle(title))}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/tools/base.css" />
    <link rel="stylesheet" href="/tools/gallery.css" />
    ${head}
  </head>
  <body>${body}</body>
</html>`;
