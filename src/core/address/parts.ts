// Reads typed addresses: takes out user name and password, unwraps redirects and searches, keeps other schemes.
import { cleaned, locate, reported, withoutUserinfo, type Located, type Reading } from './clean.ts';
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
  const [, userinfo, , , path, query, fragment] = at;
  const rest = address.replace(userinfo, '');
  // A bracket that the password had opened ends a path, but no host.
  const open = locateTyped(repaired(path + query + fragment ? shielded(rest) : rest, new Set()));
  if (open) open[1] ||= userinfo;
  return open;
}

/** A located address, with the text that it was read from. */
type Source = readonly [at: Located, typed: string];

/** The first web address among the parameters of a query, or among the parameters with matching names. */
function carried(query: string, names = /^/): Source | undefined {
  for (const [, , name = '', value = ''] of query.matchAll(PARAMETER)) {
    try {
      const target = names.test(name) ? decodeURIComponent(value) : '';
      if (!/^https?:\/\//i.test(target)) continue;
      const at = locateTyped(repaired(shielded(target), new Set()));
      return at && [at, target.replaceAll('\0', '\ufffd')];
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
function noted([at, typed]: Source, changes: Set<AddressChange>): Reading {
  const { found, written } = cleaned(at, changes, typed, (hostname, site) => [
    ...flagsOf(hostname, site),
    ...(at[1] ? (['userinfo_present'] as const) : []),
  ]);
  return { found: { ...found, ...credentialsIn(at[1]) }, written };
}

/**
 * Reads a web address. Redirects and image searches are unwrapped before the address is cleaned.
 * @param typed the text before it was repaired
 */
export function webAddress(address: string, changes: Set<AddressChange>, typed: string): Reading | undefined {
  const located = locateTyped(address);
  if (!located) return undefined;
  const first: Source = [located, typed];
  let source: Source = first;
  let page: Source | undefined;
  const unwrapped = new Set<AddressChange>();
  for (let level = 0; ; level++) {
    const [, , , , path, query, , hostname] = source[0];
    const isSearch = rules.SEARCH_HOST.test(hostname);
    const image = isSearch && carried(query, rules.IMAGE_TARGET);
    const shownOn = isSearch && carried(query, /^imgrefurl$/);
    const next = image || shownOn || (rules.REDIRECT.test(hostname + (path || '/')) && carried(query));
    if (!next) break;
    if (level === MAX_LEVELS) return noted(first, changes);
    unwrapped.add(image || shownOn ? 'search_result_unwrapped' : 'redirect_unwrapped');
    page = (image && shownOn) || page;
    source = next;
  }
  for (const change of unwrapped) changes.add(change);
  const { found, written } = noted(source, changes);
  const via = page && noted(page, new Set());
  return {
    found: { ...found, ...(via && { unwrappedFrom: via.found.url }) },
    written: [...written, ...(via?.written ?? [])],
  };
}

/** Reads an address with another scheme. It is kept unchanged, except for user name and password. */
export function otherAddress(
  scheme: string,
  rest: string,
  changes: Set<AddressChange>,
  typed: string,
): Reading | undefined {
  const value = `${scheme}:${rest}`;
  const kept = (kind: ReportedAddress['kind'], ...flags: AddressFlag[]): Reading => {
    const url = reported(value, kind, changes, flags);
    const found: AddressFound = { kind: 'address', url, display: value, isStripped: false };
    return { found, written: [{ url, typed, open: () => [typed, value] }] };
  };
  if (scheme === 'magnet' || scheme === 'ed2k') return kept(scheme);
  if (rules.APPLICATION.test(value)) return kept('app_link', 'app_deep_link');
  const [, userinfo, open = ''] = /^\/\/([^/?#]*@)?(.+)$/.exec(rest) ?? [];
  if (!userinfo) return open ? kept('other') : undefined;
  const reading = otherAddress(scheme, shielded(`//${open}`), changes, withoutUserinfo(typed));
  if (!reading) return undefined;
  const { found, written } = reading;
  found.url.flags = ['userinfo_present'];
  return { found: { ...found, isStripped: true, ...credentialsIn(userinfo) }, written };
}
