// One household's network, with all its addresses, against the shipped nginx, the firewall's file and the receiver. The
// test runs in a network namespace, where it can have any number of addresses.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const INSIDE = fileURLToPath(new URL('networks.inside.ts', import.meta.url));

test('one /64 keeps nobody else out of nginx, the firewall and the receiver', async (t) => {
  const isPossible = spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
  if (!isPossible) return t.diagnostic('not checked: no network namespace can be made here');
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const running = promisify(execFile)('unshare', ['-n', process.execPath, '--test', INSIDE], {
    env: { ...env, OWN_NETWORK: '1' },
  });
  const { stdout } = await running.catch((error: { stdout: string }) => assert.fail(error.stdout));
  for (const [line] of stdout.matchAll(/.*not checked.*/g)) t.diagnostic(line);
});
