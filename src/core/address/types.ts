// The types that the address modules share.
import type { IDENTIFIER_TYPES, URL_CHANGES, URL_FLAGS, URL_KINDS } from '../report/vocabulary.ts';

/** The changes made to an address. The caller of `splitAddresses` adds `split_from_list`. */
export type AddressChange = (typeof URL_CHANGES)[number];

/** Observations on an address: reasons for a soft message, never for a refusal. */
export type AddressFlag = (typeof URL_FLAGS)[number];

/** An address as a report carries it: the `url` of a location. */
export interface ReportedAddress {
  /** 4 to 4,096 code points: a scheme, then no white space, `<`, `>`, `"` or control character. */
  value: string;
  /**
   * The typed text without parts that may identify the reporter, if it differs from `value`. `changes` then lead from it
   * to `value`: the wire refuses a typed text beside `sharer_id_removed` and `tracking_removed`.
   */
  asEntered?: string;
  kind: (typeof URL_KINDS)[number];
  /** Absent rather than empty. */
  changes?: AddressChange[];
  /** Absent rather than empty. */
  flags?: AddressFlag[];
}

/** An address, as it is reported and as it is shown. */
export interface ShownAddress {
  url: ReportedAddress;
  /** The address to show: `value`, with its host in the typed letters. It is text, never a link. */
  display: string;
  /** Whether something that may identify the reporter was removed, also if `changes` does not say so. */
  isStripped: boolean;
}

/** An address that was found in a text. */
export interface AddressFound extends ShownAddress {
  kind: 'address';
  /**
   * The address with its session, if it had one: the rest of the result is without. The form asks whether it was
   * published with the content or is the reporter's own.
   */
  withSession?: ShownAddress;
  /** The page that shows the image, if an image search named both. The search itself is dropped, with its words. */
  unwrappedFrom?: ReportedAddress;
  /**
   * User name and password from before the host, each at most 128 code points. The rest of the result does not contain
   * them. The form asks whether they were published with the content or are the reporter's own.
   */
  credentials?: { username?: string; password?: string };
}

/** Type of a text that is not an address. */
export type NameType = Extract<
  (typeof IDENTIFIER_TYPES)[number],
  'account_handle' | 'email_address' | 'phone_number' | 'info_hash' | 'other'
>;

/** The result of reading a text. An identifier has at most 512 code points; `code` is the code of the field error. */
export type AddressResult =
  | AddressFound
  | { kind: 'identifier'; identifier: { type: NameType; value: string } }
  | { kind: 'refused'; code: 'url.empty' | 'url.data' | 'url.local' | 'url.long' };
