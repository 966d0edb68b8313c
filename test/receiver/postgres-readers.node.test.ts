// A reader who goes on from a number, or from a head, misses nothing after a promotion: nobody reads what the primary has
// alone, because the promoted server gives the same numbers to other reports.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { caughtUp } from './failover/servers.ts';
import { until } from '../setup/until.ts';
import { temporaryFolder } from './harness.ts';
import { byHand, exportLines, fill, run, runIn, soundRow, soundRows } from './store-given.ts';
import { startWaitingPair } from './waiting-pair.ts';

/** Three reports on both servers, and then one that the primary has alone, and shows. */
async function startAhead(t: TestContext) {
  const given = await startWaitingPair(t);
  const { network, pair, open, urlOf, waits } = given;
  const store = await open();
  for (const each of soundRows(1, 3, { partner: 'p' })) await store.put(each);
  // PostgreSQL writes numbers down in advance, 32 at a time. After a crash, both servers go on from the same one.
  await pair.crash('a');
  await pair.start('a');
  await pair.followed('a');
  const { next } = await exportLines(t, urlOf());
  network.cut('replication');
  const unconfirmed = assert.rejects((await open()).put(soundRow('alone')));
  await waits();
  await pair.crash('a');
  await unconfirmed;
  await pair.start('a');
  assert.equal((await byHand(urlOf(), `select from report where id = 'alone'`)).length, 1);
  /** The primary is gone for good; the standby takes its place, and a report. */
  const failOver = async (): Promise<string> => {
    await pair.crash('a');
    pair.discard('a');
    await pair.promote('b');
    const { host, port } = network.forReceivers('b');
    const url = `postgres://postgres@${host}:${port}/postgres`;
    await fill(url, [soundRow('new')]);
    return url;
  };
  return { ...given, next, failOver };
}

const BEHIND = /^The standby has not got all reports of this server yet/;

test('what the primary alone has is not read; after a promotion, exports and copies go on and lack nothing', async (t) => {
  const { urlOf, next, failOver } = await startAhead(t);
  const backup = `sqlite:${join(await temporaryFolder(t), 'backup.sqlite')}`;
  const again = ['--after', next];
  // Each waits for the standby for some seconds.
  const attempts = await Promise.all([
    exportLines(t, urlOf(), ...again),
    run(t, 'copy', '--from', urlOf(), '--to', backup),
    run(t, 'head', '--database', urlOf()),
    run(t, 'figures', '--database', urlOf(), '--partner', 'p', '--month', '2026-10'),
  ]);
  for (const { code, stderr } of attempts) {
    assert.equal(code, 1);
    assert.match(stderr, BEHIND);
  }
  const url = await failOver();
  assert.deepEqual((await exportLines(t, url, ...again)).references, ['NEW']);
  const { code, stderr } = await run(t, 'copy', '--from', url, '--to', backup);
  assert.equal(code, 0, stderr);
  const found = await byHand(backup, 'select id from report order by sequence');
  assert.deepEqual(
    found.map(({ id }) => id),
    ['r1', 'r2', 'r3', 'new'],
  );
});

test('where the standby is given up, or is back, all is read; a head that is noted then stays true', async (t) => {
  const { network, pair, open, setStandbys, urlOf, next, failOver } = await startAhead(t);
  await setStandbys('');
  assert.deepEqual((await exportLines(t, urlOf(), '--after', next)).references, ['ALONE']);
  await setStandbys('b');
  await network.heal('replication');
  await pair.followed('a');
  assert.deepEqual((await exportLines(t, urlOf(), '--after', next)).references, ['ALONE']);
  const note = join(await temporaryFolder(t), 'head');
  await writeFile(note, (await run(t, 'head', '--database', urlOf())).stdout);
  network.cut('replication');
  const unconfirmed = assert.rejects((await open()).put(soundRow('later')));
  const url = await failOver();
  await unconfirmed;
  const { code, stdout, stderr } = await run(t, 'verify', '--database', url, '--note', note);
  assert.equal(code, 0, stdout + stderr);
});

// Patroni empties the setting by itself if the standby dies (synchronous_mode_strict: false): nobody has given it up.
test('where there must be a standby, what the primary alone has is not read where the setting is emptied either', async (t) => {
  const { setStandbys, urlOf, next } = await startAhead(t);
  const backup = `sqlite:${join(await temporaryFolder(t), 'backup.sqlite')}`;
  const attempts: readonly string[][] = [
    ['export', '--database', urlOf(), '--after', next],
    ['copy', '--from', urlOf(), '--to', backup],
    ['head', '--database', urlOf()],
    ['verify', '--database', urlOf()],
    ['figures', '--database', urlOf(), '--partner', 'p', '--month', '2026-10'],
  ];
  const environment = { SYNCHRONOUS_STANDBY: '1' };
  await setStandbys('');
  for (const [name = '', ...args] of attempts) {
    const { code, stderr } = await runIn(t, environment, name, ...args);
    assert.equal(code, 1, name);
    assert.match(stderr, /^SYNCHRONOUS_STANDBY asks for a standby .* set SYNCHRONOUS_STANDBY=0\.\n$/);
  }
  // Nor is anything changed there.
  for (const [name = '', ...args] of [
    ['erase', '--before', '2026-01-01', '--database', urlOf()],
    ['copy', '--from', backup, '--to', urlOf()],
  ]) {
    const { code, stderr } = await runIn(t, environment, name, ...args);
    assert.equal(code, 1, name);
    assert.match(stderr, /SYNCHRONOUS_STANDBY asks for a standby .* Name the standby there\.\n$/);
  }
});

test('a user who only reads, and may not see what standbys do, is told the same, and waits in one connection', async (t) => {
  const { network, pair, open, urlOf, setStandbys } = await startWaitingPair(t);
  await (await open()).put(soundRow('first'));
  await pair.query('a', 'create role reader login; grant select on all tables in schema public to reader');
  const { next, references } = await exportLines(t, urlOf('reader'));
  assert.deepEqual(references, ['FIRST']);
  network.cut('replication');
  // As a primary shows it that was restarted while the commit waited.
  await pair.query(
    'a',
    `set synchronous_commit = local; insert into report
      (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
      select 'alone', digest, 'ALONE', "receivedAt", sealed, trust, priority, answer, body from report`,
  );
  const waiting = async () =>
    (
      await pair.query(
        'a',
        `select from pg_stat_activity where usename = 'reader' and wait_event = 'SyncRep'`,
      )
    ).length;
  for (const attempt of [1, 2, 3]) {
    const { code, lines, stderr } = await exportLines(t, urlOf('reader'), '--after', next);
    assert.deepEqual([code, lines], [1, []], `${attempt}`);
    assert.match(stderr, BEHIND);
    assert.equal(await waiting(), 1);
  }
  await network.heal('replication');
  await until(async () => (await waiting()) === 0, 'a standby that has all');
  network.cut('replication');
  const letGo = exportLines(t, urlOf('reader'), '--after', next);
  await until(async () => (await waiting()) === 1, 'a reader that waits');
  await setStandbys('');
  const { code, lines, stderr } = await letGo;
  assert.deepEqual([code, lines], [1, []]);
  assert.match(stderr, BEHIND);
  await setStandbys('b');
  await network.heal('replication');
  assert.deepEqual((await exportLines(t, urlOf('reader'), '--after', next)).references, ['ALONE']);
});

// It sees no transaction that is under way on the primary, and counts numbers that were only written down in advance.
test('a standby is not read: it does not know what is still on its way', async (t) => {
  const { network, pair, open } = await startWaitingPair(t);
  await (await open()).put(soundRow('r'));
  await caughtUp(pair);
  const { host, port } = network.forReceivers('b');
  const url = `postgres://postgres@${host}:${port}/postgres`;
  const backup = `sqlite:${join(await temporaryFolder(t), 'backup.sqlite')}`;
  for (const { code, stderr, stdout } of [
    await run(t, 'export', '--database', url),
    await run(t, 'copy', '--from', url, '--to', backup),
    await run(t, 'head', '--database', url),
    await run(t, 'verify', '--database', url),
  ]) {
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^This server is a standby: .* Name the server that it follows\.\n$/);
  }
});
