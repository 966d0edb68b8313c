// The rows of follow-ups, locked until the end of a transaction.
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Outcome } from './follow-ups.ts';
import type { Tables } from '../database/tables.ts';

/** SQL clause that locks the rows of a select; SQLite has one writer at a time, and needs none. */
export type RowLock = '' | 'for update';

/** A follow-up as it is stored. */
export type FollowUpRow = Selectable<Tables['followUp']>;

/** Reads follow-ups, in the order of their hashes: transactions that lock several never wait in a circle. */
export async function lockedFollowUps(
  open: Kysely<Tables>,
  column: 'hash' | 'reference',
  values: readonly string[],
  rowLock: RowLock,
): Promise<FollowUpRow[]> {
  if (values.length === 0) return [];
  const query = open.selectFrom('followUp').selectAll().where(column, 'in', values).orderBy('hash');
  return query.modifyEnd(sql.raw(rowLock)).execute();
}

/** The states that were set for follow-ups, the oldest first. */
export async function historiesOf(
  open: Kysely<Tables>,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Outcome[]>> {
  const histories = new Map<string, Outcome[]>(hashes.map((hash) => [hash, []]));
  if (hashes.length === 0) return histories;
  const rows = await open
    .selectFrom('followUpState')
    .select(['hash', 'state', 'since'])
    .where('hash', 'in', hashes)
    .orderBy('hash')
    .orderBy('place')
    .execute();
  for (const { hash, state, since } of rows) histories.get(hash)!.push({ state, since });
  return histories;
}

/**
 * Draws the number of a change, after the rows are locked. The row of numbers is locked until the end of the transaction,
 * so that changes appear in the order of their numbers.
 */
export async function nextVersion(open: Kysely<Tables>): Promise<number> {
  const { last } = await open
    .updateTable('followUpVersion')
    .set(({ eb }) => ({ last: eb('last', '+', 1) }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** A state that is set for a follow-up, and its place among the follow-up's states, from 1 on. */
export type PlacedOutcome = Selectable<Tables['followUpState']>;

/** Sets the states of follow-ups whose rows are locked: three statements, however many there are. */
export async function addOutcomes(open: Kysely<Tables>, outcomes: readonly PlacedOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await open.insertInto('followUpState').values(outcomes).execute();
  const hashes = sql.join([...new Set(outcomes.map(({ hash }) => hash))]);
  const version = await nextVersion(open);
  await sql`
    update "followUp" set version = ${version}, (state, since) = (
      select state, since from "followUpState" where "followUpState".hash = "followUp".hash
      order by place desc limit 1)
    where hash in (${hashes})`.execute(open);
}
