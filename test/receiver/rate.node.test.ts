// The rate limits count without storing: which sources count, for how long, and that no address can be recovered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRate } from '../../src/receiver/admission/rate.ts';

const MIDNIGHT = Date.UTC(2026, 10, 25);

/** A ten-minute rate with a manual clock. */
function rateAt(start = MIDNIGHT, processes = 1) {
  const clock = { time: start };
  const rate = createRate({ windowMs: 600_000, now: () => new Date(clock.time), processes });
  const addTimes = async (label: string, times: number) => {
    let last = await rate.add(label);
    for (let count = 1; count < times; count++) last = await rate.add(label);
    return last;
  };
  return { clock, rate, addTimes };
}

test('each label is counted for itself', async () => {
  const { rate, addTimes } = rateAt();
  assert.equal((await addTimes('one', 7)).before, 6);
  assert.equal((await rate.add('other')).before, 0);
  assert.equal((await rate.add('one')).before, 7);
});

test('what is withdrawn does not count', async () => {
  const { rate } = rateAt();
  (await rate.add('one')).withdraw();
  assert.equal((await rate.add('one')).before, 0);
});

test('of several processes, each takes its count for all', async () => {
  const { rate, addTimes } = rateAt(MIDNIGHT, 4);
  assert.equal((await rate.add('one')).before, 0);
  assert.equal((await addTimes('one', 2)).before, 8);
});

test('the last ten minutes count, the more so the nearer they are, also across midnight', async () => {
  const { clock, rate, addTimes } = rateAt(MIDNIGHT - 1_000);
  await addTimes('one', 12);
  const later = async (ms: number) => {
    clock.time = MIDNIGHT + ms;
    const { before, withdraw } = await rate.add('one');
    withdraw();
    return Math.round(before * 1000) / 1000;
  };
  assert.equal(await later(0), 12);
  assert.equal(await later(300_000), 6);
  assert.equal(await later(599_000), 0.02);
  assert.equal(await later(600_000), 0);
});

test('a clock that jumps neither fails nor remembers too long', async () => {
  const { clock, rate, addTimes } = rateAt();
  await addTimes('one', 9);
  for (const jump of [86_400_000, -86_400_000, 3_600_000, -3_600_000, 0]) {
    clock.time = MIDNIGHT + jump;
    assert.equal((await rate.add('one')).before, 0);
  }
});

test('the seconds left are whole, and never none', () => {
  const { clock, rate } = rateAt();
  for (const [ms, seconds] of [
    [0, 600],
    [1, 600],
    [599_001, 1],
    [599_999, 1],
  ] as const) {
    clock.time = MIDNIGHT + ms;
    assert.equal(rate.secondsLeft(), seconds);
  }
});

test('a window that is open keeps no process from ending', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  const { rate } = rateAt();
  await rate.add('one');
  assert.equal(timers(), before);
});

test('of several labels, all are counted or none', async () => {
  const { rate } = rateAt();
  const shares = [
    { label: 'narrow', most: 2 },
    { label: 'wide', most: 9 },
  ];
  for (const expected of [true, true, false, false])
    assert.equal((await rate.take(shares)) !== undefined, expected);
  assert.equal((await rate.add('narrow')).before, 2);
  assert.equal((await rate.add('wide')).before, 2);
});

test('twenty-five thousand sources take no more room than one, and are not taken for each other', async () => {
  const { rate } = rateAt();
  await rate.add('first');
  const before = process.memoryUsage().arrayBuffers;
  let tooMany = 0;
  for (let source = 0; source < 25_000; source += 1_000) {
    const counted = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => rate.add(`source ${source + index}`)),
    );
    tooMany += counted.filter((each) => each.before >= 5).length;
  }
  assert.ok(tooMany < 5, `${tooMany} sources were counted five times`);
  assert.ok(process.memoryUsage().arrayBuffers - before < 8 * 2 ** 20);
});

test('each window has a salt of 256 bits of its own, which cannot be read out', async (t) => {
  const { mock } = t.mock.method(crypto.subtle, 'generateKey');
  const { clock, rate } = rateAt();
  for (const minutes of [0, 5, 10, 15, 20]) {
    clock.time = MIDNIGHT + minutes * 60_000;
    await rate.add('one');
  }
  assert.equal(mock.callCount(), 3);
  for (const { arguments: given, result } of mock.calls) {
    assert.deepEqual(given, [{ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']]);
    await assert.rejects(crypto.subtle.exportKey('raw', (await result) as CryptoKey));
  }
});

test('without traffic, a window and its salt are forgotten when the next one ends all the same', async (t) => {
  for (const minutes of [0, 9]) {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { rate } = rateAt(MIDNIGHT + minutes * 60_000);
    const left = (20 - minutes) * 60_000;
    assert.equal((await rate.add('one')).before, 0);
    t.mock.timers.tick(left - 1);
    assert.equal((await rate.add('one')).before, 1);
    t.mock.timers.tick(1);
    assert.equal((await rate.add('one')).before, 0);
    t.mock.timers.reset();
  }
});
