// The log's notes: the erasures.
import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { hashLeaf } from './merkle.ts';
import type { Tables } from '../database/tables.ts';

const noteSchema = z.object({
  kind: z.literal('erasure'),
  /** Moment before which everything was erased; left out if reports were erased by their numbers. */
  before: z.optional(z.string()),
  numbers: z.array(z.int()),
});

/** Reports that were erased in one transaction. */
export type LogNote = z.infer<typeof noteSchema>;

/** A note as its entry has it. */
export const writeNote = (note: LogNote): string => JSON.stringify(note);

/** Reads a note; undefined if it is not, to the letter, one that `writeNote` writes. */
export function readNote(text: string): LogNote | undefined {
  try {
    const { data } = noteSchema.safeParse(JSON.parse(text));
    return data && writeNote(data) === text ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Adds a note to the log. */
export async function addNote(database: Kysely<Tables>, note: LogNote): Promise<void> {
  const text = writeNote(note);
  await database
    .insertInto('logEntry')
    .values({ sequence: noteNumber(), leaf: hashLeaf(text), day: '', note: text })
    .execute();
}

const NOTE_NUMBERS = 2 ** 47;

/** The number of a note: each entry has one, and those of reports are above 0. */
export const noteNumber = (): number => -randomInt(1, NOTE_NUMBERS);
