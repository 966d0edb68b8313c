// What an address turns out to be: the shapes that the other address modules hand to each other.
import type { IDENTIFIER_TYPES, URL_CHANGES, URL_FLAGS, URL_KINDS } from '../report/vocabulary.ts';

/** What was done to an address. `split_from_list` is for the caller of `splitAddresses` to add. */
export type AddressChange = (typeof URL_CHANGES)[number];

/** What was noticed about an address: reasons for a soft message, never for a refusal. */
export type AddressFlag = (typeof URL_FLAGS)[number];

/** An address as a report carries it: the `url` of a location. */
export interface ReportedAddress {
  /** 4 to 4,096 code points: a scheme, then no white space, `<`, `>`, `"` or control character. */
  value: string;
  /** What was typed, where it differs and nothing that may identify the reporter was taken out of it. */
  asEntered?: string;
  kind: (typeof URL_KINDS)[number];
  /** Absent rather than empty. */
  changes?: AddressChange[];
  /** Absent rather than empty. */
  flags?: AddressFlag[];
}

/** An address that was found in a text. */
export interface AddressFound {
  kind: 'address';
  url: ReportedAddress;
  /** The address to show: `value`, its host in the letters that were typed. A text, never a link. */
  display: string;
  /** The page that shows the image, where an image search named both. The search itself goes, with its words. */
  unwrappedFrom?: ReportedAddress;
  /**
   * User name and password that stood before the host, each at most 128 code points. They are nowhere else in the
   * result: whether they were published with the content, or are the reporter's own, is for the form to ask.
   */
  credentials?: { username?: string; password?: string };
}

/** What a text that is no address names. */
export type NameType = Extract<
  (typeof IDENTIFIER_TYPES)[number],
  'account_handle' | 'email_address' | 'phone_number' | 'info_hash' | 'other'
>;

/** What a text turned out to be; an identifier has at most 512 code points, `code` is that of the field's error. */
export type AddressResult =
  | AddressFound
  | { kind: 'identifier'; identifier: { type: NameType; value: string } }
  | { kind: 'refused'; code: 'url.empty' | 'url.data' | 'url.local' | 'url.long' };
