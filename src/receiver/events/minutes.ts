// Counts by the minute: a report's row has no finer time, so nothing else may have one.
import { toMinute } from '../database/moments.ts';

/** Counts of each minute, until they are taken. */
export interface Minutes<Counts> {
  /** The counts of a minute, written like `receivedAt`; the current minute by default. */
  of(minute?: string): Counts;
  /** Takes the minutes that are over, the oldest first, each with its name. */
  takeOver(): [minute: string, counts: Counts][];
  /** Takes all minutes, including the current one. */
  takeAll(): [minute: string, counts: Counts][];
}

/**
 * How long a minute waits for late reports: a report that arrives in its last moment is on disk later. A count in the
 * next minute would reveal the moment of that report.
 */
export const LATE_MS = 8_000;

/** @param create returns empty counters for a minute */
export function countByMinute<Counts>(now: () => Date, create: () => Counts): Minutes<Counts> {
  const minutes = new Map<string, Counts>();
  const take = (isTaken: (minute: string) => boolean): [string, Counts][] => {
    const taken = [...minutes].filter(([minute]) => isTaken(minute)).toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [minute] of taken) minutes.delete(minute);
    return taken;
  };
  return {
    of(minute = toMinute(now())) {
      const counts = minutes.get(minute) ?? create();
      minutes.set(minute, counts);
      return counts;
    },
    takeOver() {
      const at = now();
      const [last, current] = [toMinute(new Date(at.getTime() - LATE_MS)), toMinute(at)];
      // A minute in the future was counted before the clock was set back.
      return take((minute) => minute < last || minute > current);
    },
    takeAll: () => take(() => true),
  };
}
