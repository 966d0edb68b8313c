// What an entry of the log is: a report, a note, or nothing that this version understands.
import type { Kysely } from 'kysely';
import type { LogEntry } from './log-entries.ts';
import { readNote, type LogNote } from './log-notes.ts';
import { hashLeaf } from './merkle.ts';
import type { Tables } from '../database/tables.ts';

const HASH = /^[\da-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day, such as `2026-11-24`. */
export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** Reads an entry. What is not understood is a fault: skipped, it would hide the report that it stands for. */
export function readEntry({ note, sequence, day, leaf, erased }: LogEntry): 'report' | LogNote | undefined {
  if (note === null)
    return sequence > 0 && isDay(day) && HASH.test(leaf) && erased <= 1 ? 'report' : undefined;
  return sequence < 0 && day === '' && erased === 0 && leaf === hashLeaf(note) ? readNote(note) : undefined;
}

/** Which of these numbers more than one entry has. The database forbids it, until somebody takes that rule away. */
export async function repeatedAmong(
  database: Kysely<Tables>,
  entries: readonly LogEntry[],
): Promise<number[]> {
  const numbers = entries.map(({ sequence }) => sequence);
  const repeated = await database
    .selectFrom('logEntry')
    .select('sequence')
    .where('sequence', 'in', numbers)
    .groupBy('sequence')
    .having((entry) => entry.fn.countAll(), '>', 1)
    .execute();
  return repeated.map(({ sequence }) => sequence);
}
