// The lines that `serve` prints: counts of each kind of event per minute. One line per report, with its time, would
// reveal the moment that the row rounds to the minute, and the order of the rows would match lines to reports.
import type { AlertEvent } from './alert-event.ts';
import type { LogEvent } from './request-event.ts';
import { countByMinute, LATE_MS } from './minutes.ts';

/** One line: a kind of event in one minute, and how often it happened. */
export type MinuteLine = (Omit<LogEvent, 'durationMs' | 'receivedAt'> | AlertEvent) & {
  readonly count: number;
  /** RFC 3339, UTC, such as `2026-11-26T12:00:00Z`; for `stored`, the `receivedAt` of the reports. */
  readonly minute: string;
};

/** Events that are counted by the minute. */
export interface MinuteLog {
  readonly add: (event: LogEvent | AlertEvent) => void;
  /** Writes the remaining lines at once. Nothing is written afterwards. */
  readonly end: () => void;
}

const MINUTE_MS = 60_000;

/**
 * Counts events by the minute. The lines of a minute are written some eight seconds after its end, in an order that is
 * not the order of the events.
 */
export function createMinuteLog(write: (line: MinuteLine) => void, now = () => new Date()): MinuteLog {
  const minutes = countByMinute(now, () => new Map<string, number>());

  const writeOut = (taken: readonly [minute: string, counts: ReadonlyMap<string, number>][]): void => {
    for (const [minute, counts] of taken) {
      for (const key of [...counts.keys()].toSorted()) {
        write({ ...(JSON.parse(key) as LogEvent | AlertEvent), count: counts.get(key)!, minute });
      }
    }
  };

  let timer: ReturnType<typeof setTimeout>;
  const schedule = (): void => {
    const sinceLast = (now().getTime() - LATE_MS) % MINUTE_MS;
    timer = setTimeout(() => {
      writeOut(minutes.takeOver());
      schedule();
    }, MINUTE_MS - sinceLast).unref();
  };
  schedule();

  return {
    add(event) {
      const {
        durationMs: _durationMs,
        receivedAt,
        ...alike
      } = { durationMs: 0, receivedAt: undefined, ...event };
      const counts = minutes.of(receivedAt);
      const key = JSON.stringify(alike);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    end() {
      clearTimeout(timer);
      writeOut(minutes.takeAll());
    },
  };
}
