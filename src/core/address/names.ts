// Classifies a text that is not an address: an account, a telephone number, a mailbox or a shared file.
import { trimmed } from './trim.ts';
import type { NameType } from './types.ts';

const NAMES: readonly (readonly [Exclude<NameType, 'other'>, RegExp])[] = [
  // Reddit writes `u/name`.
  ['account_handle', /^@|^\/?u\/[\w-]+$/],
  ['email_address', /^(?:mailto:)?[^\s@:]+@[^\s@]+\.[^\s@]+$/i],
  // In national or international form; eight to fifteen digits, so that a date or an account number does not match.
  ['phone_number', /^(?:(?:tel|sms):)?[+0](?:[ .()-]*\d){7,15}$/i],
  ['info_hash', /^(?:[\da-fA-F]{40}|[A-Z2-7]{32})$/],
];

/** The type of a name, from its form alone. */
export const classifyName = (text: string): NameType =>
  NAMES.find(([, form]) => form.test(trimmed(text)))?.[0] ?? 'other';
