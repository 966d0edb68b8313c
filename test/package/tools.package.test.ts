// The tools as a theme maker installs them: from their archive, without a network, into an empty folder. Nothing of a
// server comes along, the commands run, and so does the test in the guide for plugins.
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { VERSION } from '../../src/core/version.ts';
import { startMadeSite } from '../tools/commands/made-site.ts';

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

test('the test in the guide for plugins holds a page, and fails on one that falls short', async (t) => {
  const [, example = ''] =
    /^```js plugin\.test\.mjs\n([^]*?)^```$/m.exec(readFileSync('src/plugins/cms/README.md', 'utf8')) ?? [];
  assert.ok(example.split('\n').length <= 11, 'ten lines');
  assert.ok(
    readFileSync('src/tools/README.md', 'utf8').includes(example),
    'the README of the package has it too',
  );
  writeFileSync(join(site, 'plugin.test.mjs'), example);
  const origin = await startMadeSite(t);
  // Without the variable of the runner of this test, which Node’s runner in a child would obey.
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const run = (path: string): Promise<unknown> =>
    promisify(execFile)(process.execPath, ['--test', 'plugin.test.mjs'], {
      cwd: site,
      env: { ...environment, PAGE: origin + path },
    });
  await run('/');
  await assert.rejects(run('/flawed'), ({ stdout }: { stdout: string }) => {
    assert.match(stdout, /7\. Country and languages\s+country is "fr"/);
    return true;
  });
});
