// The same sources, built in two folders, under two time zones and two umasks, give the same release to the byte. The first
// of the two is the build that is there already.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../receiver/harness.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Copies the sources as git has them, with new files and changes, and the installed packages. */
function copyProject(folder: string): void {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0');
  for (const file of files.filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  // Links take no room and little time; between two file systems there are none.
  const copy = (...options: string[]): unknown =>
    execFileSync('cp', [...options, join(root, 'node_modules'), folder], { stdio: 'ignore' });
  try {
    copy('-al');
  } catch {
    copy('-a');
  }
}

/** Makes a release in a copy by a command. @returns the files by name */
async function release(
  t: TestContext,
  name: string,
  timeZone: string,
  umask: string,
  command: string,
): Promise<Map<string, Buffer>> {
  const folder = join(await temporaryFolder(t), name);
  mkdirSync(folder);
  copyProject(folder);
  const child = spawn('sh', ['-c', `umask ${umask} && ${command}`], {
    cwd: folder,
    env: { ...process.env, TZ: timeZone },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0, `the release in ${timeZone}`);
  const made = join(folder, 'dist/release');
  return new Map(readdirSync(made).map((file) => [file, readFileSync(join(made, file))]));
}

test('a release is the same to the byte in another folder, time zone and umask', async (t) => {
  const [one, other] = await Promise.all([
    release(
      t,
      'here',
      'Asia/Tokyo',
      '002',
      `cp -a '${join(root, 'dist')}' . && exec '${process.execPath}' .build/release.ts`,
    ),
    release(t, 'a longer way to elsewhere', 'America/New_York', '077', 'exec npm run --silent release'),
  ]);
  assert.ok(one.size > 10);
  assert.deepEqual([...one.keys()].toSorted(), [...other.keys()].toSorted());
  const different = [...one].filter(([name, content]) => !content.equals(other.get(name)!));
  assert.deepEqual(
    different.map(([name]) => name),
    [],
  );
});
