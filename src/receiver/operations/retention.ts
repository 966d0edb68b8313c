// Erases the reports past their time, at the start and every hour.
import { toMinute } from '../database/moments.ts';
import { causeOf } from '../events/request-event.ts';
import { startHourly } from './hourly.ts';
import { CopiesLeftError } from '../database/store-errors.ts';
import { doubtOf, type SweepDoubt } from './retention-doubt.ts';
import type { ReportStore } from '../store/store.ts';

/** What became of a sweep, in our own words. */
export type RetentionEvent =
  | { readonly event: 'erased'; readonly count: number; readonly durationMs: number }
  /** Nothing was erased: a person must confirm the sweep. See `SweepDoubt`. */
  | ({ readonly event: 'erase-held'; readonly durationMs: number } & SweepDoubt)
  | { readonly event: 'erase-failed'; readonly cause: string; readonly durationMs: number };

/** The days that reports stay are not a whole number above 0, or the confirmed moment is not a date. */
export class RetentionError extends Error {
  override readonly name = 'RetentionError';
}

/** Options of the retention. */
export interface RetentionOptions {
  readonly store: ReportStore;
  /** Days of 24 hours, counted from `receivedAt`. */
  readonly days: number;
  /** Reports past their time that arrived before this moment are erased, however many they are. */
  readonly confirmed?: Date | undefined;
  readonly now: () => Date;
  readonly emit: (event: RetentionEvent) => void;
  /** Called after a sweep that was not held: a clock that is wrong for reports is wrong for what outlives them. */
  readonly afterSweep?: (signal: AbortSignal) => Promise<void>;
}

const DAY_MS = 24 * 3_600_000;

/** A hundred years: more is a mistake, and dates have a limit. */
export const MAX_RETENTION_DAYS = 36_525;

/** @throws {RetentionError} if `days` is no whole number from 1 to 36,525, or `confirmed` no date */
export function checkRetention(days: number, confirmed?: Date): void {
  if (!Number.isInteger(days) || days < 1 || days > MAX_RETENTION_DAYS)
    throw new RetentionError(`Reports stay a whole number of days, from 1 to ${MAX_RETENTION_DAYS}.`);
  if (confirmed && Number.isNaN(confirmed.getTime()))
    throw new RetentionError('What is confirmed is no date.');
}

/**
 * Erases the reports past their time, now and every hour. A failure is an event, and the next hour tries again.
 * @returns a function that ends the retention: a sweep under way stops at its next step, and leaves nothing of what it
 * erased in SQLite's write-ahead log
 */
export function startRetention(options: RetentionOptions): () => Promise<void> {
  checkRetention(options.days, options.confirmed);
  return startHourly((signal) => sweep(options, signal));
}

/** The moment before which reports are past their time: RFC 3339, UTC, to the minute. */
export const dueBefore = (days: number, now: Date): string =>
  toMinute(new Date(now.getTime() - days * DAY_MS));

async function sweep(options: RetentionOptions, signal: AbortSignal): Promise<void> {
  const { store, days, confirmed, now, emit, afterSweep } = options;
  const startedAt = performance.now();
  const duration = (): number => Math.round(performance.now() - startedAt);
  const at = now();
  const end = dueBefore(days, at);
  const confirmedEnd = confirmed && earlier(toMinute(confirmed), end);
  const erase = async (before: string): Promise<number> => {
    try {
      return await store.erase(before, { signal });
    } catch (error) {
      // They are erased, and what comes next does not wait for the reader of their copies.
      if (!(error instanceof CopiesLeftError)) throw error;
      emit({ event: 'erase-failed', cause: causeOf(error), durationMs: duration() });
      return error.count;
    }
  };
  try {
    let count = confirmedEnd ? await erase(confirmedEnd) : 0;
    const doubt =
      confirmedEnd === end
        ? undefined
        : await doubtOf(await store.age(end), { end, days, now: at }, (enough) => store.count(end, enough));
    if (!doubt && confirmedEnd !== end) count += await erase(end);
    if (!doubt || count > 0) emit({ event: 'erased', count, durationMs: duration() });
    if (doubt) emit({ event: 'erase-held', ...doubt, durationMs: duration() });
    else await afterSweep?.(signal);
  } catch (error) {
    emit({ event: 'erase-failed', cause: causeOf(error), durationMs: duration() });
  }
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
