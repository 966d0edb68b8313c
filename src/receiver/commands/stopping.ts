// Ends a long command in order if somebody stops it: Ctrl-C, a closed terminal, a service that ends.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A wish to stop. */
export interface Stopping {
  /** Aborted at the first signal. A second one ends the process at once. */
  readonly signal: AbortSignal;
  /** Listens no longer. */
  end(): void;
}

/** Listens to signals that would end the process. */
export function listenToStop(): Stopping {
  const stopping = new AbortController();
  const end = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  const stop = (): void => {
    end();
    stopping.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return { signal: stopping.signal, end };
}
