// When an answer about a report leaves, how many are under way at once, and which requests the log hears of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { isEmitted } from '../../src/receiver/http/follow-up.ts';
import { ask, drawCode, questionOf, startWithCodes } from './follow-up-given.ts';
import { startReceiver } from './harness.ts';

/** The end of all that is ready to run. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

for (const [tookMs, restMs] of [
  [0, 50],
  [30.5, 20],
  [49.5, 1],
  [50, 50],
  [120, 30],
] as const)
  test(`a look of ${tookMs} ms is answered ${restMs} ms later: at a whole step, and never before it`, async (t) => {
    const whole = await openStore('sqlite::memory:');
    let nowMs = 1_007;
    t.mock.method(performance, 'now', () => nowMs);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const looks: string[] = [];
    const find: typeof whole.followUps.find = (hash) => {
      nowMs += tookMs;
      looks.push(hash);
      return whole.followUps.find(hash);
    };
    const { send } = await startReceiver(t, {
      store: { ...whole, followUps: { ...whole.followUps, find } },
    });
    const { locator } = await drawCode();
    let isAnswered = false;
    const answer = send(questionOf({ locator })).finally(() => (isAnswered = true));
    while (looks.length === 0 && !isAnswered) await settled();
    await settled();
    t.mock.timers.tick(restMs - 1);
    await settled();
    assert.equal(isAnswered, false);
    t.mock.timers.tick(1);
    await settled();
    assert.equal(isAnswered, true);
    assert.equal((await answer).status, 200);
  });

test('four hundred questions are answered at once, one more is told to wait a second, and then there is room again', async (t) => {
  const whole = await openStore('sqlite::memory:');
  let release = (): void => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  let looks = 0;
  const find: typeof whole.followUps.find = async (hash) => {
    if (++looks > 400) throw new Error('one too many');
    await isReleased;
    return whole.followUps.find(hash);
  };
  const { send, log } = await startReceiver(t, {
    store: { ...whole, followUps: { ...whole.followUps, find } },
  });
  const { locator } = await drawCode();
  const answers = Array.from({ length: 400 }, () => send(questionOf({ locator })));
  const early: number[] = [];
  for (const answer of answers) void answer.then((each) => early.push(each.status));
  while (looks + early.length < 400) await settled();
  assert.deepEqual(early, []);
  const { status, headers } = await send(questionOf({ locator }));
  assert.deepEqual([status, headers.get('retry-after')], [429, '1']);
  assert.deepEqual(
    log.map(({ event, code, reason }) => [event, code, reason]),
    [['refused', 'slow-down', 'follow-up']],
  );
  release();
  const statuses = new Set((await Promise.all(answers)).map((answer) => answer.status));
  assert.deepEqual([...statuses], [200]);
  looks = 0;
  assert.equal((await send(questionOf({ locator }))).status, 200);
});

test('the log hears of faults and of limits that were reached, and of no question', () => {
  for (const [status, code, expected] of [
    [200, undefined, false],
    [422, 'invalid', false],
    [429, 'slow-down', true],
    [500, 'unavailable', true],
    [503, 'unavailable', true],
  ] as const)
    assert.equal(isEmitted({ status, code }), expected, `${status}`);
});

test('states may be kept for no day, and for a hundred years', async (t) => {
  for (const followUpDays of [0, 36_500]) {
    const { send } = await startWithCodes(t, { followUpDays });
    const { locator } = await drawCode();
    assert.deepEqual(await ask(send, { locator }), { state: 'unknown', days: followUpDays });
  }
});
