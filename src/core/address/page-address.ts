// The address of the page that carries the form, without what would identify the visitor.
import { namedPage } from './named-page.ts';
import { withoutSession } from './session.ts';
import { withoutSharer } from './sharer.ts';

/**
 * The address that « Sur cette page » stands for (named-page.ts), without session, text fragment, what tells who shared
 * or read it, user name and password.
 * @param href address of the page
 * @param canonicalHref the address in the page's `<link rel="canonical">`
 * @returns an http or https address; an empty text if the page has none (`about:srcdoc`, `file:`)
 */
export function pageAddress(href: string, canonicalHref?: string | null): string {
  const named = namedPage(href, canonicalHref);
  if (!named) return '';
  const { origin, hostname, pathname, search, hash } = new URL(named);
  const open = withoutSharer(hostname + pathname + search, search, hash);
  const [path, query, fragment] = withoutSession(pathname, ...open);
  // A lone `#` is no fragment.
  return origin + path + query + fragment.replace(/(?:^#)?#?:~:text=.*/, '');
}
