// The address of the page that carries the form, without what would identify the visitor.
import { namedPage } from './named-page.ts';
import { TRACKING, withoutParameters } from './query.ts';

/** Session parameters of a page, as `name=value`. The `s` of vBulletin counts when it holds a digest. */
const SESSION =
  /^(?:\w*sess(?:ion)?_?(?:id|key)\w*|(?:\w+_|osc)?sid|zenid|cfid|cftoken|\w+_token)=|^s=[\da-f]{32}$/i;

/** Sessions in the path: the `;jsessionid=` of Java, the `(S(…))` of ASP.NET. */
const SESSION_IN_PATH = /;jsessionid=[^/?#;]*|\/\(S\(\w+\)\)/gi;

/**
 * The address that « Sur cette page » stands for (named-page.ts), without session and tracking parameters, user name
 * and password.
 * @param href address of the page
 * @param canonicalHref what the page's `<link rel="canonical">` says
 * @returns an http or https address; an empty text where the page has none (`about:srcdoc`, `file:`)
 */
export function pageAddress(href: string, canonicalHref?: string | null): string {
  const named = namedPage(href, canonicalHref);
  if (!named) return '';
  const { origin, pathname, search, hash } = new URL(named);
  const query = withoutParameters(
    search,
    (name, parameter) => SESSION.test(parameter) || TRACKING.test(name) || name === 'fbclid',
  );
  // `#access_token=…` is what a sign-in leaves behind.
  const fragment = SESSION.test(hash.slice(1)) ? '' : hash.replace(/#?:~:text=.*/, '');
  return origin + pathname.replace(SESSION_IN_PATH, '') + query + fragment;
}
