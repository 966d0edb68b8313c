// During a flood through a partner's relay or in a partner's name, the partner's next visitor can still report.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { ReceiverOptions } from '../../src/receiver/index.ts';
import { ENDPOINT, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const TOWN = 'https://www.ville-exemple.fr';
const SECRET = 'c0ffee'.repeat(8);
const PARTNER = {
  id: 'ville-exemple',
  origins: [TOWN],
  secretSha256: createHash('sha256').update(SECRET).digest('hex'),
};
const RELAYED = { authorization: `Bearer ${SECRET}` };
const SERVER = { address: '192.0.2.1' };
const FLOODER = { address: '203.0.113.7' };

const reportOfTown = () =>
  sampleReport({
    source: { embed: 'wordpress', widgetVersion: '1.0.0', prefilled: false, partnerId: PARTNER.id },
  });

/** A receiver that knows the partner, with a clock that stands still. */
async function startAt(t: TestContext, partner: object = {}, options: Partial<ReceiverOptions> = {}) {
  const receiver = await startReceiver(t, {
    partners: [{ ...PARTNER, ...partner }],
    now: () => new Date(Date.UTC(2026, 10, 25, 12)),
    ...options,
  });
  const ask = (headers: Record<string, string>, peer = SERVER) =>
    receiver.send(new Request(new URL('challenge', ENDPOINT), { headers }), peer);
  /** Header value that proves the requested work. */
  const prove = async (headers: Record<string, string>, peer = SERVER): Promise<string> => {
    const answer = await ask(headers, peer);
    assert.equal(answer.status, 200, 'Nothing is asked for');
    const challenge = JSON.parse(answer.text) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  };
  const last = async () => (await receiver.store.list({ limit: 10_000 })).at(-1);
  return { ...receiver, ask, prove, last };
}

test('seven hundred posts through a relay: a hundred are trusted, and a visitor who proves work is heard', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 25, 12) });
  const { post, prove, store, last } = await startAt(t);
  for (let count = 0; count < 700; count++) await post(reportOfTown(), RELAYED, SERVER);
  const trusted = (await store.list({ limit: 1_000 })).filter(({ trust }) => trust === 'normal').length;
  assert.equal(trusted, 100);
  assert.equal((await post(reportOfTown(), RELAYED, SERVER)).status, 429);
  const altcha = await prove(RELAYED);
  const report = reportOfTown();
  assert.equal((await post(report, { ...RELAYED, altcha }, SERVER)).status, 201);
  const { id, trust, partner } = (await last())!;
  assert.deepEqual([id, trust, partner], [report.submissionId, 'normal', PARTNER.id]);
  // The proof was valid for one report only.
  assert.equal((await post(reportOfTown(), { ...RELAYED, altcha }, SERVER)).status, 429);
});

test('beyond a partner’s number an hour, a proof makes a relayed report trusted', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 25, 12) });
  const { post, ask, prove, last } = await startAt(t, { perHour: 2 });
  for (let count = 0; count < 2; count++) {
    assert.equal((await ask(RELAYED)).status, 204);
    await post(reportOfTown(), RELAYED, SERVER);
  }
  await post(reportOfTown(), RELAYED, SERVER);
  assert.equal((await last())?.trust, 'low');
  await post(reportOfTown(), { ...RELAYED, altcha: await prove(RELAYED) }, SERVER);
  assert.equal((await last())?.trust, 'normal');
});

test('whoever writes a partner’s origin does not use up its number with reports that are not trusted', async (t) => {
  const { post, last } = await startAt(t, { perHour: 10 });
  for (let count = 0; count < 50; count++) await post(reportOfTown(), { Origin: TOWN }, FLOODER);
  await post(reportOfTown(), { Origin: TOWN }, { address: '198.51.100.1' });
  assert.equal((await last())?.trust, 'normal');
});

test('where its number is used up all the same, visitors of its pages are asked for a proof, which lifts it', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 25, 12) });
  const { post, ask, prove, last } = await startAt(t, { perHour: 10 });
  for (let host = 0; host < 10; host++)
    await post(reportOfTown(), { Origin: TOWN }, { address: `203.0.${host}.7` });
  const visitor = { address: '198.51.100.1' };
  assert.equal((await ask({ Origin: 'https://elsewhere.example' }, visitor)).status, 204);
  const altcha = await prove({ Origin: TOWN }, visitor);
  await post(reportOfTown(), { Origin: TOWN }, visitor);
  assert.equal((await last())?.trust, 'low');
  await post(reportOfTown(), { Origin: TOWN, altcha }, visitor);
  assert.equal((await last())?.trust, 'normal');
});

test('a proof passes where its source has sent sixty posts within the minute; one that is no proof does not', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 25, 12) });
  // Many free reports, so that the requested work stays small.
  const { post, prove, last } = await startAt(t, {}, { freeReports: 50 });
  for (let count = 0; count < 60; count++) await post(reportOfTown(), { Origin: TOWN }, FLOODER);
  assert.equal((await post(reportOfTown(), { Origin: TOWN }, FLOODER)).status, 429);
  assert.equal((await post(reportOfTown(), { Origin: TOWN, altcha: 'cHJvb2Y=' }, FLOODER)).status, 429);
  const altcha = await prove({ Origin: TOWN }, FLOODER);
  // A key that is refused later must not use up the proof.
  const key = crypto.randomUUID();
  for (const wrong of ['no key', `0${key}`, `${key}0`]) {
    const headers = { Origin: TOWN, altcha, 'Idempotency-Key': wrong };
    assert.equal((await post(reportOfTown(), headers, FLOODER)).status, 429, wrong);
  }
  assert.equal((await post(reportOfTown(), { Origin: TOWN, altcha }, FLOODER)).status, 201);
  assert.equal((await last())?.trust, 'normal');
  assert.equal((await post(reportOfTown(), { Origin: TOWN, altcha }, FLOODER)).status, 429);
});

test('where no report is free, a relay’s visitors are asked for a proof too, which makes theirs trusted', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 25, 12) });
  const { post, prove, last } = await startAt(t, {}, { freeReports: 0 });
  await post(reportOfTown(), RELAYED, SERVER);
  assert.equal((await last())?.trust, 'low');
  await post(reportOfTown(), { ...RELAYED, altcha: await prove(RELAYED) }, SERVER);
  assert.equal((await last())?.trust, 'normal');
});

test('a relay that floods takes a quarter of what is stored with low trust, and leaves the rest', async (t) => {
  const { post, store } = await startAt(t, { perHour: 1 }, { lowTrustReports: 9, freeReports: 1 });
  for (let count = 0; count < 9; count++) await post(reportOfTown(), RELAYED, SERVER);
  assert.equal((await store.list()).length, 1 + 3);
  assert.equal((await post(reportOfTown(), RELAYED, SERVER)).status, 429);
  assert.equal((await post(reportOfTown(), {}, FLOODER)).status, 201);
});

test('a relay may ask for three thousand challenges a minute', async (t) => {
  const { ask, post } = await startAt(t, { perHour: 1 }, { processes: 1_000 });
  await post(reportOfTown(), RELAYED, SERVER);
  const statuses: number[] = [];
  for (let count = 0; count < 4; count++) statuses.push((await ask(RELAYED)).status);
  assert.deepEqual(statuses, [200, 200, 200, 429]);
});

for (const [times, cost] of [
  [1, 5_000],
  [2, 10_000],
  [3, 10_000],
  [4, 20_000],
] as const)
  test(`a site at ${times} times its number an hour has its visitors do work of ${cost} rounds a try`, async (t) => {
    const { post, ask, last } = await startAt(t, { perHour: 2 }, { processes: 2 * times });
    const visitor = { address: '198.51.100.1' };
    // Asking uses up nothing of the number.
    for (let count = 0; count < 3; count++) assert.equal((await ask({ Origin: TOWN }, visitor)).status, 204);
    await post(reportOfTown(), { Origin: TOWN }, FLOODER);
    assert.equal((await last())?.trust, 'normal');
    const challenge = JSON.parse((await ask({ Origin: TOWN }, visitor)).text) as Challenge;
    assert.equal(challenge.parameters.cost, cost);
  });

test('a relay’s visitors do not share the challenges of one address', async (t) => {
  const { ask, post } = await startAt(t, { perHour: 1 });
  await post(reportOfTown(), RELAYED, SERVER);
  for (let count = 0; count < 200; count++) assert.equal((await ask(RELAYED)).status, 200);
});

test('what others send from a relay’s address is not held against its visitors', async (t) => {
  const { ask, post } = await startAt(t);
  for (let count = 0; count < 9; count++) await post(reportOfTown(), { Origin: TOWN }, SERVER);
  assert.equal((await ask({ Origin: TOWN })).status, 200);
  assert.equal((await ask(RELAYED)).status, 204);
});

test('one wide network cannot have challenges made without end', async (t) => {
  const { ask } = await startAt(t, {}, { freeReports: 0, processes: 10 });
  const statuses: number[] = [];
  for (let subnet = 0; subnet < 70; subnet++)
    statuses.push((await ask({}, { address: `2001:db8:7:${subnet.toString(16)}::1` })).status);
  assert.equal(statuses.filter((status) => status === 200).length, 60);
  assert.equal(statuses.at(-1), 429);
});
