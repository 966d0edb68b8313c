// Two servers, of which one takes writes: what can be asked of them, whoever promotes them.
import { until } from '../setup/until.ts';
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
