// What is counted by the minute: the finest time that a report's row tells, and so the finest that anything else may.
import { toMinute } from './keep.ts';

/** Counts of each minute, until they are taken. */
export interface Minutes<Counts> {
  /** The counts of a minute, as `receivedAt` writes it; of this one by default. */
  of(minute?: string): Counts;
  /** Takes the minutes that are over, the oldest first, each with its name. */
  takeOver(): [minute: string, counts: Counts][];
  /** Takes all of them, the one under way too. */
  takeAll(): [minute: string, counts: Counts][];
}

/**
 * How long a minute waits for what still belongs to it: a report that came in its last moment is on disk later. Were it
 * counted in the next minute, the two numbers would give its moment.
 */
export const LATE_MS = 8_000;

/** @param create makes the counts of a minute, which begin at nothing */
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
      // One that is still to come was counted before the clock was set back.
      return take((minute) => minute < last || minute > current);
    },
    takeAll: () => take(() => true),
  };
}
