// The store: the databases that it opens, its files on disk, and its behaviour when the disk is full.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { DatabaseUrlError, openStore, StoreFullError } from '../../src/receiver/index.ts';
import { withSmallDisk } from '../setup/small-disk.ts';
import { assertFullThenFree } from './full-store.ts';
import { startReceiver, temporaryFolder } from './harness.ts';
import { row } from './store-rows.ts';

for (const url of [
  'postgres://user:s3cret@host',
  'postgres://user:s3cret@host:port/db',
  'postgres://user:s3cret%@host/db',
  'postgres://user:s3#cret@host/db',
  'mysql://user:s3cret@host',
  'sqlite:',
  'sqlite:a\nb.sqlite',
  'mysqlite:reports.sqlite',
  'mypostgres://user:s3cret@host/db',
  'sqlite://host.sqlite',
  'reports.sqlite',
  '',
]) {
  test(`« ${url} » is no database here, and the error says which ones are, without a password`, async () => {
    await assert.rejects(openStore(url), (error: Error) => {
      return (
        error instanceof DatabaseUrlError &&
        /sqlite:path|postgres:\/\/user/.test(error.message) &&
        !/s3|cret/.test(error.stack ?? '')
      );
    });
  });
}

test('the file and its log are for their owner alone, in a folder that is made', async (t) => {
  const folder = join(await temporaryFolder(t), 'deep', 'er');
  const store = await openStore(`sqlite:${join(folder, 'reports.sqlite')}`);
  t.after(() => store.close());
  await store.put(row('a'));
  const names = await readdir(folder);
  assert.deepEqual(names.toSorted(), ['reports.sqlite', 'reports.sqlite-shm', 'reports.sqlite-wal']);
  for (const name of names) assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name);
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
});

test('a file that its owner shared with a group stays shared', async (t) => {
  const file = join(await temporaryFolder(t), 'reports.sqlite');
  await writeFile(file, '');
  await chmod(file, 0o640);
  await (await openStore(`sqlite:${file}`)).close();
  assert.equal((await stat(file)).mode & 0o777, 0o640);
});

test('a path is a path, even where it looks like a URI or has odd characters', async (t) => {
  const [folder, before] = [await temporaryFolder(t), process.cwd()];
  process.chdir(folder);
  t.after(() => process.chdir(before));
  const names = ['file:memory?mode=memory', 'é %20#.sqlite', join('a', '..', 'b', 'c')];
  for (const name of names) {
    const store = await openStore(`sqlite:${name}`);
    await store.put(row('a'));
    await store.close();
    assert.ok((await stat(join(folder, name))).size > 0, name);
  }
});

/** The databases opened during a test. */
function watchDatabases(t: TestContext): DatabaseSync[] {
  const databases: DatabaseSync[] = [];
  const { exec } = DatabaseSync.prototype;
  t.mock.method(DatabaseSync.prototype, 'exec', function (this: DatabaseSync, sql: string) {
    if (!databases.includes(this)) databases.push(this);
    return exec.call(this, sql);
  });
  return databases;
}

const pragma = (database: DatabaseSync | undefined, text: string) =>
  Object.values(database?.prepare(`PRAGMA ${text}`).get() ?? {})[0];

test('a commit waits for the disk, what is erased is overwritten, no planted function runs', async (t) => {
  const [file, databases] = [join(await temporaryFolder(t), 'reports.sqlite'), watchDatabases(t)];
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  const names = ['journal_mode', 'synchronous', 'secure_delete', 'trusted_schema', 'busy_timeout'];
  assert.deepEqual(
    names.map((name) => pragma(databases[0], name)),
    ['wal', 2, 1, 0, 5_000],
  );
});

test('a reader plants nothing either, and waits for a writer', async (t) => {
  const file = join(await temporaryFolder(t), 'reports.sqlite');
  await (await openStore(`sqlite:${file}`)).close();
  const databases = watchDatabases(t);
  const store = await openStore(`sqlite:${file}`, { readOnly: true });
  t.after(() => store.close());
  assert.deepEqual(
    ['trusted_schema', 'temp_store', 'busy_timeout'].map((name) => pragma(databases[0], name)),
    [0, 2, 5_000],
  );
});

test('a database in memory makes no file, and takes reports whatever it is opened for', async (t) => {
  const [folder, before] = [await temporaryFolder(t), process.cwd()];
  process.chdir(folder);
  t.after(() => process.chdir(before));
  for (const readOnly of [false, true]) {
    const store = await openStore('sqlite::memory:', { readOnly });
    t.after(() => store.close());
    assert.deepEqual(await store.put(row('a')), { stored: true });
    assert.equal(await store.room?.(), undefined);
  }
  assert.deepEqual(await readdir(folder), []);
});

test('the room on the disk is what is free, without what the log still takes to the database', async (t) => {
  const isChecked = await withSmallDisk(4, async (folder) => {
    const file = join(folder, 'reports.sqlite');
    const store = await openStore(`sqlite:${file}`);
    await store.put(row('a'));
    const { bavail, blocks, bsize } = await statfs(folder);
    const { size } = await stat(`${file}-wal`);
    assert.ok(size > 0);
    assert.deepEqual(await store.room?.(), {
      freeBytes: bavail * bsize - size,
      totalBytes: blocks * bsize,
    });
    await store.close();
  });
  if (!isChecked) t.diagnostic('no disk of its own could be mounted here');
});

test('after a large report found no room, a probe asks for as much, and for less once there was room', async (t) => {
  const [file, databases] = [join(await temporaryFolder(t), 'reports.sqlite'), watchDatabases(t)];
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  // What is refused for another reason says nothing about room.
  const other = new DatabaseSync(file);
  other.exec(`create trigger long before insert on report when length(new.body) > 50000
    begin select raise(abort, 'too long'); end`);
  await assert.rejects(store.put(row('long', { body: 'x'.repeat(60_000) })), /too long/);
  other.exec('drop trigger long');
  other.close();
  const pages = Number(pragma(databases[0], 'page_count'));
  const room = (more: number) => void pragma(databases[0], `max_page_count = ${pages + more}`);
  room(5);
  await store.probe();
  await assert.rejects(store.put(row('a', { body: 'x'.repeat(60_000) })), StoreFullError);
  await assert.rejects(store.probe(), StoreFullError);
  // A smaller one that finds no room does not lower the need.
  room(0);
  await assert.rejects(store.put(row('b', { body: 'x'.repeat(5_000) })), StoreFullError);
  // 60,000 bytes take fifteen pages.
  room(13);
  await assert.rejects(store.probe(), StoreFullError);
  room(18);
  await store.probe();
  room(5 + Number(pragma(databases[0], 'page_count')) - pages);
  await store.probe();
});

test('a database without room is answered 507, keeps what it has, and recovers by itself', async (t) => {
  const [file, databases] = [join(await temporaryFolder(t), 'reports.sqlite'), watchDatabases(t)];
  const { post, send, store, log } = await startReceiver(t, { store: await openStore(`sqlite:${file}`) });
  pragma(databases[0], 'max_page_count = 60');
  await assertFullThenFree({
    post,
    send,
    store,
    makeRoom: () => void pragma(databases[0], 'max_page_count = 6000'),
  });
  assert.ok(
    log.some(
      ({ event, code, cause }) => event === 'failed' && code === 'storage' && cause === 'StoreFullError',
    ),
  );
  assert.equal(pragma(databases[0], 'integrity_check'), 'ok');
});

test('a full disk is answered 507, keeps what it has, and recovers by itself', async (t) => {
  const folder = await temporaryFolder(t);
  const disk = join(folder, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    t.diagnostic('no disk of its own could be mounted here: only the limit in pages was tested');
    return;
  }
  try {
    const ballast = join(disk, 'ballast');
    await writeFile(ballast, new Uint8Array(1_000_000));
    const { post, send, store } = await startReceiver(t, {
      store: await openStore(`sqlite:${join(disk, 'reports.sqlite')}`),
    });
    await assertFullThenFree({ post, send, store, makeRoom: () => writeFile(ballast, '') });
    await store.close();
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
});

test('reports that come together share one commit; one that comes alone has its own', async (t) => {
  const store = await openStore(`sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`);
  t.after(() => store.close());
  const { exec } = DatabaseSync.prototype;
  let commits = 0;
  t.mock.method(DatabaseSync.prototype, 'exec', function (this: DatabaseSync, sql: string) {
    if (sql === 'COMMIT') commits++;
    return exec.call(this, sql);
  });
  await Promise.all(Array.from({ length: 100 }, (_, index) => store.put(row(`r${index}`))));
  assert.equal(commits, 1);
  await store.put(row('alone'));
  assert.equal(commits, 2);
  assert.equal((await store.list({ limit: 200 })).length, 101);
});

test('of reports that come together and find no room, none is kept and each is told', async (t) => {
  const [file, databases] = [join(await temporaryFolder(t), 'reports.sqlite'), watchDatabases(t)];
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  await store.put(row('before'));
  pragma(databases[0], 'max_page_count = 40');
  const puts = () =>
    Array.from({ length: 20 }, (_, index) => store.put(row(`r${index}`, { body: 'x'.repeat(9_000) })));
  const results = await Promise.allSettled(puts());
  assert.ok(
    results.every((result) => result.status === 'rejected' && result.reason instanceof StoreFullError),
  );
  assert.deepEqual(
    (await store.list()).map(({ id }) => id),
    ['before'],
  );
  pragma(databases[0], 'max_page_count = 4000');
  assert.ok((await Promise.all(puts())).every(({ stored }) => stored));
});

test('a report that comes as the store is closed is refused, or kept; nothing else breaks', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const store = await openStore(url);
  const putting = store.put(row('a'));
  const closing = store.close();
  await assert.rejects(putting);
  await closing;
  const again = await openStore(url);
  t.after(() => again.close());
  assert.deepEqual(await again.list(), []);
});

test('changes of several steps wait for each other, and a report for them', async (t) => {
  const store = await openStore(`sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`);
  t.after(() => store.close());
  for (const id of ['a', 'b', 'c']) await store.put(row(id), undefined, [{ id, channel: 'mail', dueAt: '' }]);
  const results = await Promise.all([
    store.eraseByNumber([1]),
    store.outbox.finish('webhook', ['a']),
    store.put(row('d')),
    store.eraseByNumber([2]),
    store.probe(),
    store.put(row('e')),
  ]);
  assert.deepEqual(results, [1, undefined, { stored: true }, 1, undefined, { stored: true }]);
  assert.deepEqual(
    (await store.list()).map(({ id }) => id),
    ['c', 'd', 'e'],
  );
});

test('a write that fails takes with it those of its turn, and no later one', async (t) => {
  const store = await openStore(`sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`);
  t.after(() => store.close());
  const broken = row('broken', { body: null as never });
  const results = await Promise.allSettled([store.put(row('a')), store.put(broken)]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.deepEqual(await store.list(), []);
  assert.deepEqual(await store.put(row('a')), { stored: true });
});
