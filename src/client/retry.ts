// When to try again: without overloading the endpoint, and no longer than a person waits.

/** Most requests that one submission makes by itself. */
export const MAX_ATTEMPTS = 6;

const BASE_DELAY_MS = 1_000;
/** With this limit, six attempts and their five delays fit in thirty seconds. */
const MAX_JITTER_MS = 10_000;
/**
 * Longest `Retry-After` that is accepted. No automatic retry waits that long. The limit keeps an intermediary, such as
 * a train's portal, or a wrong device clock from blocking a reporter for a day.
 */
const MAX_RETRY_AFTER_SECONDS = 600;

/**
 * How long to wait after a number of failures: the time that the endpoint asked for, plus full jitter. Jitter keeps
 * many clients from returning together; adding it to the requested time keeps them from returning too early.
 * @param failures 1 or more
 * @param random in [0, 1)
 * @returns whole milliseconds
 */
export function retryDelayMs(
  failures: number,
  retryAfterSeconds: number | undefined,
  random: () => number,
): number {
  const jitterMs = random() * Math.min(MAX_JITTER_MS, BASE_DELAY_MS * 2 ** (failures - 1));
  return (retryAfterSeconds ?? 0) * 1_000 + Math.round(jitterMs);
}

/**
 * Reads `Retry-After`: seconds, or an HTTP date.
 * @returns whole seconds from now, 0 to 600; undefined where there is nothing to read
 */
export function readRetryAfter(text: string | null, nowMs: number): number | undefined {
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - nowMs) / 1_000;
  return Number.isNaN(seconds)
    ? undefined
    : Math.min(MAX_RETRY_AFTER_SECONDS, Math.max(0, Math.ceil(seconds)));
}

/** Resolves after a time in milliseconds, or as soon as a signal is aborted; never rejects, leaves no timer behind. */
export const pause = (ms: number, ...signals: readonly (AbortSignal | undefined)[]): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signals.forEach((signal) => signal?.removeEventListener('abort', end));
      resolve();
    };
    const timer = setTimeout(end, ms);
    signals.forEach((signal) => signal?.addEventListener('abort', end));
    if (signals.some((signal) => signal?.aborted)) end();
  });
