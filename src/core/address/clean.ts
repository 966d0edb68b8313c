// Cuts a web address into parts, and rebuilds it without what would identify the person who viewed or shared it.
// The URL parser only checks that the address is valid and gives its host. The result is sliced from the typed text,
// never re-encoded: an analyst needs the exact path, query and fragment that the reporter saw.
import { withoutSession } from './session.ts';
import { withoutSharer } from './sharer.ts';
import { shielded, trimmed, visible } from './trim.ts';
import type { AddressChange, AddressFlag, AddressFound, ReportedAddress, ShownAddress } from './types.ts';

/**
 * A web address, cut where the URL parser cuts it, in the characters that were typed; then its host and port as the
 * parser reads them, for comparisons: lower case, Punycode, IPv4 in decimal, no final dot, no default port.
 */
export type Located = [
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

/** Whether changes took out parts that may identify the reporter. A test compares HIDING_CHANGES of vocabulary.ts. */
export const hides = (changes: readonly AddressChange[]): boolean =>
  /(?:tracking|sharer_id)_removed/.test(changes.join());

/** The part after the host: in a typed text, its beginning too. */
type Tail = readonly [path: string, query: string, fragment: string];

/** How an address was written. */
export interface Written {
  readonly url: ReportedAddress;
  readonly typed: string;
  /**
   * The text without the parts that must not be sent: as it was typed, then trimmed, then as it was repaired. The last
   * is for a text in which the removed parts cannot be found.
   */
  readonly open: () => readonly string[];
}

/** An address that was found, and how each address of it was written. */
export interface Reading {
  readonly found: AddressFound;
  readonly written: readonly Written[];
}

/** Cuts a web address; undefined if it is none. */
export function locate(address: string): Located | undefined {
  try {
    const { hostname, port } = new URL(address);
    // The parser allows a quotation mark in a host; the wire does not.
    if (hostname.includes('"')) return undefined;
    const [, ...parts] =
      /^(https?|ftp):\/\/([^/\\?#]*@|)([^/\\?#]*?)(:\d*|)([/\\][^?#]*|)(\?[^#]*|)(#.*|)$/.exec(address)!;
    return [...parts, hostname.replace(/\.$/, ''), port] as Located;
  } catch {
    return undefined;
  }
}

/** A reported address; omits empty members. */
export const reported = (
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

const shown = ({ url, display, isStripped }: ShownAddress): ShownAddress => ({ url, display, isStripped });

/** A typed address without user name and password. */
export const withoutUserinfo = (typed: string): string => typed.replace(/(^|[/\\:])[^/\\?#]*@/, '$1');

/**
 * Cleans a located address: host and port, what tells who shared or read it, session, text fragment. The user name and
 * password are removed.
 * @param typed the text that it was read from
 * @param notice gives the flags, from the host, and from host, path, query and fragment together
 */
export function cleaned(
  located: Located,
  changes: Set<AddressChange>,
  typed: string,
  notice: (hostname: string, site: string) => AddressFlag[],
): Reading {
  const [scheme, userinfo, typedHost, typedPort, path, typedQuery, typedFragment, hostname, ownPort] =
    located;
  const host = typedHost.toLowerCase();
  const wireHost = /[^\0-\x7f]/.test(host) ? hostname : host;
  const port = ownPort && typedPort;
  const start = `${scheme}://`;
  const kind = scheme === 'ftp' ? scheme : hostname.endsWith('.onion') ? 'onion' : 'http';
  const site = hostname + (path || '/') + typedQuery;
  const typedParts = (text: string): Tail => {
    const [, head = '', ownQuery = '', end = ''] = /^([^?#]*)(\?[^#]*|)(.*)$/s.exec(text) ?? [];
    return [userinfo ? withoutUserinfo(head) : head, ...withoutSharer(site, ownQuery, end)];
  };
  const build = (
    done: Set<AddressChange>,
    parts: Tail,
    cut: (...parts: Tail) => Tail,
  ): ShownAddress & Written => {
    const [ownPath, ownQuery, whole] = cut(...parts);
    const end = whole.replace(/#?:~:text=.*/, '');
    if (host !== typedHost) done.add('host_lowercased');
    if (host !== wireHost) done.add('punycode');
    if (port !== typedPort) done.add('default_port_removed');
    if (end !== whole) done.add('text_fragment_removed');
    const tail = ownPath + ownQuery + end;
    const flags = notice(hostname, hostname + (ownPath || '/') + ownQuery + end);
    return {
      url: reported(shielded(start + wireHost + port + tail), kind, done, flags),
      display: shielded(start + host + port + tail),
      isStripped: Boolean(userinfo) || hides([...done]),
      typed,
      open: () => [
        ...[visible(typed), trimmed(typed)].map((text) => cut(...typedParts(text)).join('')),
        start + typedHost + typedPort + ownPath + ownQuery + whole,
      ],
    };
  };

  const parts: Tail = [
    path,
    ...withoutSharer(site, typedQuery, typedFragment, (change) => changes.add(change)),
  ];
  const hasSession = withoutSession(...parts).join('') !== parts.join('');
  const whole = hasSession ? build(new Set(changes), parts, (...all) => all) : undefined;
  if (hasSession) changes.add('sharer_id_removed');
  const own = build(changes, parts, withoutSession);
  return {
    found: { kind: 'address', ...shown(own), ...(whole && { withSession: shown(whole) }) },
    written: [own, ...(whole ? [whole] : [])],
  };
}
