// The hourly work of a receiver: at its start and every hour, and a failure is left to the next hour.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { startHourly } from '../../src/receiver/operations/hourly.ts';

const HOUR_MS = 3_600_000;

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

/** Work whose runs end when the test says so. */
function slowWork(t: TestContext) {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const runs: { readonly signal: AbortSignal; end(): void; fail(): void }[] = [];
  const work = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) =>
      runs.push({ signal, end: resolve, fail: () => reject(new Error('no')) }),
    );
  return { work, runs };
}

test('each hour one run follows the other, also one that failed', async (t) => {
  const { work, runs } = slowWork(t);
  const stop = startHourly(work);
  assert.equal(runs.length, 1);
  t.mock.timers.tick(HOUR_MS);
  await turns();
  assert.equal(runs.length, 1, 'the first has not ended');
  runs[0]!.fail();
  await turns();
  assert.equal(runs.length, 2);
  runs[1]!.end();
  t.mock.timers.tick(HOUR_MS - 1);
  await turns();
  assert.equal(runs.length, 2);
  t.mock.timers.tick(1);
  await turns();
  assert.equal(runs.length, 3);
  runs[2]!.end();
  await stop();
});

test('the end waits for the step under way, which is told to stop, and no other begins', async (t) => {
  const { work, runs } = slowWork(t);
  const stop = startHourly(work);
  assert.equal(runs[0]!.signal.aborted, false);
  t.mock.timers.tick(HOUR_MS);
  const stopped = stop();
  assert.equal(runs[0]!.signal.aborted, true);
  assert.equal(await Promise.race([stopped, turns().then(() => 'waiting')]), 'waiting');
  runs[0]!.end();
  await stopped;
  t.mock.timers.tick(HOUR_MS);
  await turns();
  assert.equal(runs.length, 1);
});
