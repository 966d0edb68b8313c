// Ends servers and removes their files, however the test ends: Patroni without its etcd never ends, and PostgreSQL does
// not end with Patroni.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';

/** Waits for the end of its input, which comes with the end of the test. Each site has a folder with its pids. */
const SWEEP = `
  cat
  kill -9 $(head -qn1 */patroni.pid */data/postmaster.pid)
  for attempt in 1 2 3 4 5; do rm -rf "$0" && break; sleep 1; done`;

/** Starts one for a folder. @returns what makes it sweep now */
export function startSweeper(folder: string): () => Promise<void> {
  // In a session of its own, where Ctrl+C does not reach it.
  const sweeper = spawn('sh', ['-c', SWEEP, folder], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  sweeper.unref();
  (sweeper.stdin as Socket).unref();
  return async () => {
    sweeper.ref();
    const done = once(sweeper, 'exit');
    sweeper.stdin.end();
    await done;
  };
}
