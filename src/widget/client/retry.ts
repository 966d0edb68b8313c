// When to try again: without overloading the endpoint, and no longer than a person waits.

import { readRetryAfter } from '../../core/report/retry-after.ts';

/** Maximum automatic attempts. */
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

/** The wait that an endpoint asks for, in whole seconds from 0 to 600; undefined if it asks for none. */
export function requestedWait(headers: Headers, nowMs: number): number | undefined {
  const seconds = readRetryAfter(headers.get('retry-after'), nowMs);
  return seconds === undefined ? undefined : Math.min(MAX_RETRY_AFTER_SECONDS, seconds);
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
