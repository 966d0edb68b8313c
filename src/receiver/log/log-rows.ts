// The rows of a database without an entry in its log.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

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
