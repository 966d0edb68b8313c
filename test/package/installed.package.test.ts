// The project's installation: it has what builds, lints and tests the widget. Folders with other packages install them
// by lock files of their own, and no lock file names a registry of somebody's own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  /** A package of ours is a link. */
  readonly link?: true;
  /** Another package's archive has it inside. */
  readonly inBundle?: true;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const locks = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('package-lock.json'));

test('every locked package has its hash, and names no registry but the public one', () => {
  assert.ok(locks.includes('demo/frameworks/package-lock.json'));
  for (const path of locks)
    for (const [place, { resolved, integrity, link, inBundle }] of Object.entries(
      (readJson(path) as Lock).packages,
    )) {
      if (!place.includes('node_modules/') || link || inBundle) continue;
      assert.ok(integrity, `${path}: ${place}`);
      assert.match(resolved ?? '', /^$|^https:\/\/registry\.npmjs\.org\//, `${path}: ${place}`);
    }
});

test('the packages of such folders are not installed with the project', () => {
  const root = (readJson('package-lock.json') as Lock).packages;
  for (const folder of ['demo/frameworks', 'test/bench', 'test/widget/recorders']) {
    const { dependencies } = readJson(join(folder, 'package.json')) as { readonly dependencies: object };
    assert.ok(locks.includes(join(folder, 'package-lock.json')), folder);
    for (const name of Object.keys(dependencies))
      assert.equal(root[`node_modules/${name}`], undefined, `${folder}: ${name}`);
  }
});
