// An address cut into its parts, and put together again without what would tell who shared it.
// The URL parser only tells whether an address holds and which host it names. The result is sliced from what was
// typed, never re-encoded: an analyst needs the very path, query and fragment that the reporter saw.
import { flagsOf } from './address-flags.ts';
import * as rules from './address-rules.ts';
import { repaired, shielded } from './address-repair.ts';
import type { AddressChange, AddressFlag, AddressFound, ReportedAddress } from './address-types.ts';

/** Redirects are followed through three levels; what nests deeper was made to mislead, and is kept whole. */
const MAX_LEVELS = 3;

/** Longest user name or password, in code points. */
const MAX_CREDENTIAL_LENGTH = 128;

const PARAMETER = /([?&](?:amp;)*)([^=&]*)=?([^&]*)/g;

/**
 * A web address, cut where the URL parser cuts it, in the characters that were typed; then its host and port as the
 * parser reads them, for comparisons: lower case, Punycode, IPv4 in decimal, no final dot, no default port.
 * The userinfo is what stood before an `@`; the other parts are those of the address without it, repaired again.
 */
type Located = [
  scheme: string,
  userinfo: string,
  host: string,
  port: string,
  path: string,
  query: string,
  fragment: string,
  hostname: string,
  ownPort: string,
];

export function locate(address: string): Located | undefined {
  try {
    const { hostname, port } = new URL(address);
    // The parser lets a quotation mark into a host; the wire does not.
    if (hostname.includes('"')) return undefined;
    const [, scheme, userinfo, ...parts] =
      /^(https?|ftp):\/\/([^/\\?#]*@|)([^/\\?#]*?)(:\d*|)([/\\][^?#]*|)(\?[^#]*|)(#.*|)$/.exec(address)!;
    if (!userinfo) return [scheme, '', ...parts, hostname.replace(/\.$/, ''), port] as Located;
    const open = locate(repaired(shielded(address.replace(userinfo, '')), new Set()));
    if (open) open[1] ||= userinfo;
    return open;
  } catch {
    return undefined;
  }
}

/** The first web address among the parameters of a query, or among those of one name. */
function carried(query: string, names = /^/): Located | undefined {
  for (const [, , name = '', value = ''] of query.matchAll(PARAMETER)) {
    try {
      const target = names.test(name) ? decodeURIComponent(value) : '';
      if (/^https?:\/\//i.test(target)) return locate(repaired(shielded(target), new Set()));
    } catch {
      // A broken escape: this parameter holds no address.
    }
  }
  return undefined;
}

/** Takes out parameters where they stand; what stays keeps its order and its bytes. */
export function withoutParameters(
  query: string,
  isDropped: (name: string, parameter: string) => unknown,
): string {
  const kept = query.replace(PARAMETER, (whole, mark: string, name: string) =>
    isDropped(name, whole.slice(mark.length)) ? '' : whole,
  );
  return kept === query ? query : kept.replace(/^&(?:amp;)*/, '?').replace(/^[?&]+$/, '');
}

/** Omits what is empty. */
const reported = (
  value: string,
  kind: ReportedAddress['kind'],
  changes: Set<AddressChange>,
  flags: AddressFlag[] = [],
): ReportedAddress => ({
  value,
  kind,
  ...(changes.size > 0 && { changes: [...changes] }),
  ...(flags.length > 0 && { flags }),
});

/** What stood before an `@`, decoded where that is possible; nothing where it was empty. */
function credentialsIn(userinfo: string): Pick<AddressFound, 'credentials'> {
  const [username, password] = userinfo
    .slice(0, -1)
    .split(/:(.*)/s)
    .map((text) => {
      try {
        text = decodeURIComponent(text);
      } catch {
        // A broken escape: it stays as it was typed.
      }
      return [...text.replaceAll('\0', '\ufffd')].slice(0, MAX_CREDENTIAL_LENGTH).join('');
    });
  if (!username && !password) return {};
  return { credentials: { ...(username && { username }), ...(password && { password }) } };
}

/** Steps 6, 8 and 9 of domain.md §4.3: host and port, tracking parameters, text fragment. */
export function cleaned(located: Located, changes: Set<AddressChange>): AddressFound {
  const [scheme, userinfo, typedHost, typedPort, path, typedQuery, typedFragment, hostname, ownPort] =
    located;
  const host = typedHost.toLowerCase();
  const wireHost = /[^\0-\x7f]/.test(host) ? hostname : host;
  const port = ownPort && typedPort;
  const query = withoutParameters(typedQuery, (name) => {
    const change = rules.TRACKING.test(name)
      ? 'tracking_removed'
      : rules.SHARER.test(`${hostname} ${name}`) && 'sharer_id_removed';
    return change && changes.add(change);
  });
  const fragment = typedFragment.replace(/#?:~:text=.*/, '');
  const tail = path + query + fragment;

  if (host !== typedHost) changes.add('host_lowercased');
  if (host !== wireHost) changes.add('punycode');
  if (port !== typedPort) changes.add('default_port_removed');
  if (fragment !== typedFragment) changes.add('text_fragment_removed');
  const flags = flagsOf(hostname, hostname + (path || '/') + query + fragment);
  if (userinfo) flags.push('userinfo_present');

  const start = `${scheme}://`;
  const kind = scheme === 'ftp' ? scheme : hostname.endsWith('.onion') ? 'onion' : 'http';
  const url = reported(shielded(start + wireHost + port + tail), kind, changes, flags);
  return { kind: 'address', url, display: shielded(start + host + port + tail), ...credentialsIn(userinfo) };
}

/** Steps 5 to 9 of domain.md §4.3: with step 7, redirects and image searches, before the rest. */
export function webAddress(address: string, changes: Set<AddressChange>): AddressFound | undefined {
  const first = locate(address);
  let at = first;
  let page: Located | undefined;
  const unwrapped = new Set<AddressChange>();
  for (let level = 0; at; level++) {
    const [, , , , path, query, , hostname] = at;
    const isSearch = rules.SEARCH_HOST.test(hostname);
    const image = isSearch && carried(query, rules.IMAGE_TARGET);
    const source = isSearch && carried(query, /^imgrefurl$/);
    const next = image || source || (rules.REDIRECT.test(hostname + (path || '/')) && carried(query));
    if (!next) break;
    if (level === MAX_LEVELS) return cleaned(first!, changes);
    unwrapped.add(image || source ? 'search_result_unwrapped' : 'redirect_unwrapped');
    page = (image && source) || page;
    at = next;
  }
  for (const change of unwrapped) changes.add(change);
  return at && { ...cleaned(at, changes), ...(page && { unwrappedFrom: cleaned(page, new Set()).url }) };
}

/** An address in a scheme of its own: kept as it is, but for user name and password. */
export function otherAddress(
  scheme: string,
  rest: string,
  changes: Set<AddressChange>,
): AddressFound | undefined {
  const value = `${scheme}:${rest}`;
  const kept = (kind: ReportedAddress['kind'], ...flags: AddressFlag[]): AddressFound => ({
    kind: 'address',
    url: reported(value, kind, changes, flags),
    display: value,
  });
  if (scheme === 'magnet' || scheme === 'ed2k') return kept(scheme);
  if (rules.APPLICATION.test(value)) return kept('app_link', 'app_deep_link');
  const [, userinfo, open] = /^\/\/([^/?#]*@)?(.+)$/.exec(rest) ?? [];
  if (!userinfo) return open ? kept('other') : undefined;
  const found = otherAddress(scheme, shielded(`//${open}`), changes);
  return (
    found && {
      ...found,
      url: reported(found.url.value, 'other', changes, ['userinfo_present']),
      ...credentialsIn(userinfo),
    }
  );
}
