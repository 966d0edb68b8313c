// Moments as rows have them: RFC 3339, UTC, to the minute.

const MINUTE_MS = 60_000;

/** No finer than the times in a report: events elsewhere cannot be matched to it by the second. */
export const toMinute = (date: Date): string => `${date.toISOString().slice(0, 16)}:00Z`;

/** A moment some minutes from now. Times of a report's messages are as coarse as its own. */
export const minutesFrom = (now: Date, minutes: number): string =>
  toMinute(new Date(now.getTime() + minutes * MINUTE_MS));
