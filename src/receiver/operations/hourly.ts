// Work that a receiver does at its start and every hour.

const HOUR_MS = 3_600_000;

/**
 * Starts the work, one run after another. A run that fails is left to the next hour.
 * @returns a function that ends it, after the step under way
 */
export function startHourly(work: (signal: AbortSignal) => Promise<void>): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const run = (): Promise<void> => (signal.aborted ? Promise.resolve() : work(signal).catch(() => {}));
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
    ending.abort();
    return running;
  };
}
