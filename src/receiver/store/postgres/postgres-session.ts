// Connections to PostgreSQL whose commits are as safe as an acknowledgement promises.
import { Pool, TypeOverrides, type ClientBase, type PoolClient } from 'pg';
import { UnsafeCommitError } from '../../database/store-errors.ts';
import type { Connection } from './postgres-warnings.ts';

// The form waits 15 s for an answer: an unresponsive database must be given up before that.
const CONNECT_TIMEOUT_MS = 5_000;
/** Extra time for the server to report that it gave up. After that, the connection is dead. */
const SILENCE_MS = 2_000;

/** The sessions of a pool. */
export interface Sessions {
  readonly max: number;
  /** Milliseconds; 0 for no limit. */
  readonly statementTimeout: number;
  readonly readOnly: boolean;
  /** Called with each new connection. */
  readonly onConnection?: (connection: Connection) => void;
}

/** Opens a pool of connections to one server. */
export function openPool(url: string, { max, statementTimeout, readOnly, onConnection }: Sessions): Pool {
  // Sequences are bigint, which pg returns as text by default.
  const types = new TypeOverrides();
  types.setTypeParser(20, Number);
  const pool = new Pool({
    connectionString: url,
    application_name: 'cliquez-signalez',
    max,
    types,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...(statementTimeout > 0 && { query_timeout: statementTimeout + SILENCE_MS }),
    onConnect: (client) => setUpSession(client, statementTimeout, readOnly),
  });
  survive(pool);
  pool.on('connect', (client) => {
    failCancelledWaits(client);
    onConnection?.(client.connection.stream as Connection);
  });
  return pool;
}

// A commit returns once it is on disk, even if the server's default is laxer (a stricter setting is kept).
// Read committed: a replay that meets its own first delivery must find it, not fail.
async function setUpSession(client: ClientBase, statementTimeout: number, readOnly: boolean): Promise<void> {
  await client.query(`
    set statement_timeout = ${statementTimeout};
    set idle_in_transaction_session_timeout = ${statementTimeout};
    set default_transaction_isolation = 'read committed';
    ${readOnly ? 'set default_transaction_read_only = on;' : ''}
    select set_config('synchronous_commit', 'on', false)
    where current_setting('synchronous_commit') <> 'remote_apply'`);
}

/** A connection that breaks costs the statements on it, not the process; the pool makes another when one is needed. */
function survive(pool: Pool): void {
  const ignore = (): void => {};
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  // A statement that pg gave up waiting for is still under way: the next one on that connection would wait as well.
  pool.on('release', (_error, client) => {
    const { readyForQuery } = client as ClientBase & { readyForQuery?: boolean };
    if (readyForQuery === false) void (client as ClientBase & { end(): Promise<void> }).end();
  });
}

// If a commit's wait for a standby is cancelled (pg_cancel_backend), PostgreSQL warns, and then says that the statement
// succeeded. The message is translated; the name of the function is not.
function failCancelledWaits(client: PoolClient): void {
  client.on('notice', ({ routine }) => {
    if (routine !== 'SyncRepWaitForLSN') return;
    client.connection.emit('errorMessage', new UnsafeCommitError('Its wait for a standby was cancelled.'));
  });
}
