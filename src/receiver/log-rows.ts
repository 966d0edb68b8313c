// The rows of a database that are in no entry of its log.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Numbers that are looked at in one step, while reports are stored in between. */
const STEP = 1_000;

/** The numbers of rows without an entry, step by step, in growing order. */
export async function* unlogged(database: Kysely<Tables>): AsyncGenerator<number[]> {
  const { last } = await database
    .selectFrom('report')
    .select((row) => row.fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow();
  for (let after = 0; after < (last ?? 0); after += STEP) {
    const { rows } = await sql<{ sequence: number }>`
      select sequence from report where sequence > ${after} and sequence <= ${after + STEP}
        and not exists (select 1 from ${sql.table('logEntry')} as entry where entry.sequence = report.sequence)
      order by sequence`.execute(database);
    yield rows.map(({ sequence }) => sequence);
    await nextTurn();
  }
}
