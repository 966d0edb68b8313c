// When the content was seen, from the fuzzy time of a report: in words, and as a moment.

import { entryOf } from '../../core/report/later-words.ts';
import type { Report } from '../../core/report/report.ts';
import type { TIME_PRECISIONS } from '../../core/report/vocabulary.ts';

/** A moment as well as the reporter knows it. */
export type Observation = NonNullable<Report['locations'][number]['observedAt']>;

const PRECISIONS = {
  minute: 'to the minute',
  hour: 'to the hour',
  day: 'only the day is known',
  month: 'only the month is known',
  unknown: 'not certain',
} as const satisfies Record<(typeof TIME_PRECISIONS)[number], string>;

/** The moment in words, such as `2026-11-23 21:40 Europe/Paris (to the hour)`; undefined if nothing is known. */
export function describeObservation({ date, time, timeZone, precision }: Observation): string | undefined {
  if (date === undefined) return undefined;
  if (precision === 'month') return `${date.slice(0, 7)} (${PRECISIONS.month})`;
  return [date, time, timeZone, `(${entryOf(PRECISIONS, precision, PRECISIONS.unknown)})`]
    .filter((part) => part !== undefined)
    .join(' ');
}

const FIRST_YEAR = Date.UTC(1990, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

/**
 * The moment as RFC 3339, UTC, to the minute; the start of the day if the hour is not known.
 * @param latest RFC 3339; one day later is allowed, because some time zones are a day ahead
 * @returns undefined if the date is missing, does not exist, precedes the Web, or lies in the future
 */
export function observedInstant(observation: Observation | undefined, latest: string): string | undefined {
  const { date, time, timeZone } = observation ?? {};
  const day = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(day) || toMinute(day).slice(0, 10) !== date) return undefined;
  if (day < FIRST_YEAR || !(day <= Date.parse(latest) + DAY)) return undefined;
  return toMinute((time && timeZone && instantOf(`${date}T${time}Z`, timeZone)) || day);
}

const toMinute = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}:00Z`;

// The offset is applied twice, to be right in the hours around a change of the clocks.
function instantOf(wallClock: string, timeZone: string): number | undefined {
  const asUtc = Date.parse(wallClock);
  try {
    return asUtc - offsetAt(asUtc - offsetAt(asUtc, timeZone), timeZone);
  } catch (error) {
    // The time zone is well-formed, but does not exist.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

// The Swedish locale writes ISO dates.
function offsetAt(instant: number, timeZone: string): number {
  const wallClock = new Date(instant).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${wallClock.replace(' ', 'T')}Z`) - instant;
}
