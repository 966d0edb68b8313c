// Reports do not stay for ever: those past their time are erased at the start and every hour.
import { causeOf } from './log.ts';
import { toMinute } from './keep.ts';
import type { ReportStore } from './store.ts';

/** What the log says of an erasure. */
export type RetentionEvent =
  | { readonly event: 'erased'; readonly count: number; readonly durationMs: number }
  | { readonly event: 'erase-failed'; readonly cause: string; readonly durationMs: number };

/** The days that reports stay are no whole number above 0. */
export class RetentionError extends Error {
  override readonly name = 'RetentionError';
}

/** How long reports stay, and where that is seen to. */
export interface RetentionOptions {
  readonly store: ReportStore;
  /** Days of 24 hours, counted from `receivedAt`. */
  readonly days: number;
  readonly now: () => Date;
  readonly log: (event: RetentionEvent) => void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A hundred years: more is a slip, and dates have an end. */
const MAX_DAYS = 36_525;

/** @throws {RetentionError} where `days` is no whole number from 1 to 36,525 */
export function checkRetention(days: number): void {
  if (Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) return;
  throw new RetentionError(`Reports stay a whole number of days, from 1 to ${MAX_DAYS}.`);
}

/**
 * Erases what is past its time, now and every hour. A failure is logged, and the next hour tries again.
 * @returns ends it, once what is under way is done
 */
export function startRetention(options: RetentionOptions): () => Promise<void> {
  checkRetention(options.days);
  let sweep = eraseOld(options);
  const timer = setInterval(() => {
    sweep = sweep.then(() => eraseOld(options));
  }, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
    return sweep;
  };
}

async function eraseOld({ store, days, now, log }: RetentionOptions): Promise<void> {
  const startedAt = performance.now();
  const duration = (): number => Math.round(performance.now() - startedAt);
  try {
    const count = await store.erase(toMinute(new Date(now().getTime() - days * DAY_MS)));
    log({ event: 'erased', count, durationMs: duration() });
  } catch (error) {
    log({ event: 'erase-failed', cause: causeOf(error), durationMs: duration() });
  }
}
