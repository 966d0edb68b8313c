// Addresses from the root of the site, made relative to the page: so the site works in any folder, and from a disk.

/**
 * Makes `href`, `src` and `srcset` relative that begin with one slash; a `srcset` has one address.
 * @param html a page of the site
 * @param url the page's own address, from the root, such as `/fr/theme.html`
 */
export function withRelativeAddresses(html: string, url: string): string {
  const up = '../'.repeat(url.split('/').length - 2);
  return html.replace(
    /(?<=\s(?:href|src|srcset)=")\/(?!\/)([^"]*)/g,
    (_, path: string) => `${up}${path}` || './',
  );
}
