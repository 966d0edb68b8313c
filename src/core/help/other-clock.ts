// Opening hours on the clock of another place than the line's.

import { clockOf, isOpen, type Hours } from './opening-hours.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

/**
 * The hours of a line on the clock of another place: as they are now if it is open, else as they are when it opens
 * next, for clocks may change before. The last day may come before the first: Monday to Friday in Paris is Sunday (7)
 * to Thursday (4) in Papeete.
 * @param zone IANA name of the zone of the line's clock
 * @param place IANA name of the zone of the place
 * @returns undefined if the browser does not know both zones, or if they are apart by a part of an hour
 */
export function hoursIn(place: string, hours: Hours, now: number, zone = ''): Hours | undefined {
  const [first, last, from, to] = hours;
  let then = now;
  // A page may give hours in which no line is ever open.
  while (then < now + WEEK_MS && isOpen(hours, then, zone) === false) then += HOUR_MS;
  try {
    const apart = (clockOf(place, then).getTime() - clockOf(zone, then).getTime()) / HOUR_MS;
    if (!Number.isInteger(apart)) return undefined;
    const hour = (one: number): number => (one + apart + 48) % 24;
    const day = (one: number): number => ((one + 6 + Math.floor((from + apart) / 24)) % 7) + 1;
    return [day(first), day(last), hour(from), hour(to)];
  } catch {
    return undefined;
  }
}
