// The rows of follow-ups, locked until the end of a transaction.
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Outcome } from './follow-ups.ts';
import type { Tables } from './tables.ts';

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

/** Sets the state of a follow-up whose row is locked. @param place the place of the first outcome, from 1 on */
export async function addOutcomes(
  open: Kysely<Tables>,
  hash: string,
  place: number,
  outcomes: readonly Outcome[],
): Promise<void> {
  const last = outcomes.at(-1);
  if (!last) return;
  await open
    .updateTable('followUp')
    .set({ state: last.state, since: last.since })
    .where('hash', '=', hash)
    .execute();
  await open
    .insertInto('followUpState')
    .values(outcomes.map(({ state, since }, index) => ({ hash, place: place + index, state, since })))
    .execute();
}
