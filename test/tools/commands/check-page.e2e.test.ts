// The command `check-page` with a browser of the caller.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../receiver/harness.ts';
import { startCommand } from '../../receiver/server-process.ts';
import { CHROMIUM } from '../../setup/browsers.ts';
import { startMadeSite } from './made-site.ts';

const CLI = fileURLToPath(new URL('../../../src/tools/cli.ts', import.meta.url));
const NODE_MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));

test('--browser opens the page in a browser of the caller, with a library of theirs', async (t) => {
  const origin = await startMadeSite(t);
  const folder = await temporaryFolder(t);
  const run = async (): Promise<{ code: number | string; stdout: string; stderr: string }> => {
    const args = ['check-page', `${origin}/`, '--browser', CHROMIUM.executablePath!];
    const { ended, output } = startCommand(t, args, {}, CLI, folder);
    return { code: await ended, ...output };
  };
  const without = await run();
  assert.equal(without.code, 1);
  assert.match(
    without.stderr,
    /^A browser needs one of two libraries in this folder: npm install playwright-core/,
  );
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(NODE_MODULES, 'puppeteer-core'), join(folder, 'node_modules/puppeteer-core'));
  const { code, stdout, stderr } = await run();
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^✓ {2}5\. It keeps the room — nothing moves when the button comes$/m);
});
