// The real receiver for tests: the command `serve`, as a hotline runs it, with a throw-away SQLite file.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { spawnTied } from './tied.ts';

const CLI = fileURLToPath(new URL('../../src/receiver/cli.ts', import.meta.url));

/** A running receiver. */
export interface TestReceiver {
  /** Its address, without a path. */
  readonly url: string;
  /** Path of its SQLite file. */
  readonly database: string;
  /** The stored reports as the exact texts that were sent, oldest first. */
  reports(): string[];
  stop(): Promise<void>;
}

/** Starts a receiver on a free port; `env` adds to its settings (ORIGINS…). */
export async function startReceiver(env: Readonly<Record<string, string>> = {}): Promise<TestReceiver> {
  const folder = await mkdtemp(join(tmpdir(), 'cliquez-signalez-'));
  const database = join(folder, 'reports.sqlite');
  const server = spawnTied(process.execPath, [CLI, 'serve'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `sqlite:${database}`, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');

  const url = await new Promise<string>((resolve, reject) => {
    createInterface(server.stderr!).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (found) resolve(found[0]);
      else console.error(`receiver: ${line}`);
    });
    ended.then(([code]) => reject(new Error(`The receiver ended with code ${String(code)}`)), reject);
  });

  return {
    url,
    database,
    reports() {
      if (!existsSync(database)) return [];
      const store = new DatabaseSync(database, { readOnly: true });
      try {
        return store
          .prepare('SELECT body FROM report ORDER BY sequence')
          .all()
          .map((row) => String(row['body']));
      } finally {
        store.close();
      }
    },
    async stop() {
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
