// What a text that is no address names: an account, a telephone, a mailbox, a file that is shared.
import { trimmed } from './trim.ts';
import type { NameType } from './types.ts';

const NAMES: readonly (readonly [Exclude<NameType, 'other'>, RegExp])[] = [
  // Reddit writes `u/name`.
  ['account_handle', /^@|^\/?u\/[\w-]+$/],
  ['email_address', /^(?:mailto:)?[^\s@:]+@[^\s@]+\.[^\s@]+$/i],
  // In national or international form; eight to fifteen digits, so that a date or an account's number is none.
  ['phone_number', /^(?:(?:tel|sms):)?[+0](?:[ .()-]*\d){7,15}$/i],
  ['info_hash', /^(?:[\da-fA-F]{40}|[A-Z2-7]{32})$/],
];

/** What a name is, as far as its form tells. */
export const classifyName = (text: string): NameType =>
  NAMES.find(([, form]) => form.test(trimmed(text)))?.[0] ?? 'other';
