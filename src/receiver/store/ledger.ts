// The ledger of a database: the numbers it has assigned, the reports that are gone, the databases it was copied from.
import { sql, type Kysely } from 'kysely';
import type { Ledger } from '../database/lineage.ts';
import { highestPresent, readOrigins } from '../database/numbers.ts';
import type { SearchDialect } from './search.ts';
import type { Tables } from '../database/tables.ts';

/** The difference between databases for a ledger. */
export interface LedgerDialect extends SearchDialect {
  /** The highest number ever assigned; undefined if the database user may not read it. */
  highest(database: Kysely<Tables>): Promise<number | undefined>;
}

/** Opens the ledger of a database. */
export function openLedger(database: Kysely<Tables>, dialect: LedgerDialect): Ledger {
  const highestOf = async (open: Kysely<Tables>): Promise<number> =>
    (await dialect.highest(open)) ?? (await highestPresent(open));
  return {
    origins: () => readOrigins(database),
    highest: () => highestOf(database),
    settled: () => dialect.settled?.(highestOf) ?? highestOf(database),
    marked: (after) => readMarked(database, after),
    missing: (after) => readMissing(database, after),
  };
}

async function readMissing(database: Kysely<Tables>, after: number): Promise<number[]> {
  // Both have a bound, or PostgreSQL may join all reports with the last numbers.
  const { rows } = await sql<{ sequence: number }>`
    select sequence from arrival where sequence > ${after}
      and not exists (select 1 from report
        where report.sequence = arrival.sequence and report.sequence > ${after})
    order by sequence`.execute(database);
  return rows.map(({ sequence }) => sequence);
}

async function readMarked(database: Kysely<Tables>, after: number): Promise<number[]> {
  // The condition repeats the words of the index, or the index is not used.
  const { rows } = await sql<{ sequence: number }>`
    select sequence from arrival where gone = 1 and sequence > ${after} order by sequence`.execute(database);
  return rows.map(({ sequence }) => sequence);
}
