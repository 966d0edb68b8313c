// The kind of place that an address leads to, and the identifiers that the address contains.
import { asLine } from './repair.ts';
import { onSites, PLACED } from './sites.ts';
import type { NameType, ReportedAddress } from './types.ts';
import type { IdentifierType } from '../draft/identifiers.ts';
import type { PlaceId } from '../report/places.ts';

/** The place of a name typed instead of an address, if its form shows it. A phone number fits any messenger. */
export const PLACE_OF_NAME: Partial<Record<NameType, PlaceId>> = { email_address: 'email', info_hash: 'p2p' };

/** The kind of place that an address leads to; `website` if nothing more precise is known. */
export function placeOf({ kind, value, flags = [] }: ReportedAddress): PlaceId {
  if (kind === 'onion' || flags.includes('tor_gateway')) return 'tor';
  if (kind === 'magnet' || kind === 'ed2k') return 'p2p';
  if (flags.includes('search_engine_page')) return 'search_result';
  const site = value.replace(/^https?:\/\//, '');
  return PLACED.find(([, sites]) => onSites(sites, true).test(site))?.[0] ?? 'website';
}

/** Patterns of addresses that contain identifiers, each with the types of its groups. */
const NAMED: readonly (readonly [RegExp, ...IdentifierType[]])[] = [
  [
    /^https?:\/\/(?:t|telegram)\.me\/(?:c\/(\d+)|(?:s\/)?(\w{4,}))\/(?:\d+\/)?(\d+)/,
    'group_id',
    'group_name',
    'message_id',
  ],
  [
    /^https?:\/\/(?:\w+\.)?discord\.com\/channels\/(?:(\d+)|@me)\/(\d+)(?:\/(\d+))?/,
    'server_name',
    'group_id',
    'message_id',
  ],
  [/^magnet:.*[?&]xt=urn:bt(?:ih:|mh:1220)(\w+)/, 'info_hash'],
  [/^magnet:.*[?&]dn=([^&]+)/, 'file_name'],
  [/^ed2k:\/\/\|file\|([^|]+)\|\d+\|(\w+)/, 'file_name', 'file_hash'],
  [/^https?:\/\/(?:[^/]*\.)?([a-z2-7]{16,}\.onion)\.[a-z.]/, 'other'],
];

/** A name with its escapes decoded, if they are valid. */
function readable(name: string): string {
  try {
    return asLine(decodeURIComponent(name.replaceAll('+', ' ')));
  } catch {
    return asLine(name);
  }
}

/** The identifiers that an address contains; empty if it contains none. */
export function identifiersOf(url: ReportedAddress): { type: IdentifierType; value: string }[] {
  return NAMED.flatMap(([form, ...types]) => {
    const [, ...names] = form.exec(url.value) ?? [];
    return types.flatMap((type, i) => {
      const value = readable(names[i] ?? '');
      return value ? [{ type, value }] : [];
    });
  });
}
