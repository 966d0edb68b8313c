// The reports that this database has erased, so that a copy of a backup does not bring them back. Of a report erased by
// its number, only the hash of its random id stays.
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { dayOf, factsOf, leafOf, type LogEntry } from '../log/log-entries.ts';
import type { StoredReport } from '../database/records.ts';
import type { Tables } from '../database/tables.ts';

/** The mark of an erased report: SHA-256 of its id, 64 hexadecimal digits. Ids are drawn at random, so it tells nothing. */
export const erasedMark = (id: string): string => createHash('sha256').update(id).digest('hex');

/** The moment before which this database has erased everything; empty if it has not. */
export async function lastErasure(database: Kysely<Tables>): Promise<string> {
  const query = database.selectFrom('logErasure').select((row) => row.fn.max('before').as('last'));
  return (await query.executeTakeFirst())?.last ?? '';
}

/** The ids of those reports that this database has erased, by its marks or by what its log says. */
export async function erasedAmong(
  database: Kysely<Tables>,
  reports: readonly StoredReport[],
): Promise<ReadonlySet<string>> {
  const marks = new Map(reports.map(({ id }) => [erasedMark(id), id]));
  const marked = await database
    .selectFrom('erasedReport')
    .select('mark')
    .where('mark', 'in', [...marks.keys()])
    .execute();
  const found = new Set(marked.map(({ mark }) => marks.get(mark)!));
  const erased = database.selectFrom('logEntry').selectAll().where('erased', '=', 1);
  const numbers = reports.map(({ sequence }) => sequence);
  const sameNumbers = await erased.where('sequence', 'in', numbers).execute();
  for (const report of reports)
    if (sameNumbers.some((entry) => entry.sequence === report.sequence && isOf(entry, report)))
      found.add(report.id);
  // It may have had another number here. Only rows erased by a day have no mark, so only old reports are looked for.
  const before = await lastErasure(database);
  const old = reports.filter(({ id, receivedAt }) => receivedAt < before && !found.has(id));
  if (old.length === 0) return found;
  const sameDays = await erased.where('day', 'in', [...new Set(old.map(dayOf))]).execute();
  for (const report of old)
    if (sameDays.some((entry) => entry.day === dayOf(report) && isOf(entry, report))) found.add(report.id);
  return found;
}

/** Whether an entry, with the number that it has here, is that of a report. */
const isOf = ({ leaf, sequence }: LogEntry, report: StoredReport): boolean =>
  leaf === leafOf(sequence, factsOf(report));
