// The proof that a commit is safe, before a report is acknowledged or read: it is on the disk of each server that the
// settings promise.
import { setTimeout as delay } from 'node:timers/promises';
import { sql, type CompiledQuery, type Kysely } from 'kysely';
import type { QueryConfig } from 'pg';
import { dayOf, factsOf } from '../../log/log-entries.ts';
import type { PrimaryPool } from './postgres-primary.ts';
import { StandbyBehindError, UnsafeCommitError } from '../../database/store-errors.ts';
import type { NewRow } from '../kysely-store.ts';
import type { NewMessage } from '../../database/outbox.ts';
import type { ExistingReport } from '../store.ts';
import type { Tables } from '../../database/tables.ts';

/** The settings under which a commit waited. */
interface CommitSettings {
  readonly commit: string;
  /** Empty if commits wait for no standby. */
  readonly standbys: string;
}

// Read by the statement that stores: a pooler that shares its sessions between transactions loses our settings.
const commit = sql<string>`current_setting('synchronous_commit')`.as('commit');
const standbys = sql<string>`current_setting('synchronous_standby_names')`.as('standbys');

/** Settings under which a commit waits for the disks of all named servers. */
const SAFE = new Set(['on', 'remote_apply']);

/** Whether commits wait for a line of pg_stat_replication. */
const isWaitedFor = sql<boolean>`sync_state in ('sync', 'quorum')`;

/**
 * Whether a replica counts as a standby that the setting names. For `*`, every reader of the write-ahead log counts,
 * also pg_basebackup and pg_receivewal, which cannot be promoted. Patroni sets `*` while there is no standby
 * (`synchronous_mode_strict`). A standby replays the log; PostgreSQL may wait for another one, and call it `potential`.
 */
const isStandby = sql<boolean>`case when current_setting('synchronous_standby_names') like '%*%'
  then replay_lsn is not null and sync_state <> 'async' else ${isWaitedFor} end`;

/** Time for a standby to confirm a commit that waited for it. It reports its position before the wait ends. */
const CONFIRM_MS = 2_000;

/**
 * Asks the standbys whether they have a commit that waited. The setting is read before the wait. If it is emptied and
 * reloaded meanwhile, the server lets waiting commits go as if they had succeeded, and no standby has them. Patroni
 * empties it by itself when a standby dies and `synchronous_mode_strict` is off.
 * @param open the session that committed
 * @throws {UnsafeCommitError} if fewer standbys have it than the setting names
 */
async function confirmStandbys(open: Kysely<Tables>): Promise<void> {
  const giveUpAt = performance.now() + CONFIRM_MS;
  let place: string | undefined;
  for (;;) {
    // The position flushed here by now lies beyond the commit.
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

/** @throws {UnsafeCommitError} if the commit did not wait for every server that it should have waited for */
function checkCommit(settings: CommitSettings, needsStandby: boolean): void {
  if (!SAFE.has(settings.commit))
    throw new UnsafeCommitError(`It was committed with synchronous_commit = ${settings.commit}.`);
  if (needsStandby && settings.standbys === '')
    throw new UnsafeCommitError('synchronous_standby_names is empty.');
}

/**
 * Runs work in one transaction, and resolves once its commit is safe. Work that changes nothing locks a row: its commit
 * waits as well.
 * @throws {UnsafeCommitError} if it is committed, but not on every server that the settings promise
 */
export function commitSafely<Result>(
  database: Kysely<Tables>,
  work: (open: Kysely<Tables>) => Promise<Result>,
  needsStandby: boolean,
): Promise<Result> {
  return database.connection().execute(async (open) => {
    const { result, settings } = await open.transaction().execute(async (transaction) => {
      const { rows } = await sql<CommitSettings>`
        select ${commit.expression} as commit, ${standbys.expression} as standbys`.execute(transaction);
      return { result: await work(transaction), settings: rows[0]! };
    });
    checkCommit(settings, needsStandby);
    if (needsStandby) await confirmStandbys(open);
    return result;
  });
}

/**
 * Stores a row with its entry in the log, its follow-up and its messages, in one statement: none is there without the others, and a
 * report waits for one answer alone.
 * @returns the number of rows stored
 * @throws {UnsafeCommitError} if the row is stored, but not on every server that the settings promise
 */
export function storeLogged(database: Kysely<Tables>, row: NewRow, needsStandby: boolean): Promise<number> {
  if (!needsStandby) return storeIn(database, row, needsStandby);
  return database.connection().execute(async (open) => {
    const count = await storeIn(open, row, needsStandby);
    if (count > 0) await confirmStandbys(open);
    return count;
  });
}

async function storeIn(
  database: Kysely<Tables>,
  { row, followUpHash, messages }: NewRow,
  needsStandby: boolean,
): Promise<number> {
  const leaf = sql<string>`encode(sha256(decode('00', 'hex') || convert_to(sequence || ' ' || ${factsOf(row)}::text, 'UTF8')), 'hex')`;
  const day = sql<string>`${dayOf(row)}::text`;
  const valuesOf = (column: keyof NewMessage) => sql`${messages.map((message) => message[column])}::text[]`;
  const stored = await database
    .with('stored', (open) =>
      open
        .insertInto('report')
        .values({ ...row, sealed: Number(row.sealed) })
        .onConflict((conflict) => conflict.doNothing())
        .returning(['sequence', 'reference']),
    )
    .with('followed', (open) =>
      open
        .insertInto('followUp')
        .columns(['hash', 'sequence', 'reference', 'arrivedOn', 'state', 'since'])
        .expression((select) =>
          select
            .selectFrom('stored')
            .select([
              sql<string>`${followUpHash ?? null}::text`.as('hash'),
              'sequence',
              'reference',
              day.as('arrivedOn'),
              sql<'received'>`'received'`.as('state'),
              day.as('since'),
            ])
            .where(sql<boolean>`${followUpHash !== undefined}`),
        )
        .onConflict((conflict) => conflict.doNothing()),
    )
    .with('announced', (open) =>
      open
        .insertInto('outbox')
        .columns(['id', 'channel', 'reference', 'dueAt'])
        .expression(
          () => sql`
            select given.id, given.channel, stored.reference, given."dueAt"
            from stored, unnest(${valuesOf('id')}, ${valuesOf('channel')}, ${valuesOf('dueAt')})
              as given(id, channel, "dueAt")`,
        ),
    )
    .insertInto('logEntry')
    .columns(['sequence', 'leaf', 'day'])
    .expression((select) => select.selectFrom('stored').select(['sequence', leaf.as('leaf'), day.as('day')]))
    .returning([commit, standbys])
    .execute();
  for (const settings of stored) checkCommit(settings, needsStandby);
  return stored.length;
}

/**
 * Finds a report that was stored before. A primary that has restarted shows rows whose commits were cut off while they
 * waited, so that no standby has them. A message therefore goes into the write-ahead log after the row: its own commit
 * waits until the standby has both.
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
    .select(['digest', 'answer', 'body', emitMessage, commit, standbys])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return undefined;
  checkCommit(found, needsStandby);
  return { digest: found.digest, answer: found.answer, body: found.body };
}

/** Writes a message that nobody reads, and returns its place in the write-ahead log. */
const emitMessage = sql<string>`pg_logical_emit_message(true, 'cliquez-signalez', '')::text`.as('place');

/** Time for a standby to take the message of a probe, and the pause between two looks. */
const PROBE_MS = 1_200;
const STANDBY_POLL_MS = 20;

/**
 * Tries to store, and leaves nothing behind. It rolls back, and lets no commit wait for a standby: an absent standby
 * would hold a connection for each question. Instead, it looks whether the standbys take a message that was committed
 * on the primary alone, and for commits that wait, if the user may not see what standbys do.
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

/** Time that a reader waits for the standby: one that lost its primary looks for it every 5 s by default. */
const READER_MS = 7_000;

/**
 * Waits until the standbys have every row that can be read now. A primary that has restarted shows reports that no
 * standby has. After a promotion their numbers are given to other reports: a reader that goes on from a number would
 * never see those, and a head of the log would be a false alarm.
 * @param pool connections of the same database
 * @param needsStandby whether there must be a standby: Patroni empties the setting by itself
 * @throws {StandbyBehindError} if they do not have it in time
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
  // One waiting commit is enough: the server keeps its connection until the standby is back. If the setting is emptied
  // meanwhile, the commit is let go.
  const isConfirmed =
    reached === 'unseen' &&
    settings.waiting === 0 &&
    (await waitForStandbys(pool, settings)) &&
    (await readSettings(database)).standbys !== '';
  if (!isConfirmed) throw new StandbyBehindError(UNCONFIRMED);
}

/**
 * Refuses to read on a standby. It knows neither the reports still on their way nor the highest number: it counts the
 * numbers that PostgreSQL has only written down in advance.
 * @throws {StandbyBehindError} if this server follows another one
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

/** Makes a commit that waits, on a connection of its own. @returns whether the standbys have it */
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

/** The settings that a session reads before it waits. */
interface SessionSettings extends CommitSettings {
  /** The start of the server, which tells it from another one that has become the primary. */
  readonly server: string;
  /** Commits of this user that have waited for a standby for longer than usual. */
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

/** The number of standbys that a commit waits for: `ANY 2 (a, b, c)`, `2 (a, b)`, `a, b`. */
function countOf(names: string): number {
  return Number(/^\s*(?:(?:first|any)\s+)?(?<count>\d+)\s*\(/i.exec(names)?.groups?.['count'] ?? 1);
}

/** Whether the standbys have all earlier writes, as far as this user may see what they do. */
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
