// Risks that only PostgreSQL brings to a store: separate sessions, broken connections, transactions out of order.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chown, mkdir, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { Client } from 'pg';
import { DatabaseSetupError, openStore, type ReportStore } from '../../src/receiver/index.ts';
import { startCluster, startPostgres } from '../setup/postgres.ts';
import { assertFullThenFree } from './full-store.ts';
import { startReceiver } from './harness.ts';
import { readAll, row } from './store-rows.ts';

async function database(t: TestContext): Promise<string> {
  const { url, stop } = await startPostgres();
  t.after(stop);
  return url;
}

async function open(t: TestContext, url: string): Promise<ReportStore> {
  const store = await openStore(url);
  t.after(() => store.close());
  return store;
}

/** Another program on the same database. */
async function session(t: TestContext, url: string): Promise<Client> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  t.after(() => client.end());
  return client;
}

const INSERT = `insert into report
  (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
  values ('slow', '0', 'SLOW', '2026-11-24T13:50:00Z', 0, 'normal', 'normal', '{}', '{}')`;

const outcomeOf = (promise: Promise<unknown>): Promise<'done' | 'failed'> =>
  promise.then(
    () => 'done',
    () => 'failed',
  );

// Some tests wait for a time limit of the store. They run at once, so that they wait together.
describe('PostgreSQL', { concurrency: 4 }, () => {
  test('a report that is committed late is not skipped by whoever reads on', async (t) => {
    const url = await database(t);
    const [store, slow] = [await open(t, url), await session(t, url)];
    await store.put(row('first'));
    await slow.query('begin');
    await slow.query(INSERT);
    await store.put(row('overtaking'));
    const reading = store.list();
    // Reports are stored while the reader waits.
    await store.put(row('meanwhile'));
    assert.equal(
      await Promise.race([reading.then(() => 'read'), slow.query('select 1').then(() => 'waits')]),
      'waits',
    );
    await slow.query('commit');
    const read = await reading;
    const rest = await store.list({ after: read.at(-1)?.sequence ?? 0 });
    assert.deepEqual(
      [...read, ...rest].map(({ id }) => id),
      ['first', 'slow', 'overtaking', 'meanwhile'],
    );
  });

  test('a transaction that stays open stops whoever reads, with an error, and nobody who reports', async (t) => {
    const url = await database(t);
    const [store, slow] = [await open(t, url), await session(t, url)];
    await slow.query('begin');
    await slow.query(INSERT);
    const reading = store.list();
    assert.equal((await store.put(row('a'))).stored, true);
    await assert.rejects(reading, /has been open for seconds/);
    await slow.query('rollback');
    assert.equal((await store.list()).length, 1);
  });

  test('writers of another database are not waited for', async (t) => {
    const [url, other] = [await database(t), await database(t)];
    const [store] = [await open(t, url), await open(t, other)];
    const slow = await session(t, other);
    await slow.query('begin');
    await slow.query(INSERT);
    await store.put(row('a'));
    assert.equal((await store.list()).length, 1);
    await slow.query('rollback');
  });

  for (const [setting, expected] of [
    ['off', 'on'],
    ['local', 'on'],
    ['remote_apply', 'remote_apply'],
  ]) {
    test(`with synchronous_commit = ${setting} by default, reports are committed with ${expected}`, async (t) => {
      const url = await database(t);
      const other = await session(t, url);
      await (await openStore(url)).close();
      const name = new URL(url).pathname.slice(1);
      await other.query(`alter database ${name} set synchronous_commit = ${setting}`);
      await other.query(`alter database ${name} set default_transaction_isolation = 'serializable'`);
      await other.query(`
        create table seen (setting text, value text);
        create function note() returns trigger language plpgsql as $$ begin
          insert into seen select name, current_setting(name)
          from unnest(array['synchronous_commit', 'transaction_isolation', 'fsync']) as name;
          return new;
        end $$;
        create trigger note before insert on report for each row execute function note()`);
      const store = await open(t, url);
      await store.put(row('a'));
      const { rows } = await other.query('select value from seen');
      assert.deepEqual(
        rows.map(({ value }: { value: string }) => value),
        [expected, 'read committed', 'on'],
      );
    });
  }

  test('connections that are cut cost no later report, and do not end the process', async (t) => {
    const url = await database(t);
    const [store, other] = [await open(t, url), await session(t, url)];
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.put(row(`r${index}`))));
    // The statement is waiting for the lock when its connection is cut.
    await other.query('begin; lock table report in access exclusive mode');
    const waiting = outcomeOf(store.put(row('waiting')));
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'cliquez-signalez' and datname = current_database()`;
    while ((await other.query('select from pg_locks where not granted')).rowCount === 0);
    await other.query(cut);
    assert.equal(await waiting, 'failed');
    await other.query('rollback');
    // The pool may hand out each idle connection once after the cut, before it notices.
    let attempts = 1;
    while (attempts < 20 && (await outcomeOf(store.put(row('after')))) === 'failed') attempts++;
    assert.ok(attempts <= 11, `${attempts}`);
    await store.put(row('waiting'));
    assert.equal((await readAll(store)).length, 22);
  });

  test('a table that is locked is given up in time for the form to be told', async (t) => {
    const url = await database(t);
    const [store, other] = [await open(t, url), await session(t, url)];
    await other.query('begin; lock table report in access exclusive mode');
    const startedAt = performance.now();
    await assert.rejects(store.put(row('a')), { code: '57014' });
    assert.ok(performance.now() - startedAt < 12_000);
    await other.query('rollback');
    assert.equal((await store.put(row('a'))).stored, true);
  });

  test('a connection that fell silent is given up, and not used again', async (t) => {
    const url = await database(t);
    const network = await startNetwork(t, url);
    const store = await open(t, network.url);
    await store.put(row('before'));
    network.silence();
    const startedAt = performance.now();
    await assert.rejects(store.put(row('lost')));
    assert.ok(performance.now() - startedAt < 14_000);
    // New connections work and the old one stays silent. No report waits for the old one.
    const again = performance.now();
    await store.put(row('lost'));
    assert.ok(performance.now() - again < 6_000);
    assert.equal((await store.list()).length, 2);
  });
});

/** A proxy between a store and its database whose connections can fall silent without closing. */
async function startNetwork(t: TestContext, url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = new URL(url);
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    silence: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

for (const [title, change, expected] of [
  ['a port where nothing listens', (url: URL) => (url.port = '1'), /does not answer/],
  [
    'a host that is not known',
    (url: URL) => (url.hostname = 'nowhere.invalid'),
    /host of the PostgreSQL URL/,
  ],
  ['a database that is not there', (url: URL) => (url.pathname = '/nothing'), /no such database/],
  ['a user that is not there', (url: URL) => (url.username = 'nobody'), /refuses this user/],
] as const) {
  test(`${title} is explained, without the password`, async (t) => {
    const url = new URL(await database(t));
    url.password = 's3cret';
    change(url);
    await assert.rejects(openStore(url.href), (error: Error) => {
      assert.ok(error instanceof DatabaseSetupError);
      assert.match(error.message, expected);
      assert.doesNotMatch(`${error.stack} ${String(error.cause)}`, /s3cret/);
      return true;
    });
  });
}

test('a user who may not make tables is told so', async (t) => {
  const url = new URL(await database(t));
  const other = await session(t, url.href);
  const user = `u${crypto.randomUUID().slice(0, 8)}`;
  await other.query(`revoke create on schema public from public; create role ${user} login`);
  try {
    url.username = user;
    await assert.rejects(openStore(url.href), { name: 'DatabaseSetupError', message: /may not make tables/ });
  } finally {
    await other.query(`drop role ${user}`);
  }
});

test('a database that cannot hold every character is refused', async (t) => {
  const url = new URL(await database(t));
  const other = await session(t, url.href);
  const name = `latin${url.pathname.slice(1)}`;
  await other.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
  try {
    url.pathname = name;
    await assert.rejects(openStore(url.href), { name: 'DatabaseSetupError', message: /UTF8/ });
  } finally {
    await other.query(`drop database ${name} with (force)`);
  }
});

test('a server that does not write to the disk is refused', async (t) => {
  const cluster = await startCluster({ fsync: 'off' });
  t.after(() => cluster.stop());
  await assert.rejects(openStore(cluster.url), { name: 'DatabaseSetupError', message: /fsync/ });
});

test('a full disk is answered 507, keeps what it has, and recovers by itself', async (t) => {
  const cluster = await startCluster();
  t.after(() => cluster.stop());
  const disk = join(cluster.folder, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    t.diagnostic('no disk of its own could be mounted here: a full PostgreSQL was not tested');
    return;
  }
  try {
    const { uid, gid } = await stat(cluster.folder);
    const [ballast, space] = [join(disk, 'ballast'), join(disk, 'space')];
    await writeFile(ballast, new Uint8Array(1_000_000));
    await mkdir(space);
    await chown(space, uid, gid);
    const { url } = await cluster.createDatabase();
    const other = await session(t, url);
    await other.query(`create tablespace small location '${space}'`);
    await other.query(`alter database ${new URL(url).pathname.slice(1)} set default_tablespace = small`);
    const { post, send, store } = await startReceiver(t, { store: await openStore(url) });
    await assertFullThenFree({ post, send, store, makeRoom: () => writeFile(ballast, '') });
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
});
