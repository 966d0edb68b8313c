// What is worth saying about an address: one soft message at most, and what was changed in it.
import type { AddressResult, ReportedAddress } from './types.ts';

// In order of what helps most: what makes an address useless, then what makes it hard to find or may name the reporter.
const WARNINGS = ['local', 'credentials', 'cut', 'onion', 'search', 'short', 'share', 'home'] as const;

/** Code of the one message about an address. Never a reason to refuse it. */
export type AddressWarning = (typeof WARNINGS)[number];

/** What was changed in an address, as far as it is worth a sentence in the review. */
export type AddressRemark = 'private' | 'unwrapped' | 'scheme' | 'repaired';

/** How an address ends that was copied from a text which shortens it, or only in part. */
const CUT = /(?:…|%E2%80%A6|\.{3}|&|[?&][^?&=#]*=)[\s"'»)\]>]*$/i;

/**
 * The most helpful thing to say about an address; nothing about names and about what is refused.
 * @param typed the text that was read
 */
export function warningOf(result: AddressResult, typed: string): AddressWarning | undefined {
  if (result.kind !== 'address') return undefined;
  // Each flag that deserves a message contains its code.
  const signs = [...(result.url.flags ?? []), result.credentials && 'credentials', CUT.test(typed) && 'cut'];
  return WARNINGS.find((code) => signs.join().includes(code));
}

/** The one sentence about what was changed: that something private went matters most. */
export function changeOf({ changes = [], flags = [] }: ReportedAddress): AddressRemark | undefined {
  const done = [...changes, ...flags].join();
  if (/(?:tracking|id)_removed|userinfo/.test(done)) return 'private';
  if (done.includes('unwrapped')) return 'unwrapped';
  if (done.includes('scheme')) return 'scheme';
  return /trimmed|refanged|source|fragment/.test(done) ? 'repaired' : undefined;
}
