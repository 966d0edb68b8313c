// A page's own help lines (`helpResources`), checked when the form takes them: plain copies of the usable ones.

import { attempt, ownMembers, type Given } from '../shared/given.ts';
import type { HelpResource } from '../../core/help/lines.ts';

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
