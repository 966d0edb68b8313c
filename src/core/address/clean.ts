// Cuts a web address into parts, and rebuilds it without what would identify the person who viewed or shared it.
// The URL parser only checks that the address is valid and gives its host. The result is sliced from the typed text,
// never re-encoded: an analyst needs the exact path, query and fragment that the reporter saw.
import { TRACKING, withoutParameters } from './query.ts';
import { shielded } from './trim.ts';
import type { AddressChange, AddressFlag, AddressFound, ReportedAddress } from './types.ts';

/** Parameters that tell who shared a link, as `host name`: short names have other meanings on other sites. */
const SHARER =
  /^(?:\S+ fbclid|(?:\S+\.)?(?:instagram\.com igsh(?:id)?|youtu(?:be\.com|\.be) (?:si|pp|feature)|spotify\.com si|tiktok\.com (?:_[tr]|is_from_webapp|sender_device|share_.*)|(?:x|twitter)\.com [st]|(?:facebook\.com|fb\.watch) (?:mibextid|rdid|share_url)))$/;

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

/** Cuts a web address; undefined where it is none. */
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

/** A reported address; omits what is empty. */
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

/**
 * Cleans a located address: host and port, tracking parameters, text fragment. The user name and password are removed.
 * @param notice gives the flags, from the host, and from host, path, query and fragment together
 */
export function cleaned(
  located: Located,
  changes: Set<AddressChange>,
  notice: (hostname: string, site: string) => AddressFlag[] = () => [],
): AddressFound {
  const [scheme, , typedHost, typedPort, path, typedQuery, typedFragment, hostname, ownPort] = located;
  const host = typedHost.toLowerCase();
  const wireHost = /[^\0-\x7f]/.test(host) ? hostname : host;
  const port = ownPort && typedPort;
  const query = withoutParameters(typedQuery, (name) => {
    const change = TRACKING.test(name)
      ? 'tracking_removed'
      : SHARER.test(`${hostname} ${name}`) && 'sharer_id_removed';
    return change && changes.add(change);
  });
  const fragment = typedFragment.replace(/#?:~:text=.*/, '');
  const tail = path + query + fragment;

  if (host !== typedHost) changes.add('host_lowercased');
  if (host !== wireHost) changes.add('punycode');
  if (port !== typedPort) changes.add('default_port_removed');
  if (fragment !== typedFragment) changes.add('text_fragment_removed');
  const flags = notice(hostname, hostname + (path || '/') + query + fragment);

  const start = `${scheme}://`;
  const kind = scheme === 'ftp' ? scheme : hostname.endsWith('.onion') ? 'onion' : 'http';
  const url = reported(shielded(start + wireHost + port + tail), kind, changes, flags);
  return { kind: 'address', url, display: shielded(start + host + port + tail) };
}
