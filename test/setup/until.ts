// Waits for a condition, in Node and in a page of tests.

const POLL_MS = 20;

/** Resolves once a condition gives something true. Throws after a timeout, and names the condition. */
export async function until(condition: () => unknown, what: string, timeoutMs = 15_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}
