// A source that sends many reports must prove work, and its reports are marked. A person is never refused.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openStore, StoreFullError, type ReceiverOptions } from '../../src/receiver/index.ts';
import { createQuestionLimits } from '../../src/receiver/admission/questions.ts';
import type { Relay } from '../../src/receiver/admission/relays.ts';
import { ENDPOINT, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const NOON = Date.UTC(2026, 10, 25, 12);

/** A receiver whose clock is set by hand, and a way to post to it from an address. */
async function startAt(t: TestContext, options: Partial<ReceiverOptions> = {}) {
  const clock = { time: NOON };
  const receiver = await startReceiver(t, { now: () => new Date(clock.time), ...options });
  const postFrom = (address: string | undefined, report: unknown = sampleReport()) =>
    receiver.post(report, {}, address === undefined ? {} : { address });
  const statusesFrom = async (address: string | undefined, times: number) => {
    const statuses: number[] = [];
    for (let count = 0; count < times; count++) statuses.push((await postFrom(address)).status);
    return statuses;
  };
  const trusts = async () => (await receiver.store.list({ limit: 1_000 })).map(({ trust }) => trust);
  return { ...receiver, clock, postFrom, statusesFrom, trusts };
}

const HERE = '203.0.113.7';

test('five reports in ten minutes are trusted without proof, the sixth is stored with low trust', async (t) => {
  const { statusesFrom, trusts, log } = await startAt(t);
  assert.deepEqual(await statusesFrom(HERE, 7), Array(7).fill(201));
  const expected = [...Array<string>(5).fill('normal'), 'low', 'low'];
  assert.deepEqual(await trusts(), expected);
  assert.deepEqual(
    log.map(({ event, trust, partner }) => [event, trust, partner]),
    expected.map((trust) => ['stored', trust, undefined]),
  );
});

test('after ten minutes, a source begins anew', async (t) => {
  const { statusesFrom, trusts, clock } = await startAt(t);
  await statusesFrom(HERE, 6);
  clock.time += 1_200_000;
  await statusesFrom(HERE, 1);
  assert.deepEqual((await trusts()).slice(-2), ['low', 'normal']);
});

test('sources do not count for each other, wherever their addresses tell them apart', async (t) => {
  const { statusesFrom, trusts } = await startAt(t);
  for (const address of [HERE, '203.0.113.8', '2001:db8:0:1::1', '2001:db8:0:2::1'])
    await statusesFrom(address, 5);
  assert.ok((await trusts()).every((trust) => trust === 'normal'));
  // The same two sources, with their addresses spelt differently.
  await statusesFrom(`::ffff:${HERE}`, 1);
  await statusesFrom('2001:db8:0:1:ffff::2', 1);
  assert.deepEqual((await trusts()).slice(-2), ['low', 'low']);
});

test('a network that sends like ten sources is one: changing the address within it helps little', async (t) => {
  const { statusesFrom, trusts } = await startAt(t);
  for (let host = 1; host <= 60; host++) await statusesFrom(`203.0.113.${host}`, 1);
  assert.deepEqual(await trusts(), [...Array<string>(50).fill('normal'), ...Array<string>(10).fill('low')]);
  for (let subnet = 1; subnet <= 60; subnet++) await statusesFrom(`2001:db8:7:${subnet.toString(16)}::1`, 1);
  assert.equal((await trusts()).filter((trust) => trust === 'low').length, 20);
});

for (const address of [undefined, '127.0.0.1', '::1', '192.168.1.10', 'not an address']) {
  test(`from ${address ?? 'no address'}, any number of reports is taken and trusted`, async (t) => {
    const { statusesFrom, trusts } = await startAt(t);
    assert.deepEqual(await statusesFrom(address, 100), Array(100).fill(201));
    assert.ok((await trusts()).every((trust) => trust === 'normal'));
  });
}

test('beyond sixty posts a minute, and only then, a source is told to wait, in seconds', async (t) => {
  const { statusesFrom, postFrom, clock, log } = await startAt(t);
  clock.time += 20_000;
  assert.deepEqual(await statusesFrom(HERE, 60), Array(60).fill(201));
  const refused = await postFrom(HERE);
  assert.equal(refused.status, 429);
  assert.match(refused.text, /problem:slow-down/);
  assert.equal(refused.headers.get('retry-after'), '41');
  assert.deepEqual(
    { ...log.at(-1), durationMs: 0 },
    { event: 'refused', status: 429, code: 'slow-down', cause: undefined, durationMs: 0 },
  );
  assert.equal((await postFrom('203.0.113.8')).status, 201);
  // Requests sent during the wait do not lengthen it.
  await statusesFrom(HERE, 200);
  clock.time += 41_000;
  assert.equal((await postFrom(HERE)).status, 201);
});

test('a post is refused before anything of it is read', async (t) => {
  const { post, statusesFrom } = await startAt(t);
  await statusesFrom(HERE, 60);
  assert.equal((await post('no report at all', {}, { address: HERE })).status, 429);
});

test('several processes divide what one may take', async (t) => {
  const { statusesFrom, trusts } = await startAt(t, { processes: 4 });
  const statuses = await statusesFrom(HERE, 20);
  assert.equal(statuses.filter((status) => status === 201).length, 15);
  assert.deepEqual((await trusts()).slice(0, 3), ['normal', 'normal', 'low']);
});

test('the number of free reports is the operator’s', async (t) => {
  const none = await startAt(t, { freeReports: 0 });
  await none.statusesFrom(HERE, 1);
  await none.statusesFrom(undefined, 1);
  assert.deepEqual(await none.trusts(), ['low', 'low']);
  const many = await startAt(t, { freeReports: 40 });
  await many.statusesFrom(HERE, 41);
  assert.deepEqual((await many.trusts()).slice(-2), ['normal', 'low']);
});

test('a report sent again counts once', async (t) => {
  const { postFrom, trusts } = await startAt(t);
  const report = sampleReport();
  for (let count = 0; count < 20; count++) await postFrom(HERE, report);
  for (let count = 0; count < 5; count++) await postFrom(HERE);
  assert.deepEqual(await trusts(), [...Array<string>(5).fill('normal'), 'low']);
});

test('a report that could not be stored does not count', async (t) => {
  const memory = await openStore('sqlite::memory:');
  let isFull = true;
  const put: typeof memory.put = (row) =>
    isFull ? Promise.reject(new StoreFullError('full')) : memory.put(row);
  const { statusesFrom, trusts } = await startAt(t, { store: { ...memory, put } });
  assert.deepEqual(await statusesFrom(HERE, 10), Array(10).fill(507));
  isFull = false;
  await statusesFrom(HERE, 5);
  assert.deepEqual(await trusts(), Array(5).fill('normal'));
});

test('a report of low trust that is sent again takes of the budget once', async (t) => {
  const { postFrom, trusts } = await startAt(t, { freeReports: 0, lowTrustReports: 2 });
  const report = sampleReport();
  for (let count = 0; count < 9; count++) await postFrom(undefined, report);
  assert.equal((await postFrom(undefined)).status, 201);
  assert.equal((await postFrom(undefined)).status, 429);
  assert.deepEqual(await trusts(), ['low', 'low']);
});

test('the reports of the last ten minutes count, those of the window before by their share', async (t) => {
  const { statusesFrom, send, clock } = await startAt(t);
  await statusesFrom(HERE, 10);
  const isAsked = async (time: number) => {
    clock.time = time;
    const { status } = await send(new Request(new URL('challenge', ENDPOINT)), { address: HERE });
    return status === 200;
  };
  // A little less than half of ten is less than the five that are free.
  assert.equal(await isAsked(NOON + 901_000), false);
  assert.equal(await isAsked(NOON + 900_000), true);
});

/** Eight processes or more make the limits small: each counts for all. */
const QUESTIONS: [title: string, processes: number, ask: (index: number) => [Relay, string], most: number][] =
  [
    ['one source', 1, () => [undefined, HERE], 30],
    ['a wide network', 10, (index) => [undefined, `203.0.113.${index}`], 30],
    ['a relay, whatever its address', 10, () => [{ id: 'ville', origins: [] }, HERE], 30],
    ['all together', 100, (index) => [undefined, `198.51.${index}.7`], 30],
    ['all together, where no address is known', 100, () => [undefined, '127.0.0.1'], 30],
    ['a server with the secret of no partner', 1, () => ['unknown', HERE], 30],
  ];

for (const [title, processes, ask, most] of QUESTIONS)
  test(`${title}: ${most * processes} questions a minute among ${processes} processes, and what is refused does not count`, async () => {
    const clock = { time: NOON };
    const limits = createQuestionLimits({ now: () => new Date(clock.time), processes });
    for (let index = 0; index < most; index++) {
      assert.equal(await limits.isSpent(...ask(index)), false, `question ${index}`);
      assert.equal(await limits.take(...ask(index)), true, `question ${index}`);
    }
    for (let count = 0; count < 5; count++) assert.equal(await limits.take(...ask(most)), false);
    assert.equal(await limits.isSpent(...ask(most)), true);
    assert.equal(limits.retryAfterS(), 61);
    clock.time += 61_000;
    assert.equal(await limits.take(...ask(most)), true);
  });

test('a replay keeps the trust of the first time, whoever sends it', async (t) => {
  const { postFrom, statusesFrom, trusts, log } = await startAt(t);
  const report = sampleReport();
  const first = await postFrom('203.0.113.200', report);
  await statusesFrom(HERE, 6);
  const again = await postFrom(HERE, report);
  assert.deepEqual([again.status, again.text], [200, first.text]);
  assert.equal((await trusts())[0], 'normal');
  assert.deepEqual([log.at(-1)?.event, log.at(-1)?.trust], ['replayed', undefined]);
});

test('a school that sends three hundred reports in an hour, thirty of them in two minutes, is never refused', async (t) => {
  const { statusesFrom, trusts, clock } = await startAt(t);
  for (let lesson = 0; lesson < 10; lesson++) {
    for (let minute = 0; minute < 2; minute++) {
      assert.deepEqual(await statusesFrom(HERE, 15), Array(15).fill(201));
      clock.time += 60_000;
    }
    clock.time += 240_000;
  }
  assert.equal((await trusts()).length, 300);
});

test('fifty posts a second from one source refuse nobody else, nor lower their trust', async (t) => {
  const { statusesFrom, postFrom, trusts, clock } = await startAt(t);
  for (let second = 0; second < 60; second++) {
    await Promise.all(Array.from({ length: 50 }, () => postFrom(HERE)));
    assert.equal((await postFrom(`198.51.${second}.1`)).status, 201);
    clock.time += 1_000;
  }
  assert.deepEqual(await statusesFrom('192.0.2.1', 1), [201]);
  const stored = await trusts();
  // The flood's own reports are stored up to the limit: sixty a minute.
  assert.equal(stored.filter((trust) => trust === 'normal').length, 60 + 1 + 5);
  assert.equal(stored.filter((trust) => trust === 'low').length, 55);
});
