// The log's entries for reports: the hash of a row, and its day.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely, Selectable } from 'kysely';
import { hashLeaf } from './merkle.ts';
import type { LoggedRow } from './report-log.ts';
import type { StoredReport } from '../database/records.ts';
import type { Tables } from '../database/tables.ts';

/** An entry's facts about a row besides its number. The body is in it by its digest. */
export function factsOf(row: LoggedRow): string {
  const { id, digest, reference, receivedAt, sealed, partner, trust, priority, answer } = row;
  return JSON.stringify([id, digest, reference, receivedAt, sealed, partner, trust, priority, answer]);
}

/** The day on which a row arrived. It alone tells later whether retention was due, so the tree covers it (log-tree.ts). */
export const dayOf = ({ receivedAt }: Pick<LoggedRow, 'receivedAt'>): string => receivedAt.slice(0, 10);

/** The hash of a row with its number, so that neither can be changed. `postgres-commit.ts` says the same in SQL. */
export const leafOf = (sequence: number, facts: string): string => hashLeaf(`${sequence} ${facts}`);

/** Adds the entries of rows that are in the table. */
export async function addEntries(
  database: Kysely<Tables>,
  rows: readonly (LoggedRow & Pick<StoredReport, 'sequence'>)[],
): Promise<void> {
  if (rows.length === 0) return;
  await database
    .insertInto('logEntry')
    .values(
      rows.map((row) => ({
        sequence: row.sequence,
        leaf: leafOf(row.sequence, factsOf(row)),
        day: dayOf(row),
      })),
    )
    .onConflict((conflict) => conflict.column('sequence').doNothing())
    .execute();
}

/** An entry as it is stored. */
export type LogEntry = Selectable<Tables['logEntry']>;

/** Reads the entries between two positions, the first excluded, page after page. Reports are stored in between. */
export async function* entriesBetween(
  database: Kysely<Tables>,
  start: number,
  end: number,
  limit: number,
): AsyncGenerator<LogEntry[]> {
  for (let after = start; ;) {
    const page = await database
      .selectFrom('logEntry')
      .selectAll()
      .where('position', '>', after)
      .where('position', '<=', end)
      .orderBy('position')
      .limit(limit)
      .execute();
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.position;
    await nextTurn();
  }
}
