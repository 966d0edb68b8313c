// Properties that a page gives, checked when the form takes them: plain copies of their usable parts. So neither a getter,
// nor a proxy, nor a later change of the page's own object can make a view fail.

import type { Messages } from '../../words/messages.ts';

/** The properties that are checked. */
export type GivenProperty = 'messages' | 'helpResources';

/** Members of a property that cannot be used. */
export interface BadMembers {
  readonly property: GivenProperty;
  /** Their names, or their places in a list; `*` if all of it is something else than expected. */
  readonly members: readonly string[];
}

/** A checked property. */
export interface Given<Value> {
  /** The usable part; undefined if nothing was given. */
  readonly value: Value | undefined;
  /** Names or places of unusable parts. */
  readonly bad: readonly string[];
}

/** Reads a value that may throw; undefined if it does. */
export function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A copy of an object's own members, without those that cannot be read; undefined for anything else. */
export function ownMembers(given: unknown): Record<string, unknown> | undefined {
  const keys = typeof given === 'object' && given !== null ? attempt(() => Object.keys(given)) : undefined;
  if (!keys) return undefined;
  const members: Record<string, unknown> = {};
  for (const key of keys) members[key] = attempt(() => (given as Record<string, unknown>)[key]);
  return members;
}

/** The strings of `messages`, by name. */
export function givenMessages(given: unknown): Given<Partial<Messages>> {
  if (given === undefined || given === null) return { value: undefined, bad: [] };
  const members = ownMembers(given);
  const value: Record<string, string> = {};
  const bad = members ? [] : ['*'];
  for (const name in members) {
    const text = members[name];
    if (typeof text === 'string') value[name] = text;
    else bad.push(name);
  }
  return { value, bad };
}
