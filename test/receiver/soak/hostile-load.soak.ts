// A thousand slow sockets, bodies of a gigabyte, a gzip bomb and costly JSON at once, for longer than any time limit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHostileLoad } from '../hostile-load.ts';
import { recordFigure } from './figures.ts';

const GROUP = 'Hostile load: 1,000 slow sockets, bodies of 1 GB, a gzip bomb, costly JSON';

test('hostile clients in full size cost the honest nothing', { timeout: 300_000 }, async (t) => {
  const result = await runHostileLoad(t, {
    sockets: 1_000,
    bodyBytes: 1_000_000_000,
    durationMs: 45_000,
    warmUp: 6_400,
  });
  t.diagnostic(JSON.stringify(result));
  recordFigure(GROUP, 'honest reports', result.sent);
  recordFigure(GROUP, 'honest reports refused', result.refused);
  recordFigure(GROUP, 'honest p99', result.p99Ms, 'ms');
  recordFigure(GROUP, 'memory growth', Math.round(result.growthBytes / 1_048_576), 'MiB');
  recordFigure(GROUP, 'longest stay of a slow socket', Math.round(result.cutAfterMs / 1_000), 's');
  assert.equal(result.refused, 0);
  assert.ok(result.p99Ms < 500, `p99 ${result.p99Ms} ms`);
  assert.ok(result.growthBytes < 64 * 1_048_576, `${result.growthBytes} bytes more`);
  assert.ok(
    result.cut > 1_000 && result.cutAfterMs < 35_000,
    `${result.cut} cut after ${result.cutAfterMs} ms`,
  );
  assert.ok(result.longestBytes < 32_000_000, `${result.longestBytes} bytes of a body`);
});
