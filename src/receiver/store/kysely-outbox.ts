// The outbox of a database of either kind.
import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import { minutesFrom, toMinute } from '../database/moments.ts';
import type { FollowUpDialect } from './kysely-follow-ups.ts';
import type { AlertChannel, Delay, Outbox, TakenMessage, TakeOptions } from '../database/outbox.ts';
import type { Tables } from '../database/tables.ts';

/** The difference between databases for messages. */
export type OutboxDialect = Pick<FollowUpDialect, 'together' | 'rowLock' | 'scrub'>;

/**
 * For how long a taken message is its process's own, in whole minutes: between one and two minutes. A webhook takes 15
 * seconds at most, a mail 45.
 */
const LEASE_MINUTES = 2;

/** Rows that are read, changed or removed in one statement. */
const AT_ONCE = 200;

/** Opens the outbox of a database. */
export function openOutbox(database: Kysely<Tables>, dialect: OutboxDialect): Outbox {
  return {
    take: (channel, options) => takeIn(database, dialect, channel, options),
    async finish(channel, ids) {
      await dialect.together(async (open) => {
        await open.deleteFrom('outbox').where('id', 'in', ids).execute();
        await open
          .updateTable('outbox')
          .set({ stopped: 0, attempts: 0, dueAt: '' })
          .where('channel', '=', channel)
          .where('stopped', '=', 1)
          .execute();
      });
    },
    delay: (id, delay) => delayIn(dialect, id, delay),
    async counts() {
      const counts = await database
        .selectFrom('outbox')
        .leftJoin('report', 'report.reference', 'outbox.reference')
        .select(({ fn }) => [
          'channel',
          fn.countAll<number>().as('count'),
          sumOfStopped,
          fn.min('receivedAt').as('oldest'),
        ])
        .groupBy('channel')
        .execute();
      return counts.map(({ channel, count, stopped, oldest }) => ({
        channel,
        waiting: count - stopped,
        stopped,
        oldest,
      }));
    },
    async list(limit) {
      const rows = await database
        .selectFrom('outbox')
        .select(['id', 'channel', 'reference', 'attempts', 'dueAt', 'stopped', 'fault'])
        .orderBy('dueAt')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ stopped, ...row }) => ({ ...row, isStopped: stopped === 1 }));
    },
    retry: (references) =>
      inParts(references, (part) =>
        dialect.together(async (open) => {
          const query = open.updateTable('outbox').set({ stopped: 0, attempts: 0, dueAt: '' });
          const { numUpdatedRows } = await (
            part === undefined ? query : query.where('reference', 'in', part)
          ).executeTakeFirstOrThrow();
          return Number(numUpdatedRows);
        }),
      ),
    async drop(references) {
      const count = await inParts(references, (part) =>
        dialect.together(async (open) => {
          const query = open.deleteFrom('outbox');
          const { numDeletedRows } = await (
            part === undefined ? query : query.where('reference', 'in', part)
          ).executeTakeFirstOrThrow();
          return Number(numDeletedRows);
        }),
      );
      await dialect.scrub?.();
      return count;
    },
    async countOrphans() {
      const { count } = await database
        .selectFrom('outbox')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('report').select('sequence').whereRef('report.reference', '=', 'outbox.reference'),
            ),
          ),
        )
        .executeTakeFirstOrThrow();
      return count;
    },
    async countBefore(moment) {
      const { count } = await database
        .selectFrom('outbox')
        .innerJoin('report', 'report.reference', 'outbox.reference')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('report.receivedAt', '<', moment)
        .executeTakeFirstOrThrow();
      return count;
    },
    async messagesOf(references) {
      if (references.length === 0) return [];
      return database
        .selectFrom('outbox')
        .select(['id', 'channel', 'reference', 'dueAt'])
        .where('reference', 'in', references)
        .execute();
    },
  };
}

const sumOfStopped = sql<number>`coalesce(sum(stopped), 0)`.as('stopped');

/**
 * Takes messages. The first look locks nothing: most find none.
 *
 * A clock may jump. What seems to be due, or another's, for longer than this program ever writes, was written by a clock
 * that was ahead: it is free.
 */
async function takeIn(
  database: Kysely<Tables>,
  dialect: OutboxDialect,
  channel: AlertChannel,
  { now, limit, longestWait, oncePerMinute = false }: TakeOptions,
): Promise<TakenMessage[]> {
  const minute = toMinute(now);
  const isFree = ({ and, or, eb }: ExpressionBuilder<Tables, 'outbox'>): Expression<SqlBool> =>
    and([
      eb('channel', '=', channel),
      eb('stopped', '=', 0),
      or([eb('dueAt', '<=', minute), eb('dueAt', '>', minutesFrom(now, longestWait))]),
      or([eb('takenUntil', '<=', minute), eb('takenUntil', '>', minutesFrom(now, LEASE_MINUTES))]),
    ]);
  const free = (open: Kysely<Tables>) => open.selectFrom('outbox').select('id').where(isFree);
  if (!(await free(database).limit(1).executeTakeFirst())) return [];
  const ids = await dialect.together(async (open) => {
    if (oncePerMinute && !(await takeMinute(open, minute))) return [];
    const found = await free(open)
      // New ones first: what a recipient refuses again and again must not hold them up.
      .orderBy('attempts')
      .orderBy('dueAt')
      .limit(limit)
      // Another process takes other messages, and waits for none of these.
      .modifyEnd(sql.raw(dialect.rowLock && `${dialect.rowLock} skip locked`))
      .execute();
    const taken = found.map(({ id }) => id);
    if (taken.length === 0) return [];
    await open
      .updateTable('outbox')
      .set({ takenUntil: minutesFrom(now, LEASE_MINUTES) })
      .where('id', 'in', taken)
      .execute();
    return taken;
  });
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom('outbox')
    .innerJoin('report', 'report.reference', 'outbox.reference')
    .selectAll('report')
    .select(['outbox.id as messageId', 'outbox.attempts as attempts'])
    .where('outbox.id', 'in', ids)
    .execute();
  return rows.map(({ messageId, attempts, ...row }) => ({
    id: messageId,
    attempts,
    report: { ...row, sealed: row.sealed === 1 },
  }));
}

/** Whether this process is the first of this minute. */
async function takeMinute(open: Kysely<Tables>, minute: string): Promise<boolean> {
  const { numUpdatedRows } = await open
    .updateTable('outboxMinute')
    .set({ minute })
    .where('minute', '<>', minute)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function delayIn(
  dialect: OutboxDialect,
  id: string,
  { attempts, dueAt, isStopped = false, fault }: Delay,
): Promise<void> {
  await dialect.together(async (open) => {
    await open
      .updateTable('outbox')
      .set({
        attempts,
        dueAt,
        stopped: Number(isStopped),
        takenUntil: '',
        ...(fault !== undefined && { fault }),
      })
      .where('id', '=', id)
      .execute();
  });
}

async function inParts(
  references: readonly string[] | undefined,
  change: (part: readonly string[] | undefined) => Promise<number>,
): Promise<number> {
  if (references === undefined) return change(undefined);
  let count = 0;
  for (let start = 0; start < references.length; start += AT_ONCE)
    count += await change(references.slice(start, start + AT_ONCE));
  return count;
}
