// The rows of a database without an entry in its log, and their adoption.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { addEntries } from './log-entries.ts';
import type { Tables } from '../store/tables.ts';

/** Rows that are looked at in one step, while reports are stored in between. */
const STEP = 1_000;

/** Steps between two notes of how far the rows were looked at. */
const STEPS_A_NOTE = 100;

/** The numbers of rows without an entry, in growing order: those above `after`, up to `end`. */
export async function unloggedBetween(
  database: Kysely<Tables>,
  after: number,
  end: number,
): Promise<number[]> {
  const { rows } = await sql<{ sequence: number }>`
    select sequence from report where sequence > ${after} and sequence <= ${end}
      and not exists (select 1 from ${sql.table('logEntry')} as entry
        where entry.sequence = report.sequence and entry.sequence > ${after} and entry.sequence <= ${end})
    order by sequence`.execute(database);
  return rows.map(({ sequence }) => sequence);
}

/**
 * Adds entries for the rows that an older version stored, and notes up to which number every row has one.
 * @param settled the number up to which no more rows can appear
 */
export async function adopt(database: Kysely<Tables>, settled: number, signal: AbortSignal): Promise<void> {
  let after = await adoptedUpTo(database);
  for (let step = 1; after < settled && !signal.aborted; step++) {
    const end = await endOfStep(database, after, settled);
    const numbers = await unloggedBetween(database, after, end);
    await addEntriesOf(database, numbers);
    after = end;
    if (after === settled || step % STEPS_A_NOTE === 0) await note(database, after);
    await nextTurn();
  }
}

/** Adds entries for those of these rows that are not adopted yet. */
export async function adoptRows(database: Kysely<Tables>, numbers: readonly number[]): Promise<void> {
  const adopted = await adoptedUpTo(database);
  const later = numbers.filter((number) => number > adopted);
  if (later.length === 0) return;
  const logged = await database
    .selectFrom('logEntry')
    .select('sequence')
    .where('sequence', 'in', later)
    .execute();
  const known = new Set(logged.map(({ sequence }) => sequence));
  await addEntriesOf(
    database,
    later.filter((number) => !known.has(number)),
  );
}

async function addEntriesOf(database: Kysely<Tables>, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  // In one order: processes that add the same entries at once wait for each other, and never in a circle.
  const rows = await database
    .selectFrom('report')
    .selectAll()
    .where('sequence', 'in', numbers)
    .orderBy('sequence')
    .execute();
  await addEntries(
    database,
    rows.map((row) => ({ ...row, sealed: row.sealed === 1 })),
  );
}

/** The number up to which every row has an entry; 0 if that is not known. */
async function adoptedUpTo(database: Kysely<Tables>): Promise<number> {
  const { known } = await database
    .selectFrom('logAdoption')
    .select((row) => row.fn.max('upTo').as('known'))
    .executeTakeFirstOrThrow();
  return known ?? 0;
}

/** The number of the last row of a step. */
async function endOfStep(database: Kysely<Tables>, after: number, settled: number): Promise<number> {
  const row = await database
    .selectFrom('report')
    .select('sequence')
    .where('sequence', '>', after)
    .where('sequence', '<=', settled)
    .orderBy('sequence')
    .offset(STEP - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.sequence ?? settled;
}

async function note(database: Kysely<Tables>, upTo: number): Promise<void> {
  await database
    .insertInto('logAdoption')
    .values({ upTo })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await database.deleteFrom('logAdoption').where('upTo', '<', upTo).execute();
}
