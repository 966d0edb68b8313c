// Warnings at the start about a PostgreSQL that works, but may lose or expose reports: the operator judges them.
import type { Socket } from 'node:net';
import { sql, type Kysely } from 'kysely';

/** The two ends of a connection, and whether it is encrypted. */
export interface Connection extends Partial<Pick<Socket, 'remoteAddress' | 'localAddress'>> {
  /** Set by Node's TLS sockets. */
  readonly encrypted?: boolean;
}

/** Whether reports cross a network in clear. A connection within this machine or under TLS is not exposed. */
export function isExposed({ encrypted, remoteAddress, localAddress }: Connection): boolean {
  // A socket of the file system has no address.
  if (encrypted || remoteAddress === undefined) return false;
  return remoteAddress !== localAddress && !/^(::ffff:)?127\.|^::1$/.test(remoteAddress);
}

export const EXPOSED =
  'The connection to PostgreSQL on another machine is not encrypted: reports cross the network in clear. ' +
  'Add ?sslmode=verify-full&sslrootcert=/path/ca.pem to DATABASE_URL.';

const ASYNCHRONOUS =
  'A standby is attached, and synchronous_standby_names is empty: when the primary dies, its last acknowledged ' +
  'reports are not on the standby. Name the standby there.';

const UNSEEN =
  'This user cannot see what standbys do (grant pg_monitor to it): a backup under way looks like a standby, and of an ' +
  'absent standby /ready knows only once a report waits for it.';

/** @returns sentences about the standbys that are attached; none if commits wait for one that can be seen */
export async function standbyWarnings<Tables>(database: Kysely<Tables>): Promise<string[]> {
  // Without the rights of pg_monitor, a standby can be seen, but not its state.
  const { rows } = await sql<{ isWaitedFor: boolean; state: string | null }>`
    select current_setting('synchronous_standby_names') <> '' as "isWaitedFor", state
    from pg_stat_replication where state is null or state <> 'backup'`.execute(database);
  const [standby] = rows;
  if (!standby) return [];
  const isUnseen = rows.every(({ state }) => state === null);
  return [...(standby.isWaitedFor ? [] : [ASYNCHRONOUS]), ...(isUnseen ? [UNSEEN] : [])];
}
