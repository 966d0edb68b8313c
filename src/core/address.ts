// Addresses as people paste them, repaired and cleaned without a network (domain.md §4.2 and §4.3).
// The URL parser only tells whether an address holds and which host it names. The result is sliced from what was
// typed, never re-encoded: an analyst needs the very path, query and fragment that the reporter saw.
import * as rules from './address-rules.ts';
import type { URL_CHANGES, URL_FLAGS, URL_KINDS } from './vocabulary.ts';

/** What was done to an address. `split_from_list` is for the caller of {@link splitAddresses} to add. */
export type AddressChange = (typeof URL_CHANGES)[number];

/** What was noticed about an address: reasons for a soft message, never for a refusal. */
export type AddressFlag = (typeof URL_FLAGS)[number];

/** An address as a report carries it: the `url` of a location. */
export interface ReportedAddress {
  /** 4 to 4,096 code points: a scheme, then no white space, `<`, `>`, `"` or control character. */
  value: string;
  /** What was typed, where it differs and nothing that may identify the reporter was taken out of it. */
  asEntered?: string;
  kind: (typeof URL_KINDS)[number];
  /** Absent rather than empty. */
  changes?: AddressChange[];
  /** Absent rather than empty. */
  flags?: AddressFlag[];
}

/** An address that was found in a text. */
export interface AddressFound {
  kind: 'address';
  url: ReportedAddress;
  /** The address to show: `value`, its host in the letters that were typed. A text, never a link. */
  display: string;
  /** The page that shows the image, where an image search named both. The search itself goes, with its words. */
  unwrappedFrom?: ReportedAddress;
}

/** What a text turned out to be; an identifier has at most 512 code points, `code` is that of the field's error. */
export type AddressResult =
  | AddressFound
  | { kind: 'identifier'; identifier: { type: 'account_handle' | 'other'; value: string } }
  | { kind: 'refused'; code: 'url.empty' | 'url.data' | 'url.local' | 'url.long' };

// In code points: what a form takes, and what the wire does, which has room for spaces that had to be encoded.
const MAX_TYPED_LENGTH = 2_048;
const MAX_VALUE_LENGTH = 4_096;
const MAX_IDENTIFIER_LENGTH = 512;

/** Redirects are followed through three levels; what nests deeper was made to mislead, and is kept whole. */
const MAX_LEVELS = 3;

/** As much of a paste as is read, in units: ten of the longest addresses. The patterns are quadratic at worst. */
const MAX_READ_LENGTH = 20_500;

const PARAMETER = /([?&](?:amp;)*)([^=&]*)=?([^&]*)/g;

const codePoints = (text: string): number => [...text].length;

/** Takes off what surrounds an address in a sentence: spaces, quotes, brackets, the punctuation of the sentence. */
function trimmed(text: string): string {
  let before;
  text = text.replace(rules.INVISIBLE, '').replace(rules.STRAY_JOINER, '');
  do {
    before = text;
    text = text.replace(/^[\s<"'`«“(]+|[\s>"'`.,;]+$/g, '');
    for (const [opener = '', closer = ''] of ['()', '[]', '«»', '“”']) {
      if (!text.endsWith(closer)) continue;
      let excess = text.split(closer).length - text.split(opener).length;
      for (; excess > 0 && text.endsWith(closer); excess--) text = text.slice(0, -1);
    }
  } while (text !== before);
  return text;
}

/** What a removal leaves last may look like the end of a sentence (`/wiki/S.A.R.L.`): an empty fragment shields it. */
function shielded(address: string): string {
  const shorter = trimmed(address);
  return shorter === address || address.includes('#') ? shorter : `${address}#`;
}

/** Re-arms the scheme and the dots of the host; dots past the host only where the host has or had brackets. */
const refanged = (text: string): string =>
  text
    .replace(rules.WEB_SCHEME, (_, s: string) => `http${s.toLowerCase()}://`)
    .replace(
      /^((?:https?:\/\/)?[^/\\?#]*)(.*)$/s,
      (_, head: string, rest: string) =>
        head.replace(rules.DEFANGED_DOT, '.') + (/[[({]/.test(head) ? rest.replaceAll('[.]', '.') : rest),
    );

/** All repairs, again until nothing changes: one may bring another to light, and a second reading must find none. */
function repaired(text: string, changes: Set<AddressChange>): string {
  let before;
  const note = (change: AddressChange, next: string): void => {
    // « Https:// » is what phones make of a first letter, and nothing that was broken.
    if (next.toLowerCase() !== text.toLowerCase()) changes.add(change);
    text = next;
  };
  do {
    before = text;
    note('trimmed', trimmed(text));
    note('view_source_removed', text.replace(/^(?:view-source:)+/i, ''));
    note('refanged', refanged(text));
    // The lines of a wrapped address are joined, as browsers do; then the few characters no value may hold are encoded.
    text = text.replace(/(?<=^https?:.*)[\t\n\r]/gs, '').replace(/[\s<>"\0-\x1f]/g, encodeURIComponent);
  } while (text !== before);
  return text;
}

/**
 * A web address, cut where the URL parser cuts it, in the characters that were typed; then its host and port as the
 * parser reads them, for comparisons: lower case, Punycode, IPv4 in decimal, no final dot, no default port.
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

function locate(address: string): Located | undefined {
  try {
    const { hostname, port } = new URL(address);
    // The parser lets a quotation mark into a host; the wire does not.
    if (hostname.includes('"')) return undefined;
    const [, ...parts] =
      /^(https?|ftp):\/\/([^/\\?#]*@|)([^/\\?#]*?)(:\d*|)([/\\][^?#]*|)(\?[^#]*|)(#.*|)$/.exec(address)!;
    return [...parts, hostname.replace(/\.$/, ''), port] as Located;
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
function withoutParameters(query: string, isDropped: (name: string, parameter: string) => unknown): string {
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

/** Steps 6, 8 and 9 of domain.md §4.3: host and port, tracking parameters, text fragment. */
function cleaned(located: Located, changes: Set<AddressChange>): AddressFound {
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
  const flags: AddressFlag[] = [];
  if (/^[/\\]?\??#?$/.test(tail)) flags.push('home_page_only');
  if (rules.SEARCH_HOST.test(hostname) && rules.SEARCH_PAGE.test(tail)) flags.push('search_engine_page');
  if (rules.LOCAL_HOST.test(hostname)) flags.push('local_or_private_host');
  if (userinfo) flags.push('userinfo_present');

  const start = `${scheme}://${userinfo}`;
  const kind = scheme === 'ftp' ? scheme : hostname.endsWith('.onion') ? 'onion' : 'http';
  const url = reported(shielded(start + wireHost + port + tail), kind, changes, flags);
  return { kind: 'address', url, display: shielded(start + host + port + tail) };
}

/** Steps 5 to 9 of domain.md §4.3: with step 7, redirects and image searches, before the rest. */
function webAddress(address: string, changes: Set<AddressChange>): AddressFound | undefined {
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

/** An address in a scheme of its own: kept as it is. */
function otherAddress(scheme: string, rest: string, changes: Set<AddressChange>): AddressFound | undefined {
  const value = `${scheme}:${rest}`;
  const kind =
    scheme === 'magnet' || scheme === 'ed2k'
      ? scheme
      : rules.APPLICATION.test(value)
        ? 'app_link'
        : /^\/\/./.test(rest) && 'other';
  return kind ? { kind: 'address', url: reported(value, kind, changes), display: value } : undefined;
}

/**
 * Reads one address as it was typed or pasted: repairs it, and takes out what tracks people. Works on the text alone:
 * nothing is contacted, resolved or looked up. What is no address becomes an identifier, so that no report is lost;
 * only pictures, scripts and addresses of this device are refused, and what is longer than a form takes.
 * Reading a `value` again gives the same `value`.
 */
export function normaliseAddress(text: string): AddressResult {
  // NUL and halves of surrogate pairs cannot be stored: they become U+FFFD here as in the whole report.
  const entered = text
    .slice(0, MAX_READ_LENGTH)
    .replace(/\0|\p{Cs}/gu, '\ufffd')
    .trim();
  const changes = new Set<AddressChange>();
  let address = repaired(entered, changes);
  if (/^(?:https?:\/\/)?$/.test(address)) return { kind: 'refused', code: 'url.empty' };
  const refused = rules.REFUSED.exec(address);
  if (refused) return { kind: 'refused', code: refused[1] ? 'url.data' : 'url.local' };

  const bare = rules.BARE_HOST.exec(address.replace(/^:?\/\//, ''));
  if (bare) {
    changes.add('scheme_added');
    address = `http${/\.onion\b/i.test(bare[0]) ? '' : 's'}://${bare.input}`;
  }
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*):(\S+)$/i.exec(address) ?? [];
  const name = scheme.toLowerCase();
  const found = /^(?:https?|ftp)$/.test(name)
    ? webAddress(`${name}:${rest.replace(/^[/\\]*/, '//')}`, changes)
    : otherAddress(name, rest, changes);

  const length = codePoints(entered);
  const valueLength = found ? codePoints(found.url.value) : MAX_VALUE_LENGTH;
  if (found && valueLength <= MAX_VALUE_LENGTH && Math.min(length, valueLength) <= MAX_TYPED_LENGTH) {
    const { url } = found;
    const isTelling = /(?:tracking|id)_removed|unwrapped/.test([...changes].join());
    if (!isTelling && entered !== url.value && length <= MAX_VALUE_LENGTH) url.asEntered = entered;
    return found;
  }
  // A sentence round one address, given without splitAddresses.
  const [only = '', another] = splitAddresses(entered);
  if (only.length < entered.length && !another) return normaliseAddress(only);
  // The bytes of a picture, pasted without their `data:`.
  if (!found && /[a-z\d+/]{201}/i.test(entered)) return { kind: 'refused', code: 'url.data' };
  if (length > MAX_TYPED_LENGTH) return { kind: 'refused', code: 'url.long' };
  const typed = entered.replace(rules.INVISIBLE, '').replace(/[\s\0-\x1f]+/g, ' ');
  const value = [...typed].slice(0, MAX_IDENTIFIER_LENGTH).join('');
  const type = trimmed(typed).startsWith('@') ? 'account_handle' : 'other';
  return { kind: 'identifier', identifier: { type, value } };
}

/** The address in a word of a sentence: it names its scheme, or has a path, `www.` or `.onion`. */
function addressIn(word: string): string | undefined {
  const [host] = rules.BARE_HOST.exec(word) ?? [];
  const isPlain = host && (host !== word || /^www\.|\.onion$/i.test(host));
  return isPlain || rules.REFUSED.test(word) ? word : rules.SCHEMED_ADDRESS.exec(word)?.[0];
}

/**
 * Cuts a paste into the addresses it holds, each as it was typed. A list gives its addresses; a sentence with
 * addresses gives those that name a scheme, a path or `www.`, without the sentence; any other text stays whole.
 * @returns one text or more; none for a blank one
 */
export function splitAddresses(text: string): string[] {
  const whole = text.slice(0, MAX_READ_LENGTH).trim();
  if (!whole) return [];
  const isBare = (word: string): boolean => rules.BARE_HOST.test(word);
  const words = whole
    // Spaces after the scheme or round a dot in brackets are inside the address.
    .replace(/(:\/\/)\s+|\s*([[({](?:\.|dot|point)[\])}])\s*/g, '$1$2')
    .replace(rules.GLUED_ADDRESS, '\n')
    .split(/\s+/)
    .flatMap((word) => {
      const parts = word.split(/[,;]/).map(trimmed);
      return parts.every(isBare) ? parts : trimmed(word);
    });
  const isList = words.every((word) => addressIn(word) || isBare(word) || !/\p{L}/u.test(word));
  const found = new Set(words.flatMap((word) => addressIn(word) ?? (isList && isBare(word) ? word : [])));
  // `https://a.example/my files/1.jpg` is an address with spaces, not an address before a sentence.
  const last = words.at(-1) ?? '';
  const hasSpaces =
    found.size === 1 &&
    found.has(words[0] ?? '') &&
    /[/=&.]\w+$/.test(last) &&
    !addressIn(last) &&
    !isBare(last);
  return hasSpaces || found.size === 0 || rules.REFUSED.test(trimmed(whole)) ? [whole] : [...found];
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
  let address = href;
  try {
    const { origin, pathname, search, href: canonical } = new URL(canonicalHref || href, href);
    if (canonicalHref && origin === new URL(href).origin && pathname + search !== '/') address = canonical;
  } catch {
    // No canonical address, then.
  }
  const anonymous = address.replace(/(?<=^\w+:\/\/)[^/?#]*@/, '').replace(rules.SESSION_IN_PATH, '');
  const at = locate(repaired(shielded(anonymous), new Set()));
  if (!at || at[0] === 'ftp') return '';
  at[5] = withoutParameters(at[5], (_, parameter) => rules.SESSION.test(parameter));
  // `#access_token=…` is what a sign-in leaves behind.
  if (rules.SESSION.test(at[6].slice(1))) at[6] = '';
  return cleaned(at, new Set()).url.value;
}
