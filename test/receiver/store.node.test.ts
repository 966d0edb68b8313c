// The store: which databases it opens, how files lie on the disk, what a full one does.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { DatabaseUrlError, openStore, type ReportRow, type ReportStore } from '../../src/receiver/index.ts';
import { startReceiver, temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const row = (id: string, overrides: Partial<ReportRow> = {}): ReportRow => ({
  id,
  digest: '0'.repeat(64),
  reference: id.toUpperCase(),
  receivedAt: '2026-11-24T13:50:00Z',
  sealed: false,
  partner: null,
  trust: 'normal',
  priority: 'normal',
  answer: '{}',
  body: '{"a":1}',
  ...overrides,
});

async function openMemory(t: TestContext): Promise<ReportStore> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  return store;
}

for (const url of [
  'postgres://user:s3cret@host/db',
  'mysql://host',
  'sqlite:',
  'sqlite://host.sqlite',
  'reports.sqlite',
  '',
]) {
  test(`« ${url} » is no database here, and the error says which ones are, without a password`, async () => {
    await assert.rejects(openStore(url), (error: Error) => {
      return (
        error instanceof DatabaseUrlError &&
        /sqlite:path/.test(error.message) &&
        !/s3cret/.test(error.message)
      );
    });
  });
}

test('rows come back whole, the oldest first, page after page', async (t) => {
  const store = await openMemory(t);
  const rows = Array.from({ length: 250 }, (_, index) =>
    row(`r${index}`, {
      sealed: index % 2 === 0,
      partner: index % 3 === 0 ? 'ville' : null,
      trust: 'low',
      priority: 'urgent',
    }),
  );
  for (const each of rows) assert.deepEqual(await store.put(each), { stored: true });
  assert.equal((await store.list()).length, 100);
  const read = [];
  for (
    let page = await store.list({ limit: 60 });
    page.length > 0;
    page = await store.list({ after: read.at(-1)?.sequence ?? 0, limit: 60 })
  ) {
    read.push(...page);
  }
  assert.deepEqual(
    read.map(({ sequence: _sequence, ...rest }) => rest),
    rows,
  );
});

test('an id that is there gives what was stored, a reference that is taken gives nothing', async (t) => {
  const store = await openMemory(t);
  await store.put(row('a', { answer: 'first' }));
  const again = await store.put(row('a', { digest: 'f'.repeat(64), answer: 'second' }));
  assert.deepEqual(again, { stored: false, existing: { digest: '0'.repeat(64), answer: 'first' } });
  assert.deepEqual(await store.put(row('b', { reference: 'A' })), { stored: false, existing: undefined });
  assert.equal((await store.list()).length, 1);
});

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

/** The databases that are opened while a test runs. */
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

test('a database without room is answered 507, keeps what it has, and recovers by itself', async (t) => {
  const [file, databases] = [join(await temporaryFolder(t), 'reports.sqlite'), watchDatabases(t)];
  const { post, store, log } = await startReceiver(t, { store: await openStore(`sqlite:${file}`) });
  pragma(databases[0], 'max_page_count = 60');
  await assertFullThenFree({
    post,
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
    const { post, store } = await startReceiver(t, {
      store: await openStore(`sqlite:${join(disk, 'reports.sqlite')}`),
    });
    await assertFullThenFree({ post, store, makeRoom: () => writeFile(ballast, '') });
    await store.close();
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
});

interface FullStore {
  post: (report: unknown) => Promise<{ status: number }>;
  store: ReportStore;
  makeRoom: () => void | Promise<void>;
}

async function assertFullThenFree({ post, store, makeRoom }: FullStore): Promise<void> {
  const taken: string[] = [];
  let report = sampleReport();
  let { status } = await post(report);
  while (status === 201 && taken.length < 5_000) {
    taken.push(report.submissionId);
    report = sampleReport({ content: { description: 'x'.repeat(1_999) } });
    ({ status } = await post(report));
  }
  assert.equal(status, 507);
  assert.ok(taken.length > 5);
  const ids = async () => (await store.list({ limit: 10_000 })).map(({ id }) => id);
  assert.deepEqual(await ids(), taken);
  await makeRoom();
  assert.equal((await post(report)).status, 201);
  assert.deepEqual(await ids(), [...taken, report.submissionId]);
}
