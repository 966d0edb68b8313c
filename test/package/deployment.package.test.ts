// The package includes the deployment files as in the sources, with a lock file that the build makes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../receiver/harness.ts';

const DEPLOYMENT = fileURLToPath(new URL('../../dist/deployment/', import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

interface Lock {
  packages: Record<
    string,
    { version?: string; integrity?: string; resolved?: string; dependencies?: object }
  >;
}

test('dist/deployment holds the shipped files, byte for byte', () => {
  const folder = (path: string) => new URL(`../../${path}/deployment/`, import.meta.url);
  const names = readdirSync(folder('src/receiver')).toSorted();
  assert.deepEqual(names, [
    'Caddyfile',
    'Containerfile',
    'app-nginx.conf',
    'app.caddy',
    'cliquez-signalez-daily@.service',
    'cliquez-signalez-daily@.timer',
    'cliquez-signalez.service',
    'daily.sh',
    'environment.example',
    'frame-nginx.conf',
    'frame.caddy',
    'nftables.conf',
    'nginx-files.conf',
    'nginx.conf',
  ]);
  const made = ['package-lock.json', 'package.json'];
  assert.deepEqual(readdirSync(folder('dist')).toSorted(), [...names, ...made].toSorted());
  for (const name of names) {
    const [source, built] = ['src/receiver', 'dist'].map((path) => readFileSync(new URL(name, folder(path))));
    assert.ok(source?.equals(built!), name);
  }
});

test('the receiver’s lock file names the hash of every package, and no host', () => {
  const { packages } = json(join(DEPLOYMENT, 'package-lock.json')) as Lock;
  const ours = (json('package-lock.json') as Lock).packages;
  const { version, dependencies } = json('src/receiver/package.json') as {
    version: string;
    dependencies: object;
  };
  for (const name of Object.keys(dependencies)) assert.ok(packages[`node_modules/${name}`], name);
  const { '': root, 'node_modules/cliquez-signalez-receiver': own, ...others } = packages;
  const archiveOf = (name: string): string => `file:${name}-${version}.tgz`;
  assert.deepEqual([own?.version, own?.resolved], [version, archiveOf('cliquez-signalez-receiver')]);
  for (const wanted of Object.values(root?.dependencies ?? {}))
    assert.match(wanted, /^\d+\.\d+\.\d+$|^file:/, 'a range is no version');
  for (const [place, { integrity, resolved, ...entry }] of Object.entries(others)) {
    assert.match(integrity ?? '', /^sha512-.{88}$/, place);
    assert.equal(resolved, undefined, place);
    // The versions used by the tests.
    assert.deepEqual([entry.version, integrity], [ours[place]?.version, ours[place]?.integrity], place);
  }
});

test('npm takes the lock file as it is', async (t) => {
  const folder = await temporaryFolder(t);
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(join(DEPLOYMENT, name), join(folder, name));
  // The dry run compares both files and plans; only an installation downloads packages.
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['ci', '--dry-run', '--offline', '--omit=dev', '--loglevel=notice'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, stderr);
  assert.match(stdout, /add cliquez-signalez-receiver /);
});

test('the unit and the container are installed from it', () => {
  for (const name of ['cliquez-signalez.service', 'Containerfile']) {
    const text = readFileSync(join(DEPLOYMENT, name), 'utf8');
    assert.match(text, /npm ci --omit=dev --ignore-scripts/, name);
    // The lock file in the archive cannot hold the archive's own hash: this notes it, and installs nothing.
    assert.match(
      text,
      /npm install --package-lock-only --ignore-scripts \.\/cliquez-signalez-receiver-\*\.tgz/,
      name,
    );
    assert.doesNotMatch(text, /npm (install|i|add)\b(?! --package-lock-only)/, name);
  }
});

/**
 * npm in a folder, with a cache of its own there: npm takes from its cache what has the right hash, and does not look at
 * the archive. It says why it refuses, also under an `npm test --silent`, whose level its own commands take over.
 */
const npmIn =
  (folder: string) =>
  (...args: string[]) =>
    spawnSync(
      'npm',
      [...args, '--ignore-scripts', '--offline', '--loglevel=error', '--cache', join(folder, 'cache')],
      { cwd: folder, encoding: 'utf8' },
    );

test('our own archive gets its hash noted, and nothing else changes', async (t) => {
  const folder = await temporaryFolder(t);
  const npm = npmIn(folder);
  execFileSync('npm', ['pack', resolve('dist/packages/cliquez-signalez-receiver'), '--silent'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const archives = readdirSync(folder);
  assert.equal(archives.length, 1);
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(join(DEPLOYMENT, name), join(folder, name));
  const lock = (): Lock => json(join(folder, 'package-lock.json')) as Lock;
  const before = lock().packages;
  const noted = npm('install', '--package-lock-only', ...archives.map((name) => `./${name}`));
  assert.equal(noted.status, 0, noted.stderr);
  const { packages } = lock();
  assert.deepEqual(Object.keys(packages).toSorted(), Object.keys(before).toSorted());
  for (const [place, { version, integrity }] of Object.entries(packages)) {
    if (place === '') continue;
    if (!place.includes('cliquez-signalez'))
      assert.deepEqual([version, integrity], [before[place]?.version, before[place]?.integrity], place);
    else assert.match(integrity ?? '', /^sha512-.{88}$/, place);
  }
});

test('npm refuses an archive with another byte than its lock file notes', async (t) => {
  // The tools need no other package, so this needs no network. `npm test -- guide` does it with the receiver.
  const folder = await temporaryFolder(t);
  const npm = npmIn(folder);
  const name = 'cliquez-signalez-tools';
  const packed = execFileSync('npm', ['pack', resolve(`dist/packages/${name}`), '--silent'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const archive = join(folder, packed.trim());
  writeFileSync(join(folder, 'package.json'), '{}');
  assert.equal(npm('install', '--package-lock-only', archive).status, 0);
  const ci = () => {
    rmSync(join(folder, 'cache'), { recursive: true, force: true });
    return npm('ci');
  };
  assert.equal(ci().status, 0);
  const altered = readFileSync(archive);
  // In the header of gzip, the system on which it was packed: what is in it stays as it was.
  altered[9]! ^= 1;
  writeFileSync(archive, altered);
  const { status, signal, stdout, stderr } = ci();
  assert.notEqual(status, 0);
  assert.match(stderr, /EINTEGRITY/, `status ${status}, signal ${signal}: ${stdout}${stderr}`);
});
