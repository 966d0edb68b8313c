// The address of the page that carries the form, without what would tell who looked at it.
import { TRACKING, withoutParameters } from './query.ts';

/** Session parameters of a page, as `name=value`. The `s` of vBulletin counts when it holds a digest. */
const SESSION =
  /^(?:\w*sess(?:ion)?_?(?:id|key)\w*|(?:\w+_|osc)?sid|zenid|cfid|cftoken|\w+_token)=|^s=[\da-f]{32}$/i;

/** Sessions in the path: the `;jsessionid=` of Java, the `(S(…))` of ASP.NET. */
const SESSION_IN_PATH = /;jsessionid=[^/?#;]*|\/\(S\(\w+\)\)/gi;

function parsed(href: string, base?: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/**
 * The address that « Sur cette page » stands for: the page's own canonical address where it names one on the same
 * origin, else its address, in both cases without session and tracking parameters, user name and password.
 * A canonical address that is the home page is not believed: many sites name it on every page.
 * @param href address of the page
 * @param canonicalHref what the page's `<link rel="canonical">` says
 * @returns an http or https address; an empty text where the page has none (`about:srcdoc`, `file:`)
 */
export function pageAddress(href: string, canonicalHref?: string | null): string {
  const page = parsed(href);
  if (!page || !/^https?:/.test(page.protocol)) return '';
  const canonical = canonicalHref ? parsed(canonicalHref, href) : undefined;
  const isBelieved = canonical?.origin === page.origin && canonical.pathname + canonical.search !== '/';
  const { origin, pathname, search, hash } = isBelieved ? canonical : page;
  const query = withoutParameters(
    search,
    (name, parameter) => SESSION.test(parameter) || TRACKING.test(name) || name === 'fbclid',
  );
  // `#access_token=…` is what a sign-in leaves behind.
  const fragment = SESSION.test(hash.slice(1)) ? '' : hash.replace(/#?:~:text=.*/, '');
  return origin + pathname.replace(SESSION_IN_PATH, '') + query + fragment;
}
