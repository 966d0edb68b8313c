// Waiting for what a page's own expression cannot tell: two windows that agree, a file on the disk.
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 25;

/** Resolves once it is so. Throws after a while, naming what did not come. */
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
