// A receiver tends its log at its start and every hour, and leaves a failure to the next hour.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ReportLog } from '../../src/receiver/log/report-log.ts';
import { startTending } from '../../src/receiver/log/log-maintenance.ts';

const HOUR_MS = 3_600_000;

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

/** A log whose tending ends when the test says so. */
function slowLog(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const tended: { readonly signal: AbortSignal; end(): void; fail(): void }[] = [];
  const tend = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) =>
      tended.push({ signal, end: resolve, fail: () => reject(new Error('no')) }),
    );
  const none = () => Promise.reject(new Error('not asked for'));
  const log: ReportLog = { head: none, verify: none, tend };
  return { log, tended };
}

test('each hour one tending follows the other, also one that failed', async (t) => {
  const { log, tended } = slowLog(t);
  const stop = startTending(log);
  assert.equal(tended.length, 1);
  t.mock.timers.tick(HOUR_MS);
  await turns();
  assert.equal(tended.length, 1, 'the first has not ended');
  tended[0]!.fail();
  await turns();
  assert.equal(tended.length, 2);
  tended[1]!.end();
  t.mock.timers.tick(HOUR_MS - 1);
  await turns();
  assert.equal(tended.length, 2);
  t.mock.timers.tick(1);
  await turns();
  assert.equal(tended.length, 3);
  tended[2]!.end();
  await stop();
});

test('the end waits for the step under way, which is told to stop, and no other begins', async (t) => {
  const { log, tended } = slowLog(t);
  const stop = startTending(log);
  assert.equal(tended[0]!.signal.aborted, false);
  const stopped = stop();
  assert.equal(tended[0]!.signal.aborted, true);
  assert.equal(await Promise.race([stopped, turns().then(() => 'waiting')]), 'waiting');
  tended[0]!.end();
  await stopped;
  t.mock.timers.tick(HOUR_MS);
  await turns();
  assert.equal(tended.length, 1);
});
