// Waits for conditions outside one page: two windows that agree, a file on disk.
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 25;

/** Resolves when a condition holds. Throws after a timeout, and names the condition. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 15_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (await isSo()) return;
    if (Date.now() > deadline) throw new Error(`Not so within ${timeoutMs} ms: ${what}`);
    await delay(POLL_MS);
  }
}
