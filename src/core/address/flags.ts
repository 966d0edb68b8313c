// Observations on a web address without a network: reasons for a soft message, and help for the analyst.
import * as rules from './rules.ts';
import { FLAGGED, onSites } from './sites.ts';
import type { AddressFlag } from './types.ts';
import { isOnionKey } from './onion.ts';

/** Longest address that is not flagged as very long, in UTF-16 units. */
const MAX_PLAIN_LENGTH = 1_000;

const SITES = FLAGGED.map(([sites, ...meanings]) => [onSites(sites), meanings] as const);

/**
 * The flags of a web address.
 * @param hostname as the URL parser reads it, without a final dot
 * @param site the hostname, then path, query and fragment as they were typed
 */
export function flagsOf(hostname: string, site: string): AddressFlag[] {
  const flags: AddressFlag[] = [];
  if (/^[^/\\?#]+[/\\]?\??#?$/.test(site)) flags.push('home_page_only');
  if (rules.SEARCH_HOST.test(hostname) && rules.SEARCH_PAGE.test(site)) flags.push('search_engine_page');
  for (const [sites, meanings] of SITES) if (sites.test(site)) flags.push(...meanings);
  const [, onion, behindGateway] = rules.ONION_HOST.exec(hostname) ?? [];
  const key = onion ?? behindGateway;
  if (behindGateway) flags.push('tor_gateway');
  if (key && !isOnionKey(key)) flags.push(key.length === 16 ? 'onion_v2' : 'onion_checksum_failed');
  if (rules.LOCAL_HOST.test(hostname)) flags.push('local_or_private_host');
  if (site.length > MAX_PLAIN_LENGTH) flags.push('very_long');
  return flags;
}
