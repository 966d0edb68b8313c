// Repairs a pasted address: trims it, re-arms a disarmed one, and encodes the characters that no value may hold.
import * as rules from './rules.ts';
import { INVISIBLE, trimmed } from './trim.ts';
import type { AddressChange } from './types.ts';

const MAX_LINE_LENGTH = 512;

/**
 * Re-arms the scheme and the dots of the host; dots after the host only if the host has dots in brackets. User name and
 * password stay as they are, and the brackets of IPv6 prove nothing.
 */
const refanged = (text: string): string =>
  text
    .replace(rules.WEB_SCHEME, (_, s: string) => `http${s.toLowerCase()}://`)
    .replace(
      /^((?:https?:\/\/)?(?:[^/\\?#]*@)?)([^/\\?#]*)(.*)$/s,
      (_, start: string, host: string, rest: string) =>
        start +
        host.replace(rules.DEFANGED_DOT, '.') +
        (/[[({]\s*(?:\.|dot|point)/.test(host) ? rest.replaceAll('[.]', '.') : rest),
    );

/** Repairs until nothing changes: one repair may reveal another, and a second reading must change nothing. */
export function repaired(text: string, changes: Set<AddressChange>): string {
  let before;
  const note = (change: AddressChange, next: string): void => {
    // Phones capitalise the first letter (« Https:// »): this is not a broken address.
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

/** A text as one storable line without invisible characters. */
export const oneLine = (text: string): string =>
  text
    .replace(/\0|\p{Cs}/gu, '\ufffd')
    .replace(INVISIBLE, '')
    .replace(/[\s\0-\x1f]+/g, ' ')
    .trim();

/** The line of a text; at most 512 code points, the limit of an identifier. */
export const asLine = (text: string): string => [...oneLine(text)].slice(0, MAX_LINE_LENGTH).join('');
