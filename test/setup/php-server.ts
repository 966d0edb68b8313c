// PHP's own web server for tests: a folder on a free port of loopback, with every complaint of PHP in a file.
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { spawnTied } from './tied.ts';

/** A server that runs. */
export interface PhpServer {
  readonly origin: string;
  /** What PHP has complained about: notices, warnings, errors. */
  complaints(): string;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;

/**
 * Serves a folder.
 * @param log file that complaints are written to
 */
export async function startPhpServer(folder: string, log: string): Promise<PhpServer> {
  // Files are looked at anew each time: tests change them.
  const settings = { display_errors: 0, log_errors: 1, error_log: log, 'opcache.revalidate_freq': 0 };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const server = spawnTied('php', [...options, '-S', '127.0.0.1:0', '-t', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server.unref();
  (server.stderr as Socket).unref();
  const origin = await new Promise<string>((resolve, reject) => {
    // So that waiting keeps this process alive.
    const waiting = setTimeout(() => reject(new Error('PHP does not start')), START_TIMEOUT_MS);
    // Its lines are read to the end, lest it waits for a reader.
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
