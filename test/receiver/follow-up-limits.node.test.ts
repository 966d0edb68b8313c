// Limits of questions, and attacks on them: guessing from many sources, telling known codes from unknown ones, proofs that
// are used twice.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { FollowUpAnswer } from '../../src/core/follow-up/answer.ts';
import { openStore, type ReceiverOptions } from '../../src/receiver/index.ts';
import {
  ask,
  type Code,
  drawCode,
  FOLLOW_UP,
  putWithCode,
  questionOf,
  startWithCodes,
} from './follow-up-given.ts';
import { ENDPOINT, startReceiver, temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { row } from './store-rows.ts';

const HERE = { address: '203.0.113.7' };
const NOON = Date.UTC(2026, 10, 25, 12);
const SECRET = 'secret-of-the-relay-of-a-partner';

/** A receiver whose clock is set by hand. */
async function startAt(t: TestContext, options: Partial<ReceiverOptions> & { readonly url?: string } = {}) {
  const clock = { time: NOON };
  const receiver = await startWithCodes(t, { now: () => new Date(clock.time), ...options });
  const { locator } = await drawCode();
  const statusesOf = async (times: number, peer: { readonly address?: string }, headers = {}) => {
    const counts: Record<number, number> = {};
    await Promise.all(
      Array.from({ length: times }, async () => {
        const { status } = await receiver.send(questionOf({ locator }, headers), peer);
        counts[status] = (counts[status] ?? 0) + 1;
      }),
    );
    return counts;
  };
  const challenge = async (peer = HERE): Promise<Challenge | undefined> => {
    const { status, text } = await receiver.send(
      new Request(new URL('challenge?for=follow-up', ENDPOINT)),
      peer,
    );
    return status === 204 ? undefined : (JSON.parse(text) as Challenge);
  };
  return { ...receiver, clock, locator, statusesOf, challenge };
}

async function prove(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

test('a source that asks too often is told to wait, and how long; the log counts that alone', async (t) => {
  const { statusesOf, send, locator, clock, log } = await startAt(t);
  assert.deepEqual(await statusesOf(40, HERE), { 200: 30, 429: 10 });
  const { headers, text } = await send(questionOf({ locator }), HERE);
  assert.equal(headers.get('retry-after'), '61');
  assert.match(text, /slow-down.*Too many requests/);
  const [event] = log;
  assert.deepEqual(
    { ...event, durationMs: 0 },
    {
      event: 'refused',
      status: 429,
      code: 'slow-down',
      cause: undefined,
      reason: 'follow-up',
      durationMs: 0,
    },
  );
  assert.equal(log.length, 11);
  assert.deepEqual(await statusesOf(5, { address: '203.0.113.8' }), { 200: 5 });
  clock.time += 120_000;
  assert.deepEqual(await statusesOf(5, HERE), { 200: 5 });
});

test('a wide network is limited too, and so are all together', async (t) => {
  const { send, locator } = await startAt(t);
  const askFrom = async (address: string) => (await send(questionOf({ locator }), { address })).status;
  const wide = await Promise.all(
    Array.from({ length: 400 }, (_, index) => askFrom(`2001:db8:1:${(index % 20).toString(16)}::1`)),
  );
  assert.equal(wide.filter((status) => status === 200).length, 300);
});

test('ten thousand guesses a minute, from as many sources: most wait, and reports get in as ever', async (t) => {
  const { send, post, store, clock } = await startAt(t);
  const { locator, hash } = await drawCode();
  const addressOf = (index: number) => ({ address: `198.${index >> 8}.${index & 255}.7` });
  const counts: Record<number, number> = {};
  for (let start = 0; start < 10_000; start += 250) {
    await Promise.all(
      Array.from({ length: 250 }, async (_, index) => {
        const guess = Buffer.alloc(32);
        guess.writeUInt32BE(start + index);
        const request = questionOf({ locator: guess.toString('base64url') });
        const { status, text } = await send(request, addressOf(start + index));
        counts[status] = (counts[status] ?? 0) + 1;
        if (status === 200) assert.equal((JSON.parse(text) as FollowUpAnswer).state, 'unknown');
      }),
    );
    clock.time += 1_250;
  }
  assert.deepEqual(counts, { 200: 3_000, 429: 7_000 });
  for (let index = 0; index < 20; index++)
    assert.equal((await post(sampleReport(), {}, addressOf(index))).status, 201);
  const report = sampleReport({ followUp: { hash } });
  assert.equal((await post(report, {}, HERE)).status, 201);
  assert.ok((await store.list()).every(({ trust }) => trust === 'normal'));
  assert.equal((await send(new Request(new URL('challenge', ENDPOINT)), HERE)).status, 204, 'for reports');
  clock.time += 120_000;
  assert.equal((await ask(send, { locator }, HERE)).state, 'received');
});

test('a burst of questions leaves room for the reports of that moment', async (t) => {
  const { send, post, locator } = await startAt(t);
  const burst = Promise.all(Array.from({ length: 1_200 }, () => send(questionOf({ locator }))));
  assert.equal((await post(sampleReport())).status, 201);
  const answers = await burst;
  const slowed = answers.filter(({ status }) => status === 429);
  // The first may have left while the last came.
  assert.ok(slowed.length > 0 && slowed.length <= 800, String(slowed.length));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1_200 - slowed.length);
  assert.equal(slowed[0]!.headers.get('retry-after'), '1');
  assert.equal((await send(questionOf({ locator }))).status, 200);
});

test('reports use up nothing that questions may', async (t) => {
  const { post, statusesOf } = await startAt(t, { lowTrustReports: 0 });
  for (let count = 0; count < 70; count++) await post(sampleReport(), {}, HERE);
  assert.equal((await post(sampleReport(), {}, HERE)).status, 429);
  assert.deepEqual(await statusesOf(30, HERE), { 200: 30 });
});

test('a proof of work passes the limits, for one question, and leaves no trace of it', async (t) => {
  // The library of proofs asks the clock of the process whether a challenge has expired.
  t.mock.timers.enable({ apis: ['Date'], now: NOON });
  const { send, statusesOf, challenge, locator, store } = await startAt(t);
  assert.equal(await challenge(), undefined);
  await statusesOf(30, HERE);
  const Altcha = await prove((await challenge())!);
  const askWith = async (body: object) => (await send(questionOf(body, { Altcha }), HERE)).status;
  assert.equal(await askWith({ locator }), 200);
  assert.equal(await askWith({ locator }), 200, 'the same question again, as after an answer that was lost');
  const other = await drawCode();
  assert.equal(await askWith({ locator: other.locator }), 429);
  assert.equal(await askWith({ locator, adds: crypto.randomUUID() }), 429);
  assert.equal((await send(questionOf({ locator }, { Altcha: 'nonsense' }), HERE)).status, 429);
  assert.equal((await send(questionOf('{', { Altcha }), HERE)).status, 400);
  assert.deepEqual(await store.list(), []);
});

test('challenges for questions use up none of those for reports', async (t) => {
  const { send } = await startAt(t, { freeReports: 0 });
  const statusOf = async (path: string) => (await send(new Request(new URL(path, ENDPOINT)), HERE)).status;
  for (let count = 0; count < 60; count++) assert.equal(await statusOf('challenge?for=follow-up'), 204);
  assert.equal(await statusOf('challenge?for=follow-up'), 429);
  assert.equal(await statusOf('challenge'), 200);
});

test('a relay counts for its partner, not for its address', async (t) => {
  const digest = Buffer.from(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(SECRET)),
  ).toString('hex');
  const partner = { id: 'ville', origins: ['https://ville.example'], secretSha256: digest };
  const { statusesOf } = await startAt(t, { partners: [partner] });
  const headers = { Authorization: `Bearer ${SECRET}` };
  assert.deepEqual(await statusesOf(310, HERE, headers), { 200: 300, 429: 10 });
  assert.deepEqual(await statusesOf(30, HERE), { 200: 30 });
});

/** The share of pairs, one of each, in which the second is larger: one half if nothing tells them apart. */
function shareLarger(first: readonly number[], second: readonly number[]): number {
  const all = [...first.map((value) => [value, 0] as const), ...second.map((value) => [value, 1] as const)];
  all.sort(([a], [b]) => a - b);
  let [smaller, pairs] = [0, 0];
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]![0] === all[start]![0]) end++;
    const group = all.slice(start, end);
    const ofSecond = group.filter(([, of]) => of === 1).length;
    const ofFirst = group.length - ofSecond;
    pairs += ofSecond * (smaller + ofFirst / 2);
    smaller += ofFirst;
    start = end;
  }
  return pairs / (first.length * second.length);
}

test('ten thousand known codes and as many unknown ones are told apart by no length, header or time', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const { send, store, clock } = await startAt(t, { url });
  const known: Code[] = [];
  for (let index = 0; index < 20; index++) known.push(await putWithCode(store, `r${index}`));
  for (let index = 0; index < 20; index += 2)
    await store.followUps.setOutcome(`R${index}`, { state: index % 4 === 0 ? 'question' : 'not_illegal' });
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const shapes = new Set<string>();
  const measure = async (kind: 'known' | 'unknown', locator: string, adds: object): Promise<void> => {
    const startedAt = performance.now();
    const { status, headers, text } = await send(questionOf({ locator, ...adds }));
    times[kind].push(performance.now() - startedAt);
    shapes.add(JSON.stringify([status, Buffer.byteLength(text), [...headers]]));
  };
  const unknown = await drawCode();
  for (let batch = 0; batch < 100; batch++) {
    const adds = batch % 4 === 0 ? { adds: crypto.randomUUID() } : {};
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        const pair = [
          () => measure('known', known[index % known.length]!.locator, adds),
          () => measure('unknown', unknown.locator, adds),
        ];
        if ((batch + index) % 2 === 0) pair.reverse();
        return Promise.all(pair.map((start) => start()));
      }),
    );
    clock.time += 10_000;
  }
  assert.equal(times.known.length, 10_000);
  assert.equal(shapes.size, 1, [...shapes].join('\n'));
  const medianOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const [ofKnown, ofUnknown] = [medianOf(times.known), medianOf(times.unknown)];
  const share = shareLarger(times.known, times.unknown);
  t.diagnostic(`medians ${ofKnown.toFixed(2)} and ${ofUnknown.toFixed(2)} ms, share ${share.toFixed(4)}`);
  assert.ok(Math.min(...times.known, ...times.unknown) >= 49);
  assert.ok(Math.abs(ofKnown - ofUnknown) < 5);
  assert.ok(Math.abs(share - 0.5) < 0.05, String(share));
});

test('an addition that waits for the disk takes as many whole steps as one that does not', async (t) => {
  const store = await openStore('sqlite::memory:');
  const { hash, locator } = await putWithCode(store, 'asked');
  const slow = {
    ...store,
    followUps: {
      ...store.followUps,
      link: async (...args: Parameters<typeof store.followUps.link>) => {
        if (args[0] === hash) await new Promise((resolve) => setTimeout(resolve, 20));
        return store.followUps.link(...args);
      },
    },
  };
  const { send } = await startReceiver(t, { store: slow });
  const durationOf = async (body: object): Promise<number> => {
    const startedAt = performance.now();
    assert.equal((await send(questionOf(body))).status, 200);
    return Math.floor((performance.now() - startedAt) / 50);
  };
  const adds = crypto.randomUUID();
  const unknown = await drawCode();
  // A busy machine may make either wait for another step.
  for (let attempt = 1; ; attempt++) {
    const steps = [await durationOf({ locator, adds }), await durationOf({ locator: unknown.locator, adds })];
    assert.ok(Math.min(...steps) >= 1);
    if (steps[0] === steps[1]) return;
    assert.ok(attempt < 5, steps.join());
  }
});

test('whoever knows what a report carries, or its number, can neither ask nor add', async (t) => {
  const { send, store } = await startAt(t);
  const { hash } = await putWithCode(store, 'asked');
  await store.followUps.setOutcome('ASKED', { state: 'question', since: '2026-11-24' });
  const id = crypto.randomUUID();
  await store.put(row(id));
  assert.deepEqual(await ask(send, { locator: hash, adds: id }), {
    state: 'unknown',
    added: false,
    days: 90,
  });
  for (const body of [{ locator: 'ASKED' }, { hash }, { reference: 'ASKED' }, { locator: hash, hash }]) {
    const { status } = await send(questionOf(body));
    assert.equal(status, 422, JSON.stringify(body));
  }
  assert.equal((await send(new Request(`${FOLLOW_UP}?locator=${hash}`))).status, 405);
  assert.equal((await store.list()).length, 2);
});
