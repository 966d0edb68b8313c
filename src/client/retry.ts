// When to try again: politely, and not for longer than a person waits.

/** Most requests that one submission makes by itself. */
export const MAX_ATTEMPTS = 6;

const BASE_DELAY_MS = 1_000;
/** With it, six attempts and their five delays fit in thirty seconds. */
const MAX_JITTER_MS = 10_000;
/**
 * Longest wait that is believed. Nobody waits so long by itself; but neither an answer from in between, such as a train's
 * portal, nor a device whose clock is wrong, may keep a reporter from trying again for a day.
 */
const MAX_RETRY_AFTER_SECONDS = 600;

/**
 * How long to wait after a number of failures: full jitter, so that a crowd does not come back as one, on top of what
 * the endpoint asked for, so that nobody comes back earlier.
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
