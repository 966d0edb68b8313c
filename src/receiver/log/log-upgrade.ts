// Takes over the log of an older version, whose entries did not cover their days: one entry then commits to all of these.
import { sql, type Kysely } from 'kysely';
import { entriesBetween } from './log-entries.ts';
import { addNote, DaysDigest } from './log-notes.ts';
import { findStart, SUMMED, type DaysStart } from './log-tree.ts';
import type { Tables } from '../store/tables.ts';

/** The difference between databases for an upgrade. */
export interface UpgradeDialect {
  /** Runs work in one transaction while no other transaction adds to the log. */
  whileLogRests(work: (database: Kysely<Tables>) => Promise<void>): Promise<void>;
}

/**
 * Adds the entry from which on days are covered, if it is missing. Reports are stored meanwhile, also by processes of
 * an older version: every entry behind that one is covered, by any version.
 * @param settled the position up to which no more entries can appear
 */
export async function takeOver(
  database: Kysely<Tables>,
  dialect: UpgradeDialect,
  settled: number,
  signal: AbortSignal,
): Promise<void> {
  if (await findStart(database)) return;
  const days = new DaysDigest();
  const addUpTo = async (open: Kysely<Tables>, after: number, end: number): Promise<void> => {
    for await (const page of entriesBetween(open, after, end, SUMMED)) {
      for (const entry of page) days.add(entry);
      if (signal.aborted) return;
    }
  };
  await addUpTo(database, 0, settled);
  if (signal.aborted) return;
  await dialect.whileLogRests(async (open) => {
    if (await findStart(open)) return;
    await addUpTo(open, settled, Number.MAX_SAFE_INTEGER);
    if (signal.aborted) return;
    await addNote(open, days.end());
    // The sums of the older version lie before this entry, so they hold.
    await sql`insert into "logPart" select "lastPosition", root from ${sql.table('logSum')}
      where true on conflict do nothing`.execute(open);
  });
}

/** Whether the entries before that entry still have the numbers and days that it commits to. */
export async function isCommitted(database: Kysely<Tables>, start: DaysStart): Promise<boolean> {
  const days = new DaysDigest();
  for await (const page of entriesBetween(database, 0, start.position - 1, SUMMED))
    for (const entry of page) days.add(entry);
  const { size, digest } = days.end();
  return size === start.size && digest === start.digest;
}
