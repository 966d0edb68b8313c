// When a help line answers, by its own clock: the browser's time zone data says what time it is there.

/** Full hours between which a line answers, by the clock of its country. */
export interface OpeningRange {
  /** First and last day, from 1 for Monday to 7 for Sunday; every day where absent. */
  readonly days?: readonly [first: number, last: number];
  /** Hour from 0 to 23. */
  readonly from: number;
  /** Hour from 0 to 24; one of the next day where it is not after `from`. */
  readonly to: number;
}

/** When a line answers: day and night, or during these ranges. */
export type OpeningHours = 'always' | readonly OpeningRange[];

// No clock in the world is off from the others by less than a quarter of an hour.
const STEP_MS = 900_000;
// Nobody is closed for longer than a week, and another where a changed clock leaves out the only hour of the first.
const LONGEST_MS = 15 * 96 * STEP_MS;

/** Whether a range holds an hour of a day; the day that counts is the one on which the line opened. */
function holds({ days: [first, last] = [1, 7], from, to }: OpeningRange, day: number, hour: number): boolean {
  const opened = hour < from ? day - 1 || 7 : day;
  return first <= opened && opened <= last && (hour - from + 24) % 24 < ((to - from + 24) % 24 || 24);
}

/**
 * The next instant at which a line answers: `now` itself where it is open.
 * Looked for rather than reckoned, because the clock may be put forward or back before.
 * @param zone IANA name of the zone of the line's clock
 * @param now in milliseconds, as is the result
 * @returns undefined where it never is, and where the browser does not know the zone: better no state than a wrong one
 */
export function nextOpening(hours: readonly OpeningRange[], zone: string, now: number): number | undefined {
  try {
    const clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    });
    for (let at = now; at < now + LONGEST_MS; at += STEP_MS - (at % STEP_MS)) {
      const [weekday = '', hour] = clock.format(at).split(/\W+/);
      const day = 'MonTueWedThuFriSatSun'.indexOf(weekday) / 3 + 1;
      if (hours.some((range) => holds(range, day, Number(hour)))) return at;
    }
  } catch {
    // The zone is not known.
  }
  return undefined;
}
