// The benchmark's databases: a fresh one for each run, its processes, and the size of a report on disk.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { startPostgres } from '../../setup/postgres.ts';
import { childrenOf, parentOf } from './measured-process.ts';

/** A database that is fresh and empty. */
export interface BenchDatabase {
  readonly url: string;
  /** Processes of the database; none if it runs inside the receiver. */
  readonly pids: readonly number[];
  /** Bytes on disk of one report, with indexes. Call after the receiver has ended. */
  bytesPerReport(): Promise<number>;
  stop(): Promise<void>;
}

/** A SQLite file. */
export async function openSqlite(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const file = join(folder, 'reports.sqlite');
  return {
    url: `sqlite:${file}`,
    pids: [],
    async bytesPerReport() {
      const sqlite = new DatabaseSync(file);
      const reports = sqlite.prepare('SELECT count(*) AS reports FROM report').get()?.['reports'];
      sqlite.close();
      return (await stat(file)).size / Number(reports);
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

/** A database on a temporary PostgreSQL. */
export async function openPostgres(): Promise<BenchDatabase> {
  const { url, stop } = await startPostgres();
  const client = new Client(url);
  await client.connect();
  const ask = async (expression: string, source = ''): Promise<number> => {
    const { rows } = await client.query<{ answer: string }>(`SELECT ${expression} AS answer ${source}`);
    return Number(rows[0]?.answer);
  };
  const postmaster = parentOf(await ask('pg_backend_pid()'));
  return {
    url,
    get pids() {
      return [postmaster, ...childrenOf(postmaster)];
    },
    bytesPerReport: () => ask("pg_total_relation_size('report') / count(*)", 'FROM report'),
    async stop() {
      await client.end();
      await stop();
    },
  };
}
