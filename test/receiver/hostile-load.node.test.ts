// Slow, huge and costly clients at once: honest reporters get answers, and memory stays stable.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHostileLoad } from './hostile-load.ts';

test('200 slow sockets, bodies of 64 MB and costly JSON keep no honest report out', async (t) => {
  const result = await runHostileLoad(t, {
    sockets: 200,
    bodyBytes: 64_000_000,
    durationMs: 6_000,
    warmUp: 1_600,
  });
  t.diagnostic(JSON.stringify(result));
  assert.equal(result.refused, 0);
  assert.ok(result.sent > 10);
  // The promise is half a second (test/receiver/soak), but other tests may keep this machine busy.
  assert.ok(result.p99Ms < 5_000);
  assert.ok(result.growthBytes < 64 * 1_048_576, `${result.growthBytes} bytes more`);
  assert.ok(result.bodies > 0 && result.longestBytes < 32_000_000, `${result.longestBytes} bytes of a body`);
  // 429: one network posts more than its limit for a minute.
  const expected = ['400', '413', '415', '422', '429', 'cut'];
  assert.deepEqual(
    Object.keys(result.answers).filter((status) => !expected.includes(status)),
    [],
  );
});
