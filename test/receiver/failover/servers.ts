// Two servers, of which one takes writes: what can be asked of them, whoever promotes them.
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Client } from 'pg';
import { until } from '../../setup/until.ts';
import { otherSite, type Site } from './network.ts';

/** The servers. */
export interface Servers {
  /** The server that was promoted last. An old primary may run beside it. */
  primary(): Site;
  /** Address with both servers, as receivers name it. */
  readonly url: string;
  /** Runs statements on a server, over a socket of the file system, which no cut of the network reaches. */
  query(site: Site, text: string): Promise<Record<string, unknown>[]>;
}

/** Room that a run needs, in bytes. */
const ROOM = 2 * 1024 ** 3;

/** A folder in memory, where a commit does not wait for a disk: no test here cuts the power. */
export function fastFolder(): string {
  const memory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > ROOM ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Runs statements as the superuser, over the socket that a server has in a folder. */
export async function queryOverSocket(
  folder: string,
  port: number,
  text: string,
): Promise<Record<string, unknown>[]> {
  const client = new Client({ host: folder, port, user: 'postgres', database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(text);
    return result.rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Resolves once the standby has all that the primary has. */
export async function caughtUp({ primary, query }: Servers): Promise<void> {
  const site = primary();
  const [row] = await query(site, 'select pg_current_wal_lsn()::text as lsn');
  await until(async () => {
    const [standby] = await query(
      otherSite(site),
      `select pg_last_wal_replay_lsn() >= '${String(row?.['lsn'])}' as "isThere"`,
    );
    return standby?.['isThere'] === true;
  }, 'a standby that has caught up');
}
