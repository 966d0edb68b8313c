// Reports arrive at receivers of two versions while two PostgreSQL servers are killed, cut off, demoted, brought back and
// promoted: nothing that was acknowledged is lost. The run takes place in a network namespace; where none can be made,
// proxies cut the links.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { canHaveOwnNetwork } from './network.ts';

const INSIDE = fileURLToPath(new URL('failover.inside.ts', import.meta.url));

test('two servers fail in every way while reports arrive', async (t) => {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const command = [process.execPath, '--test', INSIDE];
  const [file = '', ...args] = canHaveOwnNetwork() ? ['unshare', '-n', ...command] : command;
  const running = promisify(execFile)(file, args, {
    env: { ...env, ...(file === 'unshare' && { OWN_NETWORK: '1' }) },
  });
  const { stdout } = await running.catch((error: { stdout: string }) => assert.fail(error.stdout));
  for (const [, line = ''] of stdout.matchAll(/^ℹ (.*(?: s|\}))$/gm)) t.diagnostic(line);
});
