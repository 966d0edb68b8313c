// The log's notes: erasures, and the entry from which on the hash of an entry covers its day.
import { createHash, randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { LogEntry } from './log-entries.ts';
import { hashLeaf } from './merkle.ts';
import type { Tables } from '../store/tables.ts';

const erasureSchema = z.object({
  kind: z.literal('erasure'),
  /** Moment before which everything was erased; left out if reports were erased by their numbers. */
  before: z.optional(z.string()),
  numbers: z.array(z.int()),
});

const daysSchema = z.object({
  kind: z.literal('days'),
  /** Entries before this one. Their hashes do not cover their days: an older version made them. */
  size: z.int(),
  /** Digest of the numbers and days of these entries. */
  digest: z.string(),
});

const noteSchema = z.discriminatedUnion('kind', [erasureSchema, daysSchema]);

/** Reports that were erased in one transaction. */
export type ErasureNote = z.infer<typeof erasureSchema>;

/** From this entry on, the hash of an entry covers its day. A log has one such entry. */
export type DaysNote = z.infer<typeof daysSchema>;

export type LogNote = ErasureNote | DaysNote;

/** A note as its entry has it. It begins with a brace, as the text of no report's entry does. */
export const writeNote = (note: LogNote): string => JSON.stringify(note);

/** Reads a note; undefined if it is of a kind that this version does not know. */
export function readNote(text: string): LogNote | undefined {
  try {
    return noteSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Adds a note to the log. */
export async function addNote(database: Kysely<Tables>, note: LogNote): Promise<void> {
  const text = writeNote(note);
  await database
    .insertInto('logEntry')
    .values({ ...FOR_OLDER_VERSIONS, sequence: noteNumber(), leaf: hashLeaf(text), note: text })
    .execute();
}

/** An older version takes a note for the entry of a report that retention has erased. */
export const FOR_OLDER_VERSIONS = { day: '', numbered: 1, erased: 1 } as const;

const NOTE_NUMBERS = 2 ** 47;

/** The number of a note: each entry has one, and those of reports are above 0. */
export const noteNumber = (): number => -randomInt(1, NOTE_NUMBERS);

/** Sums up the numbers and days of entries that an older version made. */
export class DaysDigest {
  readonly #hash = createHash('sha256');
  size = 0;

  add({ sequence, day, note }: Pick<LogEntry, 'sequence' | 'day' | 'note'>): void {
    this.size += 1;
    if (note === null) this.#hash.update(`${sequence} ${day}\n`);
  }

  /** Ends the sum. */
  end(): DaysNote {
    return { kind: 'days', size: this.size, digest: this.#hash.digest('hex') };
  }
}
