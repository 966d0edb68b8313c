// Entries of the log that somebody writes by hand, as a receiver would.
import { noteNumber, writeNote, type LogNote } from '../../src/receiver/log/log-notes.ts';
import { hashLeaf } from '../../src/receiver/log/merkle.ts';

/** The statement that adds a note. */
export function insertNote(note: LogNote): string {
  const text = writeNote(note);
  return `insert into "logEntry" (sequence, leaf, day, note)
    values (${noteNumber()}, '${hashLeaf(text)}', '', '${text}')`;
}
