// The command as users start it: a separate process with its output kept.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/receiver/cli.ts', import.meta.url));

/** Starts `cliquez-signalez` with these arguments and settings; `ended` resolves with its exit code or signal. */
export function startCommand(
  t: TestContext,
  args: string[],
  environment: Record<string, string> = {},
  script = CLI,
  cwd = process.cwd(),
) {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, ...environment };
  const child = spawn(process.execPath, [script, ...args], { cwd, env });
  t.after(() => child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (output.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output.stderr += data.toString()));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { child, output, ended };
}

/** Starts `cliquez-signalez serve` on a free port and waits until it prints its endpoint. */
export async function startServer(t: TestContext, environment: Record<string, string>) {
  const command = startCommand(t, ['serve'], { PORT: '0', ...environment });
  const { child, output } = command;
  let endpoint: string | undefined;
  while (!endpoint) {
    await Promise.race([once(child.stderr, 'data'), command.ended]);
    if (child.exitCode !== null) throw new Error(`The server ended: ${output.stderr}`);
    endpoint = /received at (\S+)\n/.exec(output.stderr)?.[1];
  }
  return { ...command, endpoint };
}
