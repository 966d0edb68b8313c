// The messages of the interface: their type, derived from French, and the functions that fill in values.

import type { first } from './locales/fr/first.ts';
import type { launcher } from './locales/fr/launcher.ts';
import type { later } from './locales/fr/later.ts';

/** Strings of the button, available before any click. */
export type LauncherMessages = { readonly [Key in keyof typeof launcher]: string };
/** Strings of the form's first step and of its frame. */
export type FirstMessages = { readonly [Key in keyof typeof first]: string };
/** Messages about a number, with a variant for each plural category of the language but `other`, which is the message. */
type Counted = 'err.wait' | 's3.details.left' | 's3.details.over';
/** Strings of everything after the first step. Plural variants beside `one` are those of the language. */
export type LaterMessages = { readonly [Key in keyof typeof later]: string } & {
  readonly [Key in `${Counted}.${Exclude<Intl.LDMLPluralRule, 'one' | 'other'>}`]?: string;
};
/** Every string of the interface. */
export type Messages = LauncherMessages & FirstMessages & LaterMessages;
/** Name of a string. */
export type MessageKey = keyof Messages;

/** Replaces each `{name}` in a message by its value; a placeholder without a value stays as written. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
