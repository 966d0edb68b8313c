// Keeps the log of stored reports quick to sum up, at the start and every hour.
import type { ReportLog } from './report-log.ts';

const HOUR_MS = 3_600_000;

/**
 * Tends a log. A failure is left to the next hour: until then, a head takes longer.
 * @returns a function that ends it, after the step under way
 */
export function startTending(log: ReportLog): () => Promise<void> {
  const ending = new AbortController();
  const tend = (): Promise<void> => log.tend(ending.signal).catch(() => {});
  let tending = tend();
  const timer = setInterval(() => {
    tending = tending.then(tend);
  }, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
    ending.abort();
    return tending;
  };
}
