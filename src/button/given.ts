// What a page gives as properties, checked when it is given: plain copies of what can be used. So neither a getter, nor a
// proxy, nor a later change of the page's own object can make a view fail.

import type { HelpResource } from '../core/help/lines.ts';
import type { Messages } from '../i18n/messages.ts';

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
  /** What can be used; undefined if nothing was given. */
  readonly value: Value | undefined;
  /** Names or places of what cannot be used. */
  readonly bad: readonly string[];
}

/** Reads a value that may throw; undefined if it does. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A copy of an object's own members, without those that cannot be read; undefined for anything else. */
function ownMembers(given: unknown): Record<string, unknown> | undefined {
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
  const entries = Object.entries(members ?? {});
  const isText = ([, text]: readonly [string, unknown]): boolean => typeof text === 'string';
  return {
    value: Object.fromEntries(entries.filter(isText)),
    bad: members ? entries.filter((entry) => !isText(entry)).map(([name]) => name) : ['*'],
  };
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isTextOrAbsent = (value: unknown): boolean => value === undefined || typeof value === 'string';

/** First and last day, and the hours from and to (`OpeningHours`). */
const HOURS = [
  [1, 7],
  [1, 7],
  [0, 23],
  [0, 24],
] as const;
const isHours = (hours: unknown): boolean =>
  hours === undefined ||
  hours === 'always' ||
  (Array.isArray(hours) &&
    hours.length === HOURS.length &&
    HOURS.every(([least, most], index) => {
      const hour: unknown = hours[index];
      return Number.isInteger(hour) && least <= (hour as number) && (hour as number) <= most;
    }));

/** One help line; undefined if it cannot be used. */
function givenLine(given: unknown): HelpResource | undefined {
  const { id, number, url, chat, name, hours, zone } = ownMembers(given) ?? {};
  const isUsable =
    isText(id) &&
    (isText(number) || isText(url)) &&
    [number, url, chat, name, zone].every(isTextOrAbsent) &&
    isHours(hours);
  return isUsable ? ({ id, number, url, chat, name, hours, zone } as unknown as HelpResource) : undefined;
}

/** The lines of `helpResources`, in their order. */
export function givenLines(given: unknown): Given<readonly HelpResource[]> {
  if (given === undefined || given === null) return { value: undefined, bad: [] };
  const list = attempt(() => (Array.isArray(given) ? Array.from(given as unknown[]) : undefined));
  if (!list) return { value: undefined, bad: ['*'] };
  const lines = list.map((one) => attempt(() => givenLine(one)));
  return {
    value: lines.filter((line) => line !== undefined),
    bad: lines.flatMap((line, index) => (line ? [] : [String(index)])),
  };
}
