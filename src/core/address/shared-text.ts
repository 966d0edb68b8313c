// Reads the text that another application shares: the addresses in it, cleaned, and the left-out parts.

import { normaliseAddress, splitAddresses } from './address.ts';
import { namesIn } from './query.ts';
import { onSites } from './sites.ts';
import type { AddressChange } from './types.ts';
import { LIST_LIMITS } from '../report/limits.ts';

/** The fields of a share, as the application filled them in. Most applications put the link into `text`. */
export interface SharedText {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
}

/** An address to report. */
export interface SharedAddress {
  /** The cleaned address. It keeps user name, password and session, because the form asks about them. */
  readonly value: string;
  /** The address for the form: the shared one, if cleaning may have changed where it leads; else `value`. */
  readonly given: string;
  /** The changes made to the shared link. */
  readonly changes: readonly AddressChange[];
  /** Names of the parameters that were removed, because they tell who shares or follow people across sites. */
  readonly removed: readonly string[];
}

/** Why a link of a share is not reported. */
export type LeftOutReason = 'advertisement' | 'refused' | 'too_many';

/** The result of reading a share. */
export interface SharedReading {
  /** The addresses to report, in the order of the share: 20 at most. Empty if the share holds none. */
  readonly addresses: readonly SharedAddress[];
  /** The links that are not reported. */
  readonly leftOut: readonly { readonly address: string; readonly reason: LeftOutReason }[];
  /** Whether words stood around the addresses. They are never kept: they may name people. */
  readonly hasWords: boolean;
}

/** Longest field that is read, in UTF-16 units: room for twenty of the longest addresses. */
const MAX_FIELD_LENGTH = 41_000;

/** Punctuation that ends an address in Chinese and Japanese texts, which have no spaces; shared addresses escape it. */
const WIDE_PUNCTUATION = /[\u3000-\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/g;

/** Short links whose applications write the next sentence directly after them. */
const GLUED_SENTENCE =
  /(https?:\/\/(?:v\.douyin\.com|v\.kuaishou\.com|xhslink\.com|b23\.tv)\/[\w\-/.]*)(?=[^\0-\x7f])/gi;

/** Pages where an application is installed, which applications and mail programs add to their texts. */
const ADVERTISEMENT = onSites(
  'tiktok.com/tiktoklite|lite.tiktok.com/|play.google.com/store/apps/|apps.apple.com/|[^/]+.onelink.me/|aka.ms/(o0ukef|AAb9ysg|ghei36)|overview.mail.yahoo.com/|proton.me/mail|whatsapp.com/(dl|download)|telegram.org/dl',
);

/** Reads one link; undefined if it is a name or a number, which is not reported without a question. */
function readLink(link: string): SharedAddress | 'refused' | undefined {
  const result = normaliseAddress(link);
  if (result.kind === 'identifier') return undefined;
  if (result.kind === 'refused') return result.code === 'url.empty' ? undefined : 'refused';
  const { value, asEntered, changes = [] } = (result.withSession ?? result).url;
  const left = new Set(namesIn(value));
  // Parameters of a redirect went with it: they tell nothing about the target.
  const isUnwrapped = changes.some((change) => change.endsWith('unwrapped'));
  const removed = new Set(isUnwrapped ? [] : namesIn(link).filter((name) => !left.has(name)));
  const shared = result.credentials && link;
  return { value: shared ?? value, given: shared ?? asEntered ?? value, changes, removed: [...removed] };
}

/** A colon after a closed bracket, at the end of a word, which `trimmed` would take for the end of the address. */
const COLON_AFTER_BRACKET = /(?<=[)\]]):(?=[>.,;]*(?:\s|$))/g;

/** A field without what glues words to its addresses. */
const separated = (field: string): string =>
  field
    .slice(0, MAX_FIELD_LENGTH)
    .replace(WIDE_PUNCTUATION, ' ')
    .replace(COLON_AFTER_BRACKET, '')
    .replace(GLUED_SENTENCE, '$1 ');

/**
 * Reads a share. The link that the application names as such comes first, then those in its text, then those in its
 * title. An address that is there twice is read once; a text without any address gives none. Works on the text alone.
 */
export function readSharedText({ url = '', text = '', title = '' }: SharedText): SharedReading {
  const addresses = new Map<string, SharedAddress>();
  const leftOut: { address: string; reason: LeftOutReason }[] = [];
  let hasWords = false;
  for (const field of [url, text, title].map(separated)) {
    let rest = field;
    for (const link of splitAddresses(field)) {
      const read = readLink(link);
      if (!read) continue;
      rest = rest.replace(link, ' ');
      if (read === 'refused') leftOut.push({ address: link, reason: read });
      else if (!addresses.has(read.value)) addresses.set(read.value, read);
    }
    hasWords ||= /[\p{L}\p{N}]/u.test(rest);
  }
  const all = [...addresses.values()];
  const isAdvertisement = ({ value }: SharedAddress): boolean =>
    ADVERTISEMENT.test(value.replace(/^https?:\/\//, ''));
  const contents = all.filter((address) => !isAdvertisement(address));
  // Alone, the page of an application is the reported content.
  const kept = contents.length > 0 ? contents : all;
  for (const address of all) if (!kept.includes(address)) leftOut.push(leaveOut(address, 'advertisement'));
  for (const address of kept.slice(LIST_LIMITS.locations)) leftOut.push(leaveOut(address, 'too_many'));
  return { addresses: kept.slice(0, LIST_LIMITS.locations), leftOut, hasWords };
}

const leaveOut = ({ value }: SharedAddress, reason: LeftOutReason): SharedReading['leftOut'][number] => ({
  address: value,
  reason,
});
