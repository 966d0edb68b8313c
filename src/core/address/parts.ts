// Reads typed addresses: takes out user name and password, unwraps redirects and searches, keeps other schemes.
import { cleaned, locate, reported, type Located } from './clean.ts';
import { PARAMETER } from './query.ts';
import { flagsOf } from './flags.ts';
import * as rules from './rules.ts';
import { repaired } from './repair.ts';
import { shielded } from './trim.ts';
import type { AddressChange, AddressFlag, AddressFound, ReportedAddress } from './types.ts';

/** Levels of redirects that are unwrapped. An address with more levels is made to mislead, and is kept whole. */
const MAX_LEVELS = 3;

/** Longest user name or password, in code points. */
const MAX_CREDENTIAL_LENGTH = 128;

/** Cuts an address. The userinfo before an `@` is taken out; the address without it is repaired and cut again. */
function locateTyped(address: string): Located | undefined {
  const at = locate(address);
  if (!at?.[1]) return at;
  const open = locateTyped(repaired(shielded(address.replace(at[1], '')), new Set()));
  if (open) open[1] ||= at[1];
  return open;
}

/** The first web address among the parameters of a query, or among the parameters with matching names. */
function carried(query: string, names = /^/): Located | undefined {
  for (const [, , name = '', value = ''] of query.matchAll(PARAMETER)) {
    try {
      const target = names.test(name) ? decodeURIComponent(value) : '';
      if (/^https?:\/\//i.test(target)) return locateTyped(repaired(shielded(target), new Set()));
    } catch {
      // A broken escape: this parameter holds no address.
    }
  }
  return undefined;
}

/** User name and password from the userinfo, decoded if possible; nothing if both are empty. */
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

/** A cleaned address, with its flags and credentials. */
const noted = (at: Located, changes: Set<AddressChange>): AddressFound => ({
  ...cleaned(at, changes, (hostname, site) => [
    ...flagsOf(hostname, site),
    ...(at[1] ? (['userinfo_present'] as const) : []),
  ]),
  ...credentialsIn(at[1]),
});

/** Reads a web address. Redirects and image searches are unwrapped before the address is cleaned. */
export function webAddress(address: string, changes: Set<AddressChange>): AddressFound | undefined {
  const first = locateTyped(address);
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
    if (level === MAX_LEVELS) return noted(first!, changes);
    unwrapped.add(image || source ? 'search_result_unwrapped' : 'redirect_unwrapped');
    page = (image && source) || page;
    at = next;
  }
  for (const change of unwrapped) changes.add(change);
  return at && { ...noted(at, changes), ...(page && { unwrappedFrom: noted(page, new Set()).url }) };
}

/** Reads an address with another scheme. It is kept unchanged, except for user name and password. */
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
