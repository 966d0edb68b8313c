// Compares the erasures in a log with those that the operator knows of. The database alone proves nothing: somebody who
// may write to it can mark a deleted row as erased, and add an entry for it. The hash of an entry covers the report's
// day, so it still tells whether the report was due.
import type { Kysely } from 'kysely';
import type { LogEntry } from './log-entries.ts';
import type { LogNote } from './log-notes.ts';
import type { KnownErasures, LoggedErasure } from './report-log.ts';
import type { Tables } from '../database/tables.ts';

/** The erasures that a verification finds. */
export class FoundErasures {
  readonly #database: Kysely<Tables>;
  readonly #before: string;
  readonly #numbers: ReadonlySet<number>;
  readonly #unexplained = new Set<number>();
  /** The erasures of the log, in its order. */
  readonly logged: LoggedErasure[] = [];
  /** Rows that are gone and were due. */
  erased = 0;
  /** Rows that are gone and whose numbers are known. */
  byHand = 0;

  constructor(database: Kysely<Tables>, { before = '', numbers = new Set() }: KnownErasures) {
    this.#database = database;
    this.#before = before;
    this.#numbers = numbers;
  }

  /** Rows that were erased by no erasure that is known. */
  get unexplained(): readonly number[] {
    return [...this.#unexplained];
  }

  /** Takes a note. @param place its place in the log, from 1 on */
  async addNote({ before, numbers }: LogNote, place: number): Promise<void> {
    const last = this.logged.at(-1);
    if (last && before !== undefined && last.before === before) {
      this.logged.pop();
      const [first] = last.entries;
      this.logged.push({ before, count: last.count + numbers.length, entries: [first, place] });
    } else this.logged.push({ before, count: numbers.length, entries: [place, place] });
    // With a note of an earlier verification, the entries of these rows are not read again.
    for (const { sequence, day } of await daysOf(this.#database, numbers))
      if (!this.#isDue(day) && !this.#numbers.has(sequence)) this.#unexplained.add(sequence);
  }

  /** Takes an entry without a row. @returns false if no receiver has erased the row */
  take({ sequence, day, erased: isMarked }: LogEntry): boolean {
    if (this.#numbers.has(sequence)) this.byHand++;
    else if (isMarked === 0) return false;
    else if (this.#isDue(day)) this.erased++;
    else this.#unexplained.add(sequence);
    return true;
  }

  /** By the day: the minute in which an erased report arrived is not kept. */
  #isDue(day: string): boolean {
    return `${day}T00:00:00Z` < this.#before;
  }
}

async function daysOf(
  database: Kysely<Tables>,
  numbers: readonly number[],
): Promise<Pick<LogEntry, 'sequence' | 'day'>[]> {
  if (numbers.length === 0) return [];
  return database
    .selectFrom('logEntry')
    .select(['sequence', 'day'])
    .where('sequence', 'in', numbers)
    .execute();
}
