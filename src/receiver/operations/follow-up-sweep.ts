// Ends what follow-up codes lead to, once its time after the report is over.
import type { FollowUps } from '../store/follow-ups.ts';
import { causeOf } from '../events/request-event.ts';
import type { RetentionEvent } from './retention.ts';

/** Options of the sweeps. */
export interface FollowUpSweepOptions {
  readonly followUps: Pick<FollowUps, 'sweep'>;
  /** Days after the erasure of a report. */
  readonly days: number;
  readonly now: () => Date;
  readonly emit: (event: RetentionEvent) => void;
}

/** Makes a sweep. Only a failure is an event; the next sweep then tries again. */
export function createFollowUpSweep({
  followUps,
  days,
  now,
  emit,
}: FollowUpSweepOptions): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    if (signal.aborted) return;
    const startedAt = performance.now();
    try {
      await followUps.sweep(now().toISOString().slice(0, 10), days, signal);
    } catch (error) {
      const durationMs = Math.round(performance.now() - startedAt);
      emit({ event: 'erase-failed', cause: causeOf(error), durationMs });
    }
  };
}
