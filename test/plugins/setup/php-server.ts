// PHP's own web server for tests: serves a folder on a free port of loopback, and logs PHP's errors to a file.
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { spawnTied } from '../../setup/tied.ts';

/** A running server. */
export interface PhpServer {
  readonly origin: string;
  /** The notices, warnings and errors of PHP. */
  complaints(): string;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;

/**
 * Serves a folder.
 * @param log file for the errors
 * @param variables further variables of its environment
 */
export async function startPhpServer(
  folder: string,
  log: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<PhpServer> {
  // PHP checks files for changes at each request, because tests change them.
  const settings = { display_errors: 0, log_errors: 1, error_log: log, 'opcache.revalidate_freq': 0 };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const server = spawnTied('php', [...options, '-S', '127.0.0.1:0', '-t', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...variables },
  });
  server.unref();
  (server.stderr as Socket).unref();
  const origin = await new Promise<string>((resolve, reject) => {
    // The timer keeps this process alive while it waits.
    const waiting = setTimeout(() => reject(new Error('PHP does not start')), START_TIMEOUT_MS);
    // All output is read, otherwise the server could block on a full pipe.
    createInterface(server.stderr!).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (!found) return;
      clearTimeout(waiting);
      resolve(found[0]);
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PHP ended with code ${String(code)}`)));
  });
  return {
    origin,
    complaints: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.ref();
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}
