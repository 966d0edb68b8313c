// Politeness: jitter, Retry-After and the ceilings, for one client.
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { pause, requestedWait, retryDelayMs } from '../../../src/widget/client/retry.ts';
import { sendSubmission } from '../../../src/widget/client/submit.ts';
import { failureOf, SUBMISSION, virtualClock } from './harness.ts';

const NOW = Date.parse('2026-11-24T13:50:00Z');

test('a wait is at most ten minutes, whatever the endpoint asks for, and none where it asks for none', () => {
  for (const [text, seconds] of [
    ['0', 0],
    ['120', 120],
    ['601', 600],
    ['9'.repeat(400), 600],
    ['Tue, 24 Nov 2026 13:50:30 GMT', 30],
    ['Sat, 24 Nov 2029 13:50:00 GMT', 600],
    ['1.5', undefined],
    ['-5', undefined],
    ['', undefined],
    [null, undefined],
  ] as const)
    assert.equal(
      requestedWait(new Headers(text === null ? {} : { 'retry-after': text }), NOW),
      seconds,
      `${text}`,
    );
});

test('the jitter is full, doubles with every failure up to ten seconds, and comes on top of Retry-After', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map((failures) => retryDelayMs(failures, undefined, () => 1)),
    [1_000, 2_000, 4_000, 8_000, 10_000, 10_000],
  );
  assert.equal(
    retryDelayMs(5, undefined, () => 0),
    0,
  );
  assert.equal(
    retryDelayMs(1, 7, () => 0.25),
    7_250,
  );
});

test('without Retry-After, the unluckiest reporter gets all six attempts within thirty seconds', async () => {
  const clock = virtualClock();
  let attempts = 0;
  const fetch = async () => new Response('', { status: 500 + attempts++ });
  await failureOf(
    sendSubmission(SUBMISSION, { endpoint: 'https://hotline.example', fetch, random: () => 1, ...clock }),
  );
  assert.equal(attempts, 6);
  assert.deepEqual(clock.waits, [1_000, 2_000, 4_000, 8_000, 10_000]);
});

test('an attempt may start as late as patience ends, and no later', async () => {
  const fetch = async () => new Response('', { status: 503, headers: { 'retry-after': '30' } });
  const waitsWith = async (chance: number): Promise<readonly number[]> => {
    const clock = virtualClock();
    const options = { endpoint: 'https://hotline.example', fetch, random: () => chance, ...clock };
    await failureOf(sendSubmission(SUBMISSION, { ...options, now: clock.now }));
    return clock.waits;
  };
  assert.deepEqual(await waitsWith(0), [30_000]);
  assert.deepEqual(await waitsWith(0.001), [], 'a millisecond too late');
});

test('a pause ends with its time or with its signal, also with one that fired before', async () => {
  const controller = new AbortController();
  const startedMs = performance.now();
  const [short, long] = [pause(20), pause(60_000, controller.signal)];
  await short;
  assert.ok(performance.now() - startedMs >= 18);
  controller.abort();
  await long;
  await pause(60_000, controller.signal);
  const { signal } = new AbortController();
  await pause(60_000, signal, undefined, controller.signal);
  assert.equal(getEventListeners(signal, 'abort').length, 0);
  assert.ok(performance.now() - startedMs < 5_000);
});
