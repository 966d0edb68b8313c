// A report is acknowledged once each server has it that the settings promise: not sooner, and not by way of a repeat.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { startPgbouncer } from './failover/front-door.ts';
import { findBinaries } from '../setup/postgres.ts';
import { spawnTied } from '../setup/tied.ts';
import { until } from '../setup/until.ts';
import { putWithCode } from './follow-up-given.ts';
import { temporaryFolder } from './harness.ts';
import { row } from './store-rows.ts';
import { startWaitingPair } from './waiting-pair.ts';

const stateOf = (promise: Promise<unknown>): Promise<string> =>
  Promise.race([
    promise.then(
      () => 'done',
      (error: Error) => error.name,
    ),
    new Promise<string>((resolve) => setImmediate(resolve, 'waiting')),
  ]);

test('a repeat of a report that the primary alone has waits for the standby', async (t) => {
  const { network, pair, open, waits } = await startWaitingPair(t);
  const store = await open();
  network.cut('replication');
  // As a primary shows it that was restarted while the commit waited.
  await pair.query(
    'a',
    `set synchronous_commit = local; insert into report
      (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
      values ('r', 'd', 'REF', '2026-11-24T13:50:00Z', 0, 'normal', 'normal', '{"is":"first"}', '{}')`,
  );
  const repeated = store.put(row('r'));
  await waits();
  assert.equal(await stateOf(repeated), 'waiting');
  await network.heal('replication');
  assert.deepEqual(await repeated, {
    stored: false,
    existing: { digest: 'd', answer: '{"is":"first"}', body: '{}' },
  });
});

test('a wait for the standby that is cancelled is no acknowledgement', async (t) => {
  const { network, pair, open, waits } = await startWaitingPair(t);
  const store = await open();
  network.cut('replication');
  const refused = assert.rejects(store.put(row('r')), { name: 'UnsafeCommitError' });
  await waits();
  await pair.query('a', `select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`);
  await refused;
  const repeated = store.put(row('r'));
  await waits();
  await network.heal('replication');
  const { stored: isNew } = await repeated;
  assert.equal(isNew, false);
  // The connection is good for more.
  await Promise.all(Array.from({ length: 20 }, (_, index) => store.put(row(`r${index}`))));
});

test('where there must be a standby, nothing is acknowledged without one', async (t) => {
  const { open, setStandbys } = await startWaitingPair(t);
  const [strict, lax] = [await open({ needsStandby: true }), await open()];
  await strict.put(row('with a standby'));
  await strict.probe();
  await setStandbys('');
  await assert.rejects(strict.put(row('without')), { name: 'UnsafeCommitError' });
  await assert.rejects(strict.find('with a standby'), { name: 'UnsafeCommitError' });
  await assert.rejects(strict.probe(), { name: 'UnsafeCommitError' });
  assert.equal((await lax.put(row('without, by choice'))).stored, true);
  await assert.rejects(open({ needsStandby: true }), {
    name: 'DatabaseSetupError',
    message: /SYNCHRONOUS_STANDBY.*synchronous_standby_names is empty/,
  });
  await setStandbys('b');
  assert.equal((await strict.put(row('without'))).stored, false);
  await strict.probe();
});

// The setting is read before the commit waits. Emptied and reloaded, it lets commits go that no standby has; Patroni does
// so by itself if the standby dies (synchronous_mode_strict: false).
test('a commit that is let go while it waits is no acknowledgement, where there must be a standby', async (t) => {
  const { network, pair, open, waits, setStandbys } = await startWaitingPair(t);
  const store = await open({ needsStandby: true });
  network.cut('replication');
  const refused = assert.rejects(store.put(row('let go')), { name: 'UnsafeCommitError' });
  await waits();
  await setStandbys('');
  await refused;
  // The row is there, on the primary alone: a repeat is no acknowledgement either.
  await setStandbys('b');
  const repeated = assert.rejects(store.put(row('let go')), { name: 'UnsafeCommitError' });
  await waits();
  await setStandbys('');
  await repeated;
  // Nor where the setting was there before the commit and is there again after it.
  await setStandbys('b');
  const again = assert.rejects(store.put(row('let go twice')), { name: 'UnsafeCommitError' });
  await waits();
  await pair.query('a', `alter system set synchronous_standby_names = ''`);
  await pair.query('a', 'select pg_reload_conf()');
  await until(
    async () =>
      (await pair.query('a', `select from pg_stat_activity where wait_event = 'SyncRep'`)).length === 0,
    'let go',
  );
  await setStandbys('b');
  await again;
  await network.heal('replication');
  assert.deepEqual((await store.put(row('let go'))).stored, false);
  assert.deepEqual((await store.put(row('let go twice'))).stored, false);
  await Promise.all(Array.from({ length: 20 }, (_, index) => store.put(row(`r${index}`))));
});

test('a state that is set, an addition and a follow-up are as safe as a report before they are acknowledged', async (t) => {
  const { network, open, waits, setStandbys } = await startWaitingPair(t);
  const store = await open({ needsStandby: true });
  const { hash } = await putWithCode(store, 'asked');
  await store.put(row('added'));
  const { followUps } = store;
  const question = { state: 'question', since: '2026-11-24' } as const;
  network.cut('replication');
  const setting = followUps.setOutcome('ASKED', question);
  await waits();
  assert.equal(await stateOf(setting), 'waiting');
  await network.heal('replication');
  assert.equal(await setting, 'set');

  network.cut('replication');
  const linking = followUps.link(hash, 'added');
  await waits();
  assert.equal(await stateOf(linking), 'waiting');
  // Asking needs no proof.
  assert.equal((await followUps.find(hash))?.state, 'question');
  await setStandbys('');
  await assert.rejects(linking, { name: 'UnsafeCommitError' });
  await assert.rejects(followUps.setOutcome('ASKED', { state: 'reading' }), { name: 'UnsafeCommitError' });
  await assert.rejects(store.put(row('new'), 'x'.repeat(43)), { name: 'UnsafeCommitError' });
  await setStandbys('b');
  // What the primary alone has is no acknowledgement either.
  const repeated = followUps.link(hash, 'added');
  await waits();
  assert.equal(await stateOf(repeated), 'waiting');
  await network.heal('replication');
  assert.equal(await repeated, true);
});

test('as many standbys must have it as the setting names; one that follows at will does not count', async (t) => {
  const { network, open, setStandbys } = await startWaitingPair(t);
  const store = await open({ needsStandby: true });
  for (const names of ['b', 'FIRST 1 (b)', 'any 1 (b, c)', '1 (b)', '*']) {
    await setStandbys(names);
    assert.equal((await store.put(row(names))).stored, true);
    assert.equal((await store.put(row(names))).stored, false);
  }
  network.cut('replication');
  await setStandbys('c');
  await assert.rejects(store.put(row('of nobody')));
  await network.heal('replication');
});

// Patroni sets `*` while there is no standby (synchronous_mode_strict: true), and whoever takes the log counts for it.
test('what takes the log and is no standby counts where it is named, not for « * »', async (t) => {
  const { network, pair, open, setStandbys } = await startWaitingPair(t);
  const [store, lax] = [await open({ needsStandby: true }), await open()];
  await pair.crash('b');
  const { host, port } = network.forStandby('a');
  const address = `--dbname=postgres://postgres@${host}:${port}/postgres?application_name=archive`;
  const folder = await temporaryFolder(t);
  const archive = spawnTied(
    join(findBinaries(), 'pg_receivewal'),
    ['--synchronous', `--directory=${folder}`, address],
    { stdio: 'ignore' },
  );
  t.after(() => archive.kill('SIGKILL'));
  await setStandbys('archive');
  await pair.followed('a');
  assert.equal((await store.put(row('named'))).stored, true);
  await store.probe();
  await setStandbys('*');
  await assert.rejects(store.put(row('anybody')), { name: 'UnsafeCommitError' });
  await assert.rejects(store.probe(), /No synchronous standby takes/);
  // Without that setting, what PostgreSQL waits for is enough.
  assert.equal((await lax.put(row('anybody, by choice'))).stored, true);
  await lax.probe();
  await pair.start('b');
  await until(
    async () =>
      (await pair.query('a', 'select from pg_stat_replication where replay_lsn is not null')).length > 0,
    'a standby',
  );
  assert.equal((await store.put(row('anybody'))).stored, false);
  await store.probe();
});

test('where there must be a standby, the user must see what standbys do', async (t) => {
  const { pair, open, urlOf } = await startWaitingPair(t);
  await pair.query('a', 'create role plain login; grant create on schema public to plain');
  await assert.rejects(open({ needsStandby: true }, urlOf('plain')), {
    name: 'DatabaseSetupError',
    message: /SYNCHRONOUS_STANDBY.*grant pg_monitor to "?plain/,
  });
  await pair.query('a', 'grant pg_monitor to plain');
  const store = await open({ needsStandby: true }, urlOf('plain'));
  assert.equal((await store.put(row('r'))).stored, true);
});

test('a standby of which nobody hears is noticed without a report that waits', async (t) => {
  const { network, pair, open, setStandbys } = await startWaitingPair(t);
  const store = await open();
  for (const names of ['b', 'FIRST 1 (b)', 'any 1 (b, c)', '1 (b)', '*']) {
    await setStandbys(names);
    await store.probe();
  }
  await setStandbys('2 (b, c)');
  await assert.rejects(store.probe(), /No synchronous standby takes/);
  await setStandbys('b');
  await store.probe();
  network.cut('replication');
  const cutAt = performance.now();
  await assert.rejects(store.probe(), /No synchronous standby takes/);
  assert.ok(performance.now() - cutAt < 2_000);
  await network.heal('replication');
  await until(
    () =>
      store.probe().then(
        () => true,
        () => false,
      ),
    'the standby is heard again',
  );
  await pair.crash('b');
  await assert.rejects(store.probe(), /No synchronous standby takes/);
});

test('a user who may not see what standbys do has the commits that wait', async (t) => {
  const { network, pair, open, urlOf, waits } = await startWaitingPair(t);
  await pair.query('a', 'create role plain login; grant create on schema public to plain');
  const store = await open({}, urlOf('plain'));
  assert.match(store.warnings?.join() ?? '', /grant pg_monitor/);
  await store.put(row('before'));
  await store.probe();
  network.cut('replication');
  await store.probe();
  const stored = store.put(row('r'));
  await waits();
  await until(
    () =>
      store.probe().then(
        () => false,
        () => true,
      ),
    'not ready',
    2_000,
  );
  await network.heal('replication');
  await stored;
  assert.equal((await store.put(row('r'))).stored, false);
});

test('a pooler that loses our settings costs the acknowledgement, not the report', async (t) => {
  if (spawnSync('pgbouncer', ['--version']).status !== 0)
    return t.diagnostic('not checked: pgbouncer is not installed');
  const { network, open } = await startWaitingPair(t, { synchronous_commit: 'local' });
  const session = await startPgbouncer(network, 'a');
  t.after(() => session.stop());
  const store = await open({}, session.url);
  assert.equal((await store.put(row('by the session'))).stored, true);
  const transaction = await startPgbouncer(network, 'a', 'transaction');
  t.after(() => transaction.stop());
  const losing = await open({}, transaction.url);
  await assert.rejects(losing.put(row('by the transaction')), { name: 'UnsafeCommitError' });
});
