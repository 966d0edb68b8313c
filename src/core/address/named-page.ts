// The address that stands for a page: its canonical address, or the address it was loaded from.

const parsed = (href: string, base?: string): URL | undefined => {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
};

/**
 * The canonical address that a page names, if it is on the page's own origin; otherwise the page's address. It is
 * returned unchanged: page-address.ts removes sessions and trackers before it is shown and sent.
 * A canonical address that is the home page is ignored: many sites name it on every page.
 * @param href address of the page
 * @param canonicalHref the address in the page's `<link rel="canonical">`
 * @returns an http or https address; an empty text if the page has none (`about:srcdoc`, `file:`)
 */
export function namedPage(href: string, canonicalHref?: string | null): string {
  const page = parsed(href);
  if (!page || !/^https?:/.test(page.protocol)) return '';
  const canonical = canonicalHref ? parsed(canonicalHref, href) : undefined;
  const isBelieved = canonical?.origin === page.origin && canonical.pathname + canonical.search !== '/';
  return (isBelieved ? canonical : page).href;
}
