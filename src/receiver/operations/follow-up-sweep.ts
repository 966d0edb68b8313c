// Ends what follow-up codes lead to, once its time after the report is over: at the start and every hour.
import type { FollowUps } from '../store/follow-ups.ts';
import { causeOf } from '../events/request-event.ts';
import type { RetentionEvent } from './retention.ts';

/** Options of the sweeps. */
export interface FollowUpSweepOptions {
  readonly followUps: Pick<FollowUps, 'sweep'>;
  /** Days after the erasure of a report. */
  readonly days: number;
  readonly now: () => Date;
  readonly log: (event: RetentionEvent) => void;
}

const HOUR_MS = 3_600_000;

/** Makes a sweep. Nothing is logged unless it fails; the next one then tries again. */
export function createFollowUpSweep({
  followUps,
  days,
  now,
  log,
}: FollowUpSweepOptions): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    if (signal.aborted) return;
    const startedAt = performance.now();
    try {
      await followUps.sweep(now().toISOString().slice(0, 10), days, signal);
    } catch (error) {
      const durationMs = Math.round(performance.now() - startedAt);
      log({ event: 'erase-failed', cause: causeOf(error), durationMs });
    }
  };
}

/**
 * Starts the sweeps of a receiver that erases no reports: another process or an earlier setting may.
 * @returns a function that ends them, after the step under way
 */
export function startFollowUpSweeps(sweep: (signal: AbortSignal) => Promise<void>): () => Promise<void> {
  const ending = new AbortController();
  let sweeping = sweep(ending.signal);
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => sweep(ending.signal));
  }, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
    ending.abort();
    return sweeping;
  };
}
