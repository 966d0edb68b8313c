// The remarks about an address: at most one soft message, and at most one sentence about the changes.
import type { AddressResult, ShownAddress } from './types.ts';

// The most useful first: flaws that make an address useless, then those that hide the content or identify the reporter.
const WARNINGS = [
  'local',
  'credentials',
  'session',
  'cut',
  'onion',
  'search',
  'short',
  'share',
  'home',
] as const;

/** Code of the one message about an address. Never a reason to refuse it. */
export type AddressWarning = (typeof WARNINGS)[number];

/** A change to an address that the review mentions. */
export type AddressRemark = 'private' | 'unwrapped' | 'scheme' | 'repaired';

/** The end of an address that was copied only in part, or from a text that shortens addresses. */
const CUT = /(?:…|%E2%80%A6|\.{3}|&|[?&][^?&=#]*=)[\s"'»)\]>]*$/i;

/**
 * The most useful message about an address. Names and refused texts get none.
 * @param typed the text that was read
 */
export function warningOf(result: AddressResult, typed: string): AddressWarning | undefined {
  if (result.kind !== 'address') return undefined;
  // Each flag that deserves a message contains its code.
  const signs = [
    ...(result.url.flags ?? []),
    result.credentials && 'credentials',
    result.withSession && 'session',
    CUT.test(typed) && 'cut',
  ];
  return WARNINGS.find((code) => signs.join().includes(code));
}

/** The one remark about changes. The removal of private data comes first. */
export function changeOf({ url: { changes = [] }, isStripped }: ShownAddress): AddressRemark | undefined {
  const done = changes.join();
  if (isStripped) return 'private';
  if (done.includes('unwrapped')) return 'unwrapped';
  if (done.includes('scheme')) return 'scheme';
  return /trimmed|refanged|source|fragment/.test(done) ? 'repaired' : undefined;
}
