// Backups made while reports arrive, and their restoration: every report acknowledged before a backup is in it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { DATABASES, type DatabaseUnderTest } from '../databases.ts';
import { temporaryFolder } from '../harness.ts';
import { startCommand, startServer } from '../server-process.ts';
import { missing, receiptsIn, sendSteadily } from './steady-reports.ts';

const run = promisify(execFile);

/** Runs `cliquez-signalez copy` and asserts success. */
async function copy(t: TestContext, from: string, to: string): Promise<void> {
  const { ended, output } = startCommand(t, ['copy', '--from', from, '--to', to]);
  assert.equal(await ended, 0, output.stderr);
}

const openDatabase = (t: TestContext, kind: DatabaseUnderTest['name']): Promise<string> =>
  DATABASES.find(({ name }) => name === kind)!.create(t);

/** A way to back up, and to restore into an empty database. */
interface Way {
  readonly name: string;
  readonly kind: DatabaseUnderTest['name'];
  backup(t: TestContext, database: string, folder: string): Promise<string>;
  restore(t: TestContext, backup: string, database: string): Promise<void>;
}

const fileOf = (url: string): string => url.replace(/^sqlite:/, '');

const viaCopy = (kind: Way['kind']): Way => ({
  name: 'cliquez-signalez copy',
  kind,
  async backup(t, database, folder) {
    const file = `sqlite:${join(folder, 'backup.sqlite')}`;
    await copy(t, database, file);
    return file;
  },
  restore: copy,
});

const WAYS: readonly Way[] = [
  viaCopy('SQLite'),
  viaCopy('PostgreSQL'),
  {
    // Equivalent to `sqlite3 reports.sqlite "VACUUM INTO 'backup.sqlite'"`, for machines without that command.
    name: 'VACUUM INTO, through node -e',
    kind: 'SQLite',
    async backup(_t, database, folder) {
      const file = join(folder, 'backup.sqlite');
      const script =
        "new (require('node:sqlite').DatabaseSync)(process.argv[1]).prepare('VACUUM INTO ?').run(process.argv[2])";
      await run(process.execPath, ['-e', script, fileOf(database), file]);
      return file;
    },
    restore: (_t, backup, database) => copyFile(backup, fileOf(database)),
  },
  {
    name: 'pg_dump and pg_restore',
    kind: 'PostgreSQL',
    async backup(_t, database, folder) {
      const file = join(folder, 'backup.dump');
      await run('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${database}`]);
      return file;
    },
    async restore(_t, backup, database) {
      await run('pg_restore', [
        '--exit-on-error',
        '--single-transaction',
        '--no-owner',
        `--dbname=${database}`,
        backup,
      ]);
    },
  },
];

for (const { name, kind, backup, restore } of WAYS) {
  test(`${kind}, ${name}: a backup while reports arrive has all that were acknowledged, and can be put back`, async (t) => {
    const database = await openDatabase(t, kind);
    const { endpoint } = await startServer(t, { DATABASE_URL: database });
    const reports = sendSteadily(() => endpoint);
    await reports.more(40);
    const before = reports.soFar();
    const file = await backup(t, database, await temporaryFolder(t));
    // Reports arrived during the backup.
    await reports.more(1);
    const all = await reports.end();

    const restored = await openDatabase(t, kind);
    await restore(t, file, restored);
    const kept = await receiptsIn(restored);
    assert.deepEqual(missing(before, kept), []);
    assert.ok(kept.size <= all.size + 4);

    // The restored receiver acknowledges its old reports again and accepts new ones.
    const again = await startServer(t, { DATABASE_URL: restored });
    const later = sendSteadily(() => again.endpoint, 1);
    await later.more(5);
    assert.deepEqual(missing(await later.end(), await receiptsIn(restored)), []);
    if (kind === 'SQLite') {
      const sqlite = new DatabaseSync(fileOf(restored));
      assert.deepEqual(sqlite.prepare('PRAGMA integrity_check').all().map(Object.values), [['ok']]);
      sqlite.close();
    }
  });
}

test('a backup put back by copy adds what is missing, and takes nothing away', async (t) => {
  const database = await openDatabase(t, 'SQLite');
  const { endpoint } = await startServer(t, { DATABASE_URL: database });
  const reports = sendSteadily(() => endpoint);
  await reports.more(20);
  const file = `sqlite:${join(await temporaryFolder(t), 'backup.sqlite')}`;
  await copy(t, database, file);
  await reports.more(20);
  // The backup is restored while the receiver runs: no later report is lost.
  await copy(t, file, database);
  await reports.more(10);
  assert.deepEqual(missing(await reports.end(), await receiptsIn(database)), []);
});
