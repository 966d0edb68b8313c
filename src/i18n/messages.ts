// The messages of the interface: their type, derived from French, and how a value is put into one.

import type { first } from './locales/fr/first.ts';
import type { launcher } from './locales/fr/launcher.ts';
import type { later } from './locales/fr/later.ts';

/** Strings of the button, there before any click. */
export type LauncherMessages = { readonly [Key in keyof typeof launcher]: string };
/** Strings of the form's first step and of its frame. */
export type FirstMessages = { readonly [Key in keyof typeof first]: string };
/** Strings of everything after the first step. */
export type LaterMessages = { readonly [Key in keyof typeof later]: string };
/** Every string that a person can meet. */
export type Messages = LauncherMessages & FirstMessages & LaterMessages;
/** Name of a string. */
export type MessageKey = keyof Messages;

/** Puts values in the places of a message that are written `{name}`; a place without a value stays as written. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}

/** As `fill`, with values that are not text (links, elements): the parts, in order, for a template to render. */
export function fillParts<Value>(
  message: string,
  values: Readonly<Record<string, Value>>,
): (string | Value)[] {
  return message.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? (values[part] ?? `{${part}}`) : part));
}
