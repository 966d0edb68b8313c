// When a help line answers, by its own clock. The browser's time zone data gives the line's local time.

/**
 * When a line answers: day and night, or on some days between two full hours of its country's clock.
 * Days are from 1 for Monday to 7 for Sunday; `from` is 0 to 23; `to` is 0 to 24. A `to` that is not after `from` is an
 * hour of the next day.
 */
export type OpeningHours = 'always' | readonly [firstDay: number, lastDay: number, from: number, to: number];

/** Opening hours of a line that does not answer day and night. */
export type Hours = Exclude<OpeningHours, 'always'>;

/** The date and time of a zone, as if it were UTC. Fails if the browser does not know the zone. */
export const clockOf = (zone: string, instant: number): Date =>
  // The Swedish locale writes date and time almost as ISO 8601.
  new Date(`${new Date(instant).toLocaleString('sv', { timeZone: zone }).replace(' ', 'T')}Z`);

/**
 * Whether a line answers.
 * @param now in milliseconds
 * @param zone IANA name of the zone of the line's clock
 * @returns undefined if the browser does not know the zone: better no state than a wrong one
 */
export function isOpen([first, last, from, to]: Hours, now: number, zone = ''): boolean | undefined {
  try {
    // Subtracting the opening hour gives the day on which the line opened, which is the day that counts, and the
    // number of hours since then.
    const since = clockOf(zone, now);
    since.setUTCHours(since.getUTCHours() - from);
    const day = since.getUTCDay() || 7;
    return first <= day && day <= last && since.getUTCHours() <= (to - from + 23) % 24;
  } catch {
    return undefined;
  }
}
