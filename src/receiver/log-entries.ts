// Entries of the log: the hash of a row, and its day.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely, Selectable } from 'kysely';
import { hashLeaf } from './merkle.ts';
import type { LoggedRow } from './report-log.ts';
import type { StoredReport } from './records.ts';
import type { Tables } from './tables.ts';

/** The entry of a row: its hash, and the day on which it arrived, which alone tells later whether retention was due. */
export function entryOf(row: LoggedRow): { leaf: string; day: string } {
  const { id, digest, reference, receivedAt, sealed, partner, trust, priority, answer } = row;
  const facts = [id, digest, reference, receivedAt, sealed, partner, trust, priority, answer];
  return { leaf: hashLeaf(JSON.stringify(facts)), day: receivedAt.slice(0, 10) };
}

/** Adds the entries of rows that are in the table. */
export async function addEntries(
  database: Kysely<Tables>,
  rows: readonly (LoggedRow & Pick<StoredReport, 'sequence'>)[],
): Promise<void> {
  if (rows.length === 0) return;
  await database
    .insertInto('logEntry')
    .values(rows.map((row) => ({ sequence: row.sequence, ...entryOf(row) })))
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
