// The tools as a theme maker installs them: from their archive, without a network, into an empty folder. Nothing of a
// server comes along, and both commands run.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { VERSION } from '../../src/version.ts';

const folder = mkdtempSync(join(tmpdir(), 'tools-'));
after(() => rmSync(folder, { recursive: true }));
const npm = (cwd: string, ...args: readonly string[]): void =>
  void execFileSync('npm', [...args, '--silent'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

npm('.', 'pack', './dist/packages/cliquez-signalez-tools', '--pack-destination', folder);
const site = join(folder, 'site');
mkdirSync(site);
npm(site, 'install', '--offline', '--no-audit', '--no-fund', `../cliquez-signalez-tools-${VERSION}.tgz`);

const command = (...args: readonly string[]) =>
  spawnSync(join(site, 'node_modules/.bin/cliquez-signalez-tools'), args, { cwd: site, encoding: 'utf8' });

test('it is the only package that is installed: no pg, no kysely, no hono', () => {
  const manifests = globSync('**/package.json', { cwd: join(site, 'node_modules') });
  assert.deepEqual(manifests, ['cliquez-signalez-tools/package.json']);
});

test('theme-check examines a style sheet', () => {
  writeFileSync(join(site, 'theme.css'), 'cliquez-signalez { --cs-accent: #ffff00 }');
  const { status, stdout, stderr } = command('theme-check', 'theme.css');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /#ffff00/);
});

test('check lists what it would examine, and sends nothing', () => {
  const { status, stdout, stderr } = command('check', 'https://hotline.invalid/v1/reports', '--dry');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^Reaching the endpoint$/m);
});
