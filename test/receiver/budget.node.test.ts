// Reports of low trust have limits by network and in total, and never use the disk reserve. Other reports pass.
import assert from 'node:assert/strict';
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { openStore, type ReceiverOptions } from '../../src/receiver/index.ts';
import { withSmallDisk } from '../setup/small-disk.ts';
import { ENDPOINT, startReceiver, temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const HONEST = '198.51.100.9';

/** A receiver with a manual clock, as one of ten processes: each limit is a tenth of its full value. */
async function startAt(t: TestContext, options: Partial<ReceiverOptions> = {}) {
  t.mock.timers.enable({ apis: ['Date'], now: NOON });
  const receiver = await startReceiver(t, { processes: 10, freeReports: 50, ...options });
  const postFrom = (
    address: string,
    report: unknown = sampleReport(),
    headers: Record<string, string> = {},
  ) => receiver.post(report, headers, { address });
  const ask = (address: string) => receiver.send(new Request(new URL('challenge', ENDPOINT)), { address });
  const prove = async (address: string) => {
    const { status, text } = await ask(address);
    assert.equal(status, 200, 'Nothing is asked for');
    const challenge = JSON.parse(text) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return { Altcha: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') };
  };
  const counts = async () => {
    const trusts = (await receiver.store.list({ limit: 50_000 })).map(({ trust }) => trust);
    const normal = trusts.filter((trust) => trust === 'normal').length;
    return { normal, low: trusts.length - normal };
  };
  return { ...receiver, postFrom, ask, prove, counts };
}

for (const [name, addressOf] of [
  ['one /48', (index: number) => `2001:db8:7:${index.toString(16)}::1`],
  ['one /24', (index: number) => `203.0.113.${index % 256}`],
] as const) {
  test(`${name} that floods is stored up to its share, however it changes its address; others pass`, async (t) => {
    const { postFrom, counts, log } = await startAt(t, { freeReports: 5 });
    for (let index = 0; index < 300; index++) {
      await postFrom(addressOf(index));
      // Thirty reports a minute, so that the limit of ten minutes applies first.
      t.mock.timers.tick(2_000);
    }
    const { normal, low } = await counts();
    assert.ok(normal >= 5 && normal < 12, String(normal));
    assert.ok(low <= 51, String(low));
    const refused = log.findLast(({ status }) => status === 429);
    assert.deepEqual([refused?.code, refused?.reason], ['slow-down', 'budget']);
    assert.equal((await postFrom(HONEST)).status, 201);
    assert.equal((await counts()).normal, normal + 1);
  });
}

test('within a minute, one wide network is let in ten times as often as one source', async (t) => {
  const { postFrom } = await startAt(t, { freeReports: 1_000 });
  const statuses: number[] = [];
  for (let index = 0; index < 70; index++)
    statuses.push((await postFrom(`2001:db8:7:${index.toString(16)}::1`)).status);
  assert.equal(statuses.filter((status) => status === 201).length, 60);
  assert.equal((await postFrom('2001:db8:8::1')).status, 201);
});

test('one address takes a twentieth, all of them no more than there is; a refusal says when', async (t) => {
  const { postFrom, counts } = await startAt(t, { freeReports: 0 });
  for (let index = 0; index < 30; index++) {
    await postFrom('203.0.113.7');
    t.mock.timers.tick(10_000);
  }
  assert.deepEqual(await counts(), { normal: 0, low: 10 });
  for (let index = 0; index < 200; index++) await postFrom(`2001:db8:${index.toString(16)}::1`);
  assert.deepEqual(await counts(), { normal: 0, low: 200 });
  const refused = await postFrom('192.0.2.1');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '301');
  // The count of the last ten minutes expires.
  t.mock.timers.tick(601_000);
  assert.equal((await postFrom('192.0.2.1')).status, 201);
});

test('while the budget is spent, whoever asks is given a challenge, whose proof passes', async (t) => {
  const { postFrom, ask, prove, counts } = await startAt(t, {
    lowTrustReports: 10,
    partners: [{ id: 'forum', origins: ['https://forum.example'] }],
  });
  assert.equal((await ask(HONEST)).status, 204);
  // The reports name a partner that the receiver does not know.
  const marked = () => sampleReport();
  assert.equal((await postFrom('203.0.113.7', marked())).status, 201);
  assert.equal((await postFrom(HONEST, marked())).status, 429);
  const proof = await prove(HONEST);
  assert.equal((await postFrom(HONEST, marked(), proof)).status, 201);
  // A proof does not vouch for the partner.
  assert.deepEqual(await counts(), { normal: 0, low: 2 });
});

test('a report that is stored gives its receipt while the budget is spent; another under its key does not', async (t) => {
  const { postFrom, store } = await startAt(t, { lowTrustReports: 10, freeReports: 0 });
  const report = sampleReport();
  const first = await postFrom(HONEST, report);
  assert.equal(first.status, 201);
  assert.equal((await postFrom(HONEST)).status, 429);
  const again = await postFrom(HONEST, report);
  assert.deepEqual([again.status, again.text], [200, first.text]);
  assert.equal((await postFrom(HONEST, { ...report, locale: 'en' })).status, 422);
  assert.equal((await store.list()).length, 1);
});

test('without a budget, no low trust is stored; reports that are free or proved are', async (t) => {
  const { postFrom, prove, counts } = await startAt(t, { lowTrustReports: 0 });
  for (let count = 0; count < 8; count++) await postFrom(HONEST);
  assert.deepEqual(await counts(), { normal: 5, low: 0 });
  assert.equal((await postFrom(HONEST, sampleReport(), await prove(HONEST))).status, 201);
  assert.deepEqual(await counts(), { normal: 6, low: 0 });
});

test('low trust leaves the disk its reserve; whoever is free or proves work passes', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openStore(`sqlite:${join(folder, 'reports.sqlite')}`);
  const { bavail, bsize } = statfsSync(folder);
  // The reserve is larger than the free space, so the receiver treats it as reached.
  const { postFrom, prove, counts, log } = await startAt(t, { store, diskReserve: 2 * bavail * bsize });
  for (let count = 0; count < 5; count++) assert.equal((await postFrom(HONEST)).status, 201);
  const refused = await postFrom(HONEST);
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '600']);
  assert.deepEqual([log.at(-1)?.code, log.at(-1)?.reason], ['slow-down', 'reserve']);
  assert.equal((await postFrom(HONEST, sampleReport(), await prove(HONEST))).status, 201);
  assert.deepEqual(await counts(), { normal: 6, low: 0 });
});

test('a flood of large reports stops before the reserve of a real disk', async (t) => {
  const isChecked = await withSmallDisk(16, async (disk) => {
    const store = await openStore(`sqlite:${join(disk, 'reports.sqlite')}`);
    const diskReserve = 6 * 1024 ** 2;
    const options = { store, diskReserve, freeReports: 0, lowTrustReports: 100_000 };
    const { postFrom, prove } = await startAt(t, options);
    const statuses: number[] = [];
    while (!statuses.includes(429) && statuses.length < 300) {
      const report = JSON.stringify(sampleReport()).padEnd(60_000);
      const { status } = await postFrom(`2001:db8:${statuses.length.toString(16)}::1`, report);
      statuses.push(status);
    }
    assert.deepEqual([...new Set(statuses)], [201, 429]);
    assert.ok(statuses.length > 20, `${statuses.length} reports`);
    assert.equal((await postFrom(HONEST, sampleReport(), await prove(HONEST))).status, 201);
    await store.close();
    const { bavail, bsize } = statfsSync(disk);
    // The last accepted report may use a little of the reserve.
    assert.ok(bavail * bsize > diskReserve - 200_000, `${bavail * bsize} bytes`);
  });
  if (!isChecked) t.diagnostic('not checked: no disk of its own could be mounted here');
});

test('a disk with room, and a store that knows none, keep nothing in reserve', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openStore(`sqlite:${join(folder, 'reports.sqlite')}`);
  assert.ok((await store.room!())!.totalBytes > 0);
  const onDisk = await startAt(t, { store, diskReserve: 1, freeReports: 0 });
  assert.equal((await onDisk.postFrom(HONEST)).status, 201);
  t.mock.timers.reset();
  const memory = await openStore('sqlite::memory:');
  assert.equal(await memory.room!(), undefined);
  const broken = { ...memory, room: () => Promise.reject(new Error('gone')) };
  const inMemory = await startAt(t, { store: broken, diskReserve: 1e18, freeReports: 0 });
  assert.equal((await inMemory.postFrom(HONEST)).status, 201);
});

test('one source takes a twentieth and one wide network a quarter, rounded up', async (t) => {
  const one = await startAt(t, { processes: 1, freeReports: 0, lowTrustReports: 401 });
  for (let count = 0; count < 25; count++) await one.postFrom(HONEST);
  assert.deepEqual(await one.counts(), { normal: 0, low: 21 });
  t.mock.timers.reset();
  const wide = await startAt(t, { processes: 1, freeReports: 0, lowTrustReports: 21 });
  for (let host = 1; host < 10; host++) await wide.postFrom(`203.0.113.${host}`);
  assert.deepEqual(await wide.counts(), { normal: 0, low: 6 });
});

/** A store on a disk with this room. */
async function storeWith(room: { totalBytes: number; freeBytes: number }) {
  return { ...(await openStore('sqlite::memory:')), room: () => Promise.resolve(room) };
}

const GIB = 1024 ** 3;

for (const [disk, totalBytes, reserve] of [
  ['a disk of 5 GiB', 5 * GIB, GIB / 2],
  ['a disk of 100 GiB', 100 * GIB, GIB],
] as const)
  test(`without a setting, ${disk} keeps ${reserve / GIB} GiB in reserve`, async (t) => {
    const room = { totalBytes, freeBytes: reserve };
    const { postFrom, counts } = await startAt(t, { store: await storeWith(room), freeReports: 0 });
    assert.equal((await postFrom(HONEST)).status, 201);
    room.freeBytes--;
    assert.equal((await postFrom('203.0.113.7')).status, 429);
    assert.deepEqual(await counts(), { normal: 0, low: 1 });
  });

test('what the reserve refuses takes nothing of the budget, so that it is there once there is room', async (t) => {
  const room = { totalBytes: GIB, freeBytes: 0 };
  const store = await storeWith(room);
  const { postFrom, ask } = await startAt(t, {
    store,
    processes: 1,
    freeReports: 0,
    lowTrustReports: 1,
  });
  for (let count = 0; count < 5; count++) assert.equal((await postFrom(HONEST)).status, 429);
  for (let count = 0; count < 5; count++) assert.equal((await ask(HONEST)).status, 200);
  room.freeBytes = GIB;
  assert.equal((await postFrom(HONEST)).status, 201);
});

test('a spent budget asks for the least work, of whoever has sent nothing', async (t) => {
  const { ask } = await startAt(t, { lowTrustReports: 0 });
  const { parameters } = JSON.parse((await ask(HONEST)).text) as Challenge;
  assert.equal(parameters.cost, 5_000);
});
