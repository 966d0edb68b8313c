// The package includes the deployment files as in the sources, with a lock file that the build makes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    'cliquez-signalez.service',
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
  const {
    '': root,
    'node_modules/cliquez-signalez-receiver': own,
    'node_modules/cliquez-signalez-tools': tools,
    ...others
  } = packages;
  const archiveOf = (name: string): string => `file:${name}-${version}.tgz`;
  assert.deepEqual([own?.version, own?.resolved], [version, archiveOf('cliquez-signalez-receiver')]);
  assert.deepEqual([tools?.version, tools?.resolved], [version, archiveOf('cliquez-signalez-tools')]);
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
  for (const name of ['receiver', 'tools']) assert.match(stdout, new RegExp(`add cliquez-signalez-${name} `));
});

test('the unit and the container are installed from it', () => {
  for (const name of ['cliquez-signalez.service', 'Containerfile']) {
    const text = readFileSync(join(DEPLOYMENT, name), 'utf8');
    assert.match(text, /npm ci --omit=dev --ignore-scripts/, name);
    assert.doesNotMatch(text, /npm (install|i|add)\b/, name);
  }
});
