// Two servers in one URL: reports go to the one that was promoted last, even while an old primary runs.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import { makeNetwork, type Site } from './failover/network.ts';
import { startPair } from './failover/pair.ts';
import { until } from '../setup/until.ts';
import { row } from './store-rows.ts';

async function start(t: TestContext) {
  const network = await makeNetwork();
  t.after(() => network.stop());
  const pair = await startPair(network);
  t.after(() => pair.stop());
  const open = async (url = pair.url): Promise<DatabaseStore> => {
    const store = await openStore(url);
    t.after(() => store.close());
    return store;
  };
  const idsOn = async (site: Site) =>
    (await pair.query(site, 'select id from report order by sequence')).map(({ id }) => id);
  return { network, pair, open, idsOn };
}

/** The same servers, the other one first. */
const reversed = (url: string): string => url.replace(/@([^,/]+),([^/]+)/, '@$2,$1');

const isTaken = (store: DatabaseStore, id: string) =>
  store.put(row(id)).then(
    () => true,
    () => false,
  );

test('reports follow the primary, and never reach one that was demoted or comes back', async (t) => {
  const { network, pair, open, idsOn } = await start(t);
  const store = await open();
  await (await open(reversed(pair.url))).put(row('before'));
  for (const [url, expected] of [
    [pair.url.replace('postgres@', 'nobody@'), /refuses this user/],
    [pair.url.replace('/postgres?', '/nothing?'), /no such database/],
  ] as const)
    await assert.rejects(openStore(url), { name: 'DatabaseSetupError', message: expected });

  // Rows of the old primary alone are of no interest later.
  network.cut('replication');
  await pair.query('a', `set synchronous_commit = local; create table only_here ()`);
  await pair.crash('a');
  await assert.rejects(store.put(row('while nobody takes writes')));
  await assert.rejects(openStore(pair.url), {
    name: 'DatabaseSetupError',
    message: /None of the PostgreSQL servers of the URL takes writes/,
  });
  await pair.promote('b');
  await until(() => isTaken(store, 'after'), 'a report on the new primary', 5_000);

  // The old one takes writes again, by its own account; also a process that has just started knows better.
  await network.heal('replication');
  await pair.start('a');
  for (const url of [pair.url, reversed(pair.url)]) {
    const fresh = await open(url);
    assert.equal(await isTaken(fresh, `fresh ${url === pair.url ? 1 : 2}`), true);
  }
  assert.equal(await isTaken(store, 'beside the stale one'), true);

  // Even where it is the only one: a process that has seen a later timeline waits.
  await pair.crash('b');
  await until(async () => !(await isTaken(store, 'onto a stale one')), 'no server');
  for (let tries = 0; tries < 3; tries++) assert.equal(await isTaken(store, 'onto a stale one'), false);
  assert.deepEqual(await idsOn('a'), ['before']);
  await pair.start('b');
  await until(() => isTaken(store, 'at the end'), 'a report on the primary', 5_000);
  assert.deepEqual(
    (await idsOn('b')).filter((id) => id !== 'onto a stale one'),
    ['before', 'after', 'fresh 1', 'fresh 2', 'beside the stale one', 'at the end'],
  );

  // Demoted in order, it follows, and takes nothing.
  await pair.crash('a');
  await pair.rebuild('a');
  await pair.shutDown('b');
  await pair.promote('a');
  await pair.follow('b');
  await until(() => isTaken(store, 'on the first again'), 'a report on the first', 5_000);
  assert.ok((await idsOn('a')).includes('on the first again'));
});

test('connections that wait at a primary of which nobody hears are given up for its successor', async (t) => {
  const { network, pair, open } = await start(t);
  const store = await open();
  await store.put(row('before'));
  network.cut('a');
  const waiting = Promise.all(Array.from({ length: 20 }, (_, index) => isTaken(store, `w${index}`)));
  await pair.promote('b');
  const promotedAt = performance.now();
  await until(() => isTaken(store, 'after'), 'a report on the new primary', 5_000);
  await store.probe();
  assert.ok(performance.now() - promotedAt < 5_000);
  await waiting;
  for (let index = 0; index < 20; index++) await store.put(row(`w${index}`));
  assert.equal((await store.list()).length, 22);
});
