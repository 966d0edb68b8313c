// Identifiers as people type them: tidied, never refused.
import { asLine } from '../address/repair.ts';
import { normaliseAddress } from '../address/address.ts';
import type { IDENTIFIER_TYPES } from '../report/vocabulary.ts';

/** Type of an identifier, as the report names it. */
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** An identifier as a report carries it. */
export interface IdentifierRead {
  /** At most 512 code points, on one line; empty if nothing was typed. */
  readonly value: string;
  /** Set if the value looks like something else: a reason to ask once, never to refuse. */
  readonly problem?: 'format';
}

/** How a type is tidied, and what a plausible value looks like. Without a pattern, any value is plausible. */
type Form = readonly [tidy: (text: string) => string, plausible?: RegExp];

const link: Form = [
  (text) => {
    const result = normaliseAddress(text);
    return result.kind === 'address' ? result.url.value : text;
  },
  /^[a-z][a-z\d+.-]*:\S+$/,
];

const FORMS: Partial<Record<IdentifierType, Form>> = {
  // Names on Facebook, in forums and in games have spaces.
  account_handle: [(text) => text.replace(/^@[@ ]*/, '@')],
  // A text with letters may be a sender's name. The `(0)` is dialled only within the country.
  phone_number: [
    (text) => (/\p{L}/u.test(text) ? text : text.replace(/(?<=\+.*)\(0\)/, '').replace(/[^\d+ ]/g, '')),
    /^\+?(?: *\d){3,15}$/,
  ],
  message_id: [(text) => text.replace(/^(?:n[o°º]|\W)*(?=\d+$)/i, ''), /^\d+$/],
  email_address: [(text) => text.replace(/^<?mailto:|[<>]/gi, ''), /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  info_hash: [
    (text) => /(?:^|[:=]|:1220)([\da-f]{64}|[\da-f]{40}|[a-z2-7]{32})(?![a-z\d])/i.exec(text)?.[1] ?? text,
    /^(?:[\da-f]{64}|[\da-f]{40}|[a-z2-7]{32})$/i,
  ],
  invite_link: link,
  profile_url: link,
};

/** Reads one identifier as it was typed. Reading a `value` again gives the same `value`. */
export function readIdentifier(type: IdentifierType, text: string): IdentifierRead {
  const [tidy, plausible] = FORMS[type] ?? [];
  const value = asLine(tidy?.(asLine(text)) ?? text).trim();
  return { value, ...(value && plausible && !plausible.test(value) && { problem: 'format' }) };
}
