// What PostgreSQL must have done before a report is acknowledged, or read: its commit is on the disk of each server that
// the settings promise.
import { setTimeout as delay } from 'node:timers/promises';
import { sql, type CompiledQuery, type Kysely } from 'kysely';
import type { QueryConfig } from 'pg';
import { dayOf, factsOf } from '../../log/log-entries.ts';
import type { PrimaryPool } from './postgres-primary.ts';
import { StandbyBehindError, UnsafeCommitError } from '../store-errors.ts';
import type { ReportRow } from '../records.ts';
import type { ExistingReport } from '../store.ts';
import type { Tables } from '../tables.ts';

/** What a commit waited for. */
interface CommitSettings {
  readonly commit: string;
  /** Empty where commits wait for no standby. */
  readonly standbys: string;
}

// Read by the statement that stores: a pooler that gives its sessions to others by the transaction loses our settings.
const commit = sql<string>`current_setting('synchronous_commit')`.as('commit');
const standbys = sql<string>`current_setting('synchronous_standby_names')`.as('standbys');

/** Settings that wait for the disks of all servers that are to be waited for. */
const SAFE = new Set(['on', 'remote_apply']);

/** Whether commits wait for a line of pg_stat_replication. */
const isWaitedFor = sql<boolean>`sync_state in ('sync', 'quorum')`;

/**
 * Whether it is a standby that the setting names. Everybody who takes the write-ahead log counts for `*`, which Patroni sets
 * while there is no standby (`synchronous_mode_strict`): also pg_basebackup, which makes one, and pg_receivewal. Neither can
 * be promoted. A standby replays what it takes; PostgreSQL may wait for one of the others, and call the standby `potential`.
 */
const isStandby = sql<boolean>`case when current_setting('synchronous_standby_names') like '%*%'
  then replay_lsn is not null and sync_state <> 'async' else ${isWaitedFor} end`;

/** How long a standby has after a commit that waited for it. It reports its position before the wait ends. */
const CONFIRM_MS = 2_000;

/**
 * Asks, after a commit that waited, whether the standbys have it. The setting is read before the wait. If it is emptied
 * and reloaded meanwhile, the server lets the waiting commits go as if they had succeeded, and no standby has them.
 * Patroni empties it by itself when a standby dies and `synchronous_mode_strict` is off.
 * @param open the session that committed
 * @throws {UnsafeCommitError} where not as many standbys have it as the setting names
 */
async function confirmStandbys(open: Kysely<Tables>): Promise<void> {
  const giveUpAt = performance.now() + CONFIRM_MS;
  let place: string | undefined;
  for (;;) {
    // What is flushed here by now is beyond the commit.
    const { rows } = await sql<{ standbys: string; place: string; reached: number }>`
      with here as (select coalesce(${place ?? null}::pg_lsn, pg_current_wal_flush_lsn()) as place)
      select ${standbys.expression} as standbys, place::text,
        (select count(*) from pg_stat_replication where (${isStandby}) and flush_lsn >= place) as reached
      from here`.execute(open);
    const found = rows[0]!;
    if (found.standbys === '')
      throw new UnsafeCommitError('synchronous_standby_names was emptied meanwhile.');
    if (found.reached >= countOf(found.standbys)) return;
    if (performance.now() > giveUpAt)
      throw new UnsafeCommitError('The standbys that synchronous_standby_names names do not have it.');
    ({ place } = found);
    await delay(STANDBY_POLL_MS);
  }
}

/** @throws {UnsafeCommitError} where the commit did not wait for what it should have waited for */
function checkCommit(settings: CommitSettings, needsStandby: boolean): void {
  if (!SAFE.has(settings.commit))
    throw new UnsafeCommitError(`It was committed with synchronous_commit = ${settings.commit}.`);
  if (needsStandby && settings.standbys === '')
    throw new UnsafeCommitError('synchronous_standby_names is empty.');
}

/**
 * Stores a row with its entry in the log. One statement, so that neither is there without the other, and reports wait for
 * one answer alone.
 * @returns the number of rows stored
 * @throws {UnsafeCommitError} where it is stored, but not where it should be
 */
export function storeLogged(
  database: Kysely<Tables>,
  row: ReportRow,
  needsStandby: boolean,
): Promise<number> {
  if (!needsStandby) return storeIn(database, row, needsStandby);
  return database.connection().execute(async (open) => {
    const count = await storeIn(open, row, needsStandby);
    if (count > 0) await confirmStandbys(open);
    return count;
  });
}

async function storeIn(database: Kysely<Tables>, row: ReportRow, needsStandby: boolean): Promise<number> {
  const leaf = sql<string>`encode(sha256(decode('00', 'hex') || convert_to(sequence || ' ' || ${factsOf(row)}::text, 'UTF8')), 'hex')`;
  const day = sql<string>`${dayOf(row)}::text`;
  const stored = await database
    .with('stored', (open) =>
      open
        .insertInto('report')
        .values({ ...row, sealed: Number(row.sealed) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('sequence'),
    )
    .insertInto('logEntry')
    .columns(['sequence', 'leaf', 'day', 'numbered'])
    .expression((select) =>
      select
        .selectFrom('stored')
        .select(['sequence', leaf.as('leaf'), day.as('day'), sql<number>`1`.as('numbered')]),
    )
    .returning([commit, standbys])
    .execute();
  for (const settings of stored) checkCommit(settings, needsStandby);
  return stored.length;
}

/**
 * Finds a report that was stored before. A primary that has restarted shows rows that no standby has yet, because their
 * commits were cut off while they waited. So a message goes into the write-ahead log after the row: its own commit waits
 * until the standby has both.
 */
export function findConfirmed(
  database: Kysely<Tables>,
  id: string,
  needsStandby: boolean,
): Promise<ExistingReport | undefined> {
  if (!needsStandby) return findIn(database, id, needsStandby);
  return database.connection().execute(async (open) => {
    const found = await findIn(open, id, needsStandby);
    if (found) await confirmStandbys(open);
    return found;
  });
}

async function findIn(
  database: Kysely<Tables>,
  id: string,
  needsStandby: boolean,
): Promise<ExistingReport | undefined> {
  const found = await database
    .selectFrom('report')
    .select(['digest', 'answer', emitMessage, commit, standbys])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  checkCommit(found, needsStandby);
  return { digest: found.digest, answer: found.answer };
}

/** Writes a message that nobody reads; gives its place in the write-ahead log. */
const emitMessage = sql<string>`pg_logical_emit_message(true, 'cliquez-signalez', '')::text`.as('place');

/** How long a standby has to take the message of a probe, and how often it is looked at. */
const PROBE_MS = 1_200;
const STANDBY_POLL_MS = 20;

/**
 * Tries to store, and leaves nothing behind. It rolls back, and lets no commit wait for a standby: an absent standby would
 * hold a connection of the server for each question. Instead, it looks whether the standbys take a message that was
 * committed on the primary alone; and, where the user may not see what standbys do, for commits that wait.
 */
export async function rehearse(
  database: Kysely<Tables>,
  insert: CompiledQuery,
  needsStandby: boolean,
): Promise<void> {
  const settings = await readSettings(database);
  if (settings.waiting > 0) throw new Error('Reports wait for a synchronous standby.');
  checkCommit(settings, needsStandby);
  const transaction = await database.startTransaction().execute();
  try {
    await transaction.executeQuery(insert);
  } finally {
    await transaction.rollback().execute();
  }
  const probe = { needsStandby, patience: PROBE_MS };
  if (settings.standbys !== '' && (await reachStandbys(database, settings, probe)) === 'late')
    throw new Error('No synchronous standby takes what is written.');
}

/** How long a reader waits for the standby: one that lost its primary looks for it again every 5 s, by default. */
const READER_MS = 7_000;

/**
 * Waits until the standbys have all that can be read by now. A primary that has restarted shows reports that no standby
 * has. After a promotion their numbers are given to other reports, and a reader that goes on from a number would never see
 * those; a head of the log would be a false alarm.
 * @param pool connections of the same database
 * @param needsStandby whether there must be one: where Patroni has emptied the setting by itself, nobody has given it up
 * @throws {StandbyBehindError} where they do not have it in time
 */
export async function confirmReadable(
  database: Kysely<Tables>,
  pool: Pick<PrimaryPool, 'connect'>,
  needsStandby: boolean,
): Promise<void> {
  const settings = await readSettings(database);
  if (settings.standbys === '') {
    if (needsStandby) throw new StandbyBehindError(ALONE);
    return;
  }
  const reached = await reachStandbys(database, settings, { needsStandby, patience: READER_MS });
  if (reached === 'reached') return;
  // One commit that waits is enough: the server keeps its connection until the standby is back. Emptied meanwhile, the
  // setting lets it go.
  const isConfirmed =
    reached === 'unseen' &&
    settings.waiting === 0 &&
    (await waitForStandbys(pool, settings)) &&
    (await readSettings(database)).standbys !== '';
  if (!isConfirmed) throw new StandbyBehindError(UNCONFIRMED);
}

/**
 * Refuses to read on a standby. It knows neither which reports are still on their way, nor which numbers were given: those
 * that PostgreSQL has written down in advance count there.
 * @throws {StandbyBehindError} where this server follows another one
 */
export async function refuseStandby(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ follows: boolean }>`select pg_is_in_recovery() as follows`.execute(database);
  if (rows[0]!.follows) throw new StandbyBehindError(FOLLOWS);
}

const FOLLOWS =
  'This server is a standby: it does not know which reports are still on their way, and a reader would miss some. Name ' +
  'the server that it follows.';

const UNCONFIRMED =
  'The standby has not got all reports of this server yet, and what it lacks is not read: if it is promoted, their ' +
  'numbers belong to other reports. Wait until it follows again; or name the server that was promoted; or, where there ' +
  'is to be no standby, empty synchronous_standby_names, and set SYNCHRONOUS_STANDBY=0.';

const ALONE =
  'SYNCHRONOUS_STANDBY asks for a standby that has each report, and synchronous_standby_names is empty: what this server ' +
  'has alone is not read. Wait until there is a standby again; or, where there is to be none, set SYNCHRONOUS_STANDBY=0.';

/** A commit that waits, on a connection that is given up with it. @returns whether the standbys have it */
async function waitForStandbys(
  pool: Pick<PrimaryPool, 'connect'>,
  { server }: SessionSettings,
): Promise<boolean> {
  const client = await pool.connect();
  try {
    const text = `
      select pg_logical_emit_message(true, 'cliquez-signalez', ''), current_setting('synchronous_commit') as commit,
        pg_postmaster_start_time()::text as server`;
    const { rows } = await client.query<SessionSettings>({ text, query_timeout: READER_MS } as QueryConfig);
    client.release();
    return SAFE.has(rows[0]!.commit) && rows[0]!.server === server;
  } catch {
    client.release(true);
    return false;
  }
}

/** What a session may know before it waits. */
interface SessionSettings extends CommitSettings {
  /** When it was started, which tells it from another one that has become the primary. */
  readonly server: string;
  /** Commits of this user that wait for a standby, beyond the moment that it takes. */
  readonly waiting: number;
}

async function readSettings(database: Kysely<Tables>): Promise<SessionSettings> {
  const { rows } = await sql<SessionSettings>`
    select count(*) as waiting, pg_postmaster_start_time()::text as server, ${commit.expression} as commit,
      ${standbys.expression} as standbys
    from pg_stat_activity
    where wait_event = 'SyncRep' and usename = current_user and datname = current_database()
      and state_change < clock_timestamp() - interval '500 milliseconds'`.execute(database);
  return rows[0]!;
}

/** How many standbys a commit waits for: `ANY 2 (a, b, c)`, `2 (a, b)`, `a, b`. */
function countOf(names: string): number {
  return Number(/^\s*(?:(?:first|any)\s+)?(?<count>\d+)\s*\(/i.exec(names)?.groups?.['count'] ?? 1);
}

/** Whether the standbys have what was written before, as far as this user may see what they do. */
async function reachStandbys(
  database: Kysely<Tables>,
  { standbys: names }: CommitSettings,
  { needsStandby, patience }: { readonly needsStandby: boolean; readonly patience: number },
): Promise<'reached' | 'late' | 'unseen'> {
  const place = await database.transaction().execute(async (open) => {
    await sql`set local synchronous_commit = local`.execute(open);
    const { rows } = await sql<{ place: string }>`select ${emitMessage.expression} as place`.execute(open);
    return rows[0]!.place;
  });
  // Without the rights of pg_monitor, a standby can be seen, but not what it does.
  const look = sql<{ reached: number; unseen: number }>`
    select count(*) filter (where (${needsStandby ? isStandby : isWaitedFor}) and flush_lsn >= ${place}::pg_lsn) as reached,
      count(*) filter (where sync_state is null) as unseen
    from pg_stat_replication`;
  const giveUpAt = performance.now() + patience;
  for (;;) {
    const { rows } = await look.execute(database);
    const { reached, unseen } = rows[0]!;
    if (reached >= countOf(names)) return 'reached';
    if (unseen > 0) return 'unseen';
    if (performance.now() > giveUpAt) return 'late';
    await delay(STANDBY_POLL_MS);
  }
}
