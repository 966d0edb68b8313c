// Runs a test file in a network namespace, or as it is where none can be made.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { canHaveOwnNetwork } from './network.ts';

/** Runs it, and passes its diagnostics on. */
export async function runInOwnNetwork(t: TestContext, inside: URL): Promise<void> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const command = [process.execPath, '--test', '--test-force-exit', fileURLToPath(inside)];
  const isOwn = canHaveOwnNetwork();
  const [file = '', ...args] = isOwn ? ['unshare', '-n', ...command] : command;
  const running = promisify(execFile)(file, args, { env: { ...env, ...(isOwn && { OWN_NETWORK: '1' }) } });
  const { stdout } = await running.catch((error: { stdout: string }) => assert.fail(error.stdout));
  for (const [, line = ''] of stdout.matchAll(/^ℹ (.*(?: s|\}))$/gm)) t.diagnostic(line);
}
