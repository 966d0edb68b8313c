// Reports in PostgreSQL, through kysely and pg: for several processes at once, and for operators who run one already.
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { foreignInPostgres } from '../../database/foreign-parts.ts';
import { kyselyStore, type StoreDialect } from '../kysely-store.ts';
import { bringUpToDate, checkSchema, STEPS } from '../../database/schema.ts';
import {
  commitSafely,
  confirmReadable,
  findConfirmed,
  refuseStandby,
  rehearse,
  storeLogged,
} from './postgres-commit.ts';
import { followPrimary, type PrimaryPool } from './postgres-primary.ts';
import { openPool, type Sessions } from './postgres-session.ts';
import { readPostgresUrl, type PostgresServers } from './postgres-url.ts';
import { EXPOSED, isExposed, standbyWarnings, type Connection } from './postgres-warnings.ts';
import { DatabaseSetupError } from '../../database/store-errors.ts';
import type { DatabaseStore, OpenStoreOptions } from '../store.ts';
import type { Tables } from '../../database/tables.ts';

/** Connections of one process. By default PostgreSQL allows a hundred for all processes. */
const MAX_CONNECTIONS = 10;

const STATEMENT_TIMEOUT_MS = 5_000;
/** A reader may have much to count, and no reporter waits for it. */
const READER_TIMEOUT_MS = 600_000;
/** How long `list` waits for reports that are being stored while it is called. */
const SETTLE_MS = 3_000;
const SETTLE_POLL_MS = 5;

/** Any number, the same in every version. */
const SCHEMA_LOCK = 4_117_218;

/**
 * Opens a database of PostgreSQL 13 or later as a store.
 * @throws {DatabaseUrlError} if the URL names no database
 * @throws {DatabaseSetupError} if it does not answer, or is set up to lose reports or characters; where its tables
 *   are those of a newer version; if it is only to be read, also where they are older, or where there are none
 */
export async function openPostgresStore(
  url: string,
  { readOnly = false, needsStandby = false }: OpenStoreOptions = {},
  steps = STEPS,
): Promise<DatabaseStore> {
  const servers = readPostgresUrl(url);
  const warnings = await prepare(servers, { readOnly, needsStandby, steps });
  const connections = connect(servers, {
    max: MAX_CONNECTIONS,
    statementTimeout: readOnly ? READER_TIMEOUT_MS : STATEMENT_TIMEOUT_MS,
    readOnly,
  });
  const dialect = dialectOf({ ...connections, needsStandby });
  return { ...kyselyStore(connections.database, dialect), warnings };
}

/** A database, and the connections that it uses. */
interface Connections {
  readonly database: Kysely<Tables>;
  readonly pool: Pick<PrimaryPool, 'connect'>;
}

/** A database, and whether a standby must have every row before it is acknowledged or read. */
interface GuardedConnections extends Connections {
  readonly needsStandby: boolean;
}

const dialectOf = ({ database, pool, needsStandby }: GuardedConnections): StoreDialect => ({
  isFull,
  write: async (query) => Number((await database.executeQuery(query)).numAffectedRows),
  store: (row) => storeLogged(database, row, needsStandby),
  find: (id) => findConfirmed(database, id, needsStandby),
  rehearse: (insert) => rehearse(database, insert, needsStandby),
  settled: (read = highestIn('report', 'sequence')) =>
    settled({ database, pool, needsStandby }, 'report', read),
  settledEntries: () =>
    settled({ database, pool, needsStandby }, 'logEntry', highestIn('logEntry', 'position')),
  foreignParts: () => foreignInPostgres(database),
  ownNumbers: 'overriding system value',
  // The sequence is readable only with a privilege. Numbers of failed transactions count, because they are never
  // reused.
  async highest(open) {
    const { rows } = await sql<{ last: number | null }>`
      select case when has_sequence_privilege(name, 'select, usage') then coalesce(pg_sequence_last_value(name), 0) end
        as last
      from (select pg_get_serial_sequence('report', 'sequence')::regclass as name) as identity`.execute(open);
    return rows[0]?.last ?? undefined;
  },
  async raise(open, highest) {
    await sql`select setval(pg_get_serial_sequence('report', 'sequence'), ${highest})`.execute(open);
  },
  together: (work) => database.transaction().execute(work),
  safely: (work) => commitSafely(database, work, needsStandby),
  rowLock: 'for update',
  // A transaction that stores a report waits for milliseconds, and takes its number after that.
  exclusively: (work) =>
    database.transaction().execute(async (open) => {
      await sql`lock table report in share row exclusive mode`.execute(open);
      return work(open);
    }),
});

/**
 * Checks the settings and makes the tables, without the time limits under which reports are stored. In read-only mode,
 * only looks at the tables.
 * @returns warnings for the operator
 */
async function prepare(
  servers: PostgresServers,
  { readOnly, needsStandby, steps }: Required<OpenStoreOptions> & { readonly steps: typeof STEPS },
): Promise<string[]> {
  const warnings = [...servers.warnings];
  const onConnection = (connection: Connection): void => {
    if (isExposed(connection)) warnings.push(EXPOSED);
  };
  const { database } = connect(servers, { max: 1, statementTimeout: 0, readOnly, onConnection });
  try {
    if (readOnly) {
      await checkSchema(database, steps);
      return warnings;
    }
    await checkSettings(database, needsStandby);
    await database.transaction().execute(async (open) => {
      // Of several processes that start at once, one makes the tables while the others wait.
      await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(open);
      await bringUpToDate(open, 'postgres', steps);
    });
    warnings.push(...(await standbyWarnings(database)));
    return warnings;
  } catch (error) {
    throw setupError(error) ?? error;
  } finally {
    await database.destroy();
  }
}

async function checkSettings(database: Kysely<Tables>, needsStandby: boolean): Promise<void> {
  const { rows } = await sql<{
    fsync: string;
    encoding: string;
    standbys: string;
    user: string;
    sees: boolean;
  }>`
    select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
      current_setting('synchronous_standby_names') as standbys, quote_ident(current_user) as user,
      pg_has_role('pg_read_all_stats', 'usage') as sees`.execute(database);
  const { fsync, encoding, standbys, user, sees } = rows[0]!;
  if (fsync !== 'on') {
    throw new DatabaseSetupError(
      'PostgreSQL runs with fsync = off: a power cut would lose reports. Turn it on.',
    );
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseSetupError("The database cannot hold every character: create it with encoding 'UTF8'.");
  }
  if (needsStandby && standbys === '') {
    throw new DatabaseSetupError(
      'SYNCHRONOUS_STANDBY asks for a standby that has each report, and synchronous_standby_names is empty: ' +
        'commits wait for none. Name the standby there.',
    );
  }
  if (needsStandby && !sees) {
    throw new DatabaseSetupError(
      'SYNCHRONOUS_STANDBY asks after each commit what the standbys have, and this user may not see it: ' +
        `grant pg_monitor to ${user}`,
    );
  }
}

/** Connects to the one server, or to the one of several that takes writes. */
function connect({ urls, isSearched }: PostgresServers, sessions: Sessions): Connections {
  const [url = ''] = urls;
  if (!isSearched) {
    const pool = openPool(url, sessions);
    return { database: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
  }
  const pool = followPrimary(urls, (each) => openPool(each, sessions));
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { ...pool, options: {} } }),
    log: ({ level }) => {
      if (level === 'error') pool.suspect();
    },
  });
  return { database, pool };
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html: disk_full
const isFull = (error: Error): boolean => codeOf(error) === '53100';

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

const UNTRUSTED =
  'The certificate of PostgreSQL is not from an authority known here. Name its file: sslrootcert=/path/ca.pem';

const SILENT = 'PostgreSQL does not answer there. Is it running, at this host and port?';

const SETUP_ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: SILENT,
  EHOSTUNREACH: SILENT,
  ENETUNREACH: SILENT,
  ENOTFOUND: 'The host of the PostgreSQL URL is not known.',
  EAI_AGAIN: 'The host of the PostgreSQL URL cannot be looked up.',
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of PostgreSQL is for another host than the URL names.',
  '28000': 'PostgreSQL refuses this user.',
  '28P01': 'PostgreSQL refuses this user or this password.',
  '3D000': 'PostgreSQL has no such database. Make it first: createdb --encoding=UTF8 name',
  '25006':
    'PostgreSQL takes no writes: it is a standby, or default_transaction_read_only is on. Name the primary.',
  '42501': 'The user may not make tables. Let the user own the database, or its schema.',
};

/** Advice for the operator; undefined if only the error itself can help. */
function setupError(error: unknown): DatabaseSetupError | undefined {
  const isSilent = error instanceof Error && error.message.includes('timeout');
  const advice = SETUP_ADVICE[codeOf(error) ?? (isSilent ? 'ECONNREFUSED' : '')];
  return advice === undefined ? undefined : new DatabaseSetupError(advice, { cause: error });
}

/** Reads a number of a database. */
type ReadNumber = (database: Kysely<Tables>) => Promise<number>;

const highestIn =
  (table: 'report' | 'logEntry', number: 'sequence' | 'position'): ReadNumber =>
  async (open) => {
    const { rows } = await sql<{ last: number }>`
      select coalesce(max(${sql.ref(number)}), 0) as last from ${sql.table(table)}`.execute(open);
    return rows[0]!.last;
  };

/**
 * Reads a number, and waits until no more reports can appear up to it, nor any disappear. Numbers are taken before the
 * commit: a report with a lower number may appear after one with a higher number, and a reader that continues from the
 * higher one would never see it. So this function waits for every write that is under way when the number has been read,
 * and then for the standby. Storing a report never waits for a reader. All is asked of one server.
 */
function settled(
  { database, pool, needsStandby }: GuardedConnections,
  table: 'report' | 'logEntry',
  read: ReadNumber,
): Promise<number> {
  // An insert holds this lock from before it takes its number until its row is visible.
  const writers = sql`
    select virtualtransaction from pg_locks
    where relation = ${`"${table}"`}::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())`;
  return database.connection().execute(async (open) => {
    await refuseStandby(open);
    const number = await read(open);
    const { rows } = await sql<{ writing: string[] }>`select array(${writers}) as writing`.execute(open);
    const { writing } = rows[0]!;
    const giveUpAt = performance.now() + SETTLE_MS;
    for (let left: unknown[] = writing; left.length > 0;) {
      if (performance.now() > giveUpAt)
        throw new Error('A transaction on the reports has been open for seconds.');
      await delay(SETTLE_POLL_MS);
      ({ rows: left } = await sql`${writers} and virtualtransaction = any(${writing})`.execute(open));
    }
    await confirmReadable(open, pool, needsStandby);
    return number;
  });
}
