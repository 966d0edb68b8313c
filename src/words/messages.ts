// The messages of the interface: their types, by the keys of French, and the function that fills in values.

import type { FrenchKey } from './french-keys.ts';
import type { EXTRA, FALLBACK, FIRST, IN_SIGHT, LAUNCHER } from './parts.ts';

type LauncherKey = (typeof LAUNCHER)[number];
type FallbackKey = (typeof FALLBACK)[number];
type FirstKey = (typeof FIRST)[number];
type ExtraKey = Exclude<Extract<FrenchKey, `${(typeof EXTRA)[number]}${string}`>, (typeof IN_SIGHT)[number]>;

/** Strings of the button, available before any click. */
export type LauncherMessages = { readonly [Key in LauncherKey]: string };
/** The string of embed.js. */
export type FallbackMessages = { readonly [Key in FallbackKey]: string };
/** Strings of the form's first step and of its frame. */
export type FirstMessages = { readonly [Key in FirstKey]: string };
/** Messages about a number, with a variant for each plural category of the language but `other`, which is the message. */
type Counted = 'err.wait' | 's3.details.left' | 's3.details.over';
/** Strings that few people open: the ways to an aim. */
export type ExtraMessages = { readonly [Key in ExtraKey]: string };
/** Strings of everything else after the first step. Plural variants beside `one` are those of the language. */
export type LaterMessages = Readonly<
  Record<Exclude<FrenchKey, LauncherKey | FallbackKey | FirstKey | ExtraKey>, string>
> & {
  readonly [Key in `${Counted}.${Exclude<Intl.LDMLPluralRule, 'one' | 'other'>}`]?: string;
};
/** Every string of the interface. */
export type Messages = LauncherMessages & FirstMessages & LaterMessages & ExtraMessages;
/** Name of a string. */
export type MessageKey = keyof Messages;

/** A value that keeps its own direction in any sentence (Unicode's isolates): « 3018.fr » is not « fr.3018 » in Arabic. */
export const isolated = (value: string | number): string => `\u2068${value}\u2069`;

/**
 * Replaces each `{name}` in a message by its value; a placeholder without a value stays as written.
 * @param dir direction of the message: from right to left, each value keeps its own
 */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>>,
  dir?: 'ltr' | 'rtl',
): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return dir === 'rtl' ? isolated(value) : `${value}`;
  });
}

/** Fills in values that are not text (links, elements). Returns the parts in order, for a template to render. */
export function fillParts<Value>(
  message: string,
  values: Readonly<Record<string, Value>>,
): (string | Value)[] {
  return message.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? (values[part] ?? `{${part}}`) : part));
}
