// The owner of a database's file: a restore as root leaves it to the owner of its folder, and a receiver that may not
// write to it says whose it is. Needs root.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/receiver/index.ts';
import { temporaryFolder } from '../harness.ts';
import { startCommand } from '../server-process.ts';
import { row } from '../store-rows.ts';

const CLI = fileURLToPath(new URL('../../../src/receiver/cli.ts', import.meta.url));

/** The user `nobody` of every system of Debian's kind. */
const NOBODY = 65_534;

/** A folder of that user, which it can reach. */
async function folderOf(t: TestContext, uid: number): Promise<string> {
  const above = await temporaryFolder(t);
  chmodSync(above, 0o755);
  const folder = join(above, 'reports');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, uid, uid);
  return folder;
}

/** Makes a database with one report. */
async function backupIn(t: TestContext): Promise<string> {
  const url = `sqlite:${join(await temporaryFolder(t), 'backup.sqlite')}`;
  const store = await openStore(url);
  const body = '{"id":"r1"}';
  const digest = createHash('sha256').update(body).digest('hex');
  await store.put(row('r1', { body, digest }));
  await store.close();
  return url;
}

/** Runs a command as that user to its end. */
const runAs = (uid: number, args: readonly string[], environment: Record<string, string>) =>
  spawnSync(process.execPath, [CLI, ...args], {
    uid,
    gid: uid,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    cwd: '/',
    encoding: 'utf8',
  });

test('a copy that root makes belongs to the owner of its folder', async (t) => {
  const from = await backupIn(t);
  const file = join(await folderOf(t, NOBODY), 'reports.sqlite');
  const { ended, output } = startCommand(t, ['copy', '--from', from, '--to', `sqlite:${file}`]);
  assert.equal(await ended, 0, output.stderr);
  for (const path of [file, `${file}-wal`, `${file}-shm`].filter(existsSync))
    assert.equal(statSync(path).uid, NOBODY, path);
  const counted = runAs(NOBODY, ['erase', '--numbers', '1', '--database', `sqlite:${file}`], {});
  assert.match(counted.stdout, /There is 1 report/, counted.stderr);
});

test('a link that the owner of the folder has put there gives no other file away', async (t) => {
  const from = await backupIn(t);
  const folder = await folderOf(t, NOBODY);
  const elsewhere = join(await temporaryFolder(t), 'of-root');
  symlinkSync(elsewhere, join(folder, 'reports.sqlite'));
  const to = `sqlite:${join(folder, 'reports.sqlite')}`;
  const { ended } = startCommand(t, ['copy', '--from', from, '--to', to]);
  await ended;
  assert.equal(statSync(elsewhere).uid, 0);
});

test('a file that was there keeps its owner', async (t) => {
  const from = await backupIn(t);
  const file = join(await folderOf(t, NOBODY), 'reports.sqlite');
  writeFileSync(file, '');
  const { ended, output } = startCommand(t, ['copy', '--from', from, '--to', `sqlite:${file}`]);
  assert.equal(await ended, 0, output.stderr);
  assert.equal(statSync(file).uid, 0);
});

test('a receiver that may not write to its database says whose it is, and nothing of ports', async (t) => {
  const folder = await folderOf(t, NOBODY);
  const file = join(folder, 'reports.sqlite');
  for (const foreign of [file, `${file}-shm`]) {
    writeFileSync(file, '', { mode: 0o600 });
    chownSync(file, NOBODY, NOBODY);
    writeFileSync(foreign, '', { mode: 0o600 });
    chownSync(foreign, 0, 0);
    const { status, stderr } = runAs(NOBODY, ['serve'], { PORT: '0', DATABASE_URL: `sqlite:${file}` });
    assert.equal(status, 1);
    assert.equal(
      stderr,
      `DATABASE_URL: ${foreign} belongs to user 0 (root), and this is user ${NOBODY}, who may not write to it. ` +
        `Give it to this user: chown ${NOBODY} ${foreign}\n`,
    );
  }
});
