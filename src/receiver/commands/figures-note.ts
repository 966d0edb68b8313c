// The note of a year's count, from which an interrupted count goes on. It holds counts, and references of decisions
// with the day and category of their reports.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { CommandError } from '../../command-line/command.ts';
import type { Known, YearCounts } from '../figures/yearly-figures.ts';
import type { Ledger } from '../database/lineage.ts';
import { replaceFile } from './new-file.ts';

/** A running count. */
export interface CountNote {
  /** The counts of an earlier run; undefined if there was none. */
  readonly found: { readonly after: number; readonly counts: YearCounts } | undefined;
  /** Notes that everything up to a place is counted. Written now and then. */
  at(place: number, counts: YearCounts): void;
  /** Removes the note. */
  end(): Promise<void>;
}

/** The file, as JSON. */
interface Written extends Omit<YearCounts, 'known'> {
  /** Digest of the database, the year and the files that are counted. */
  readonly of: string;
  readonly after: number;
  readonly known: readonly (readonly [reference: string, known: Known])[];
}

/** Pause between two writings: an interruption loses at most this much. */
const PAUSE_MS = 5_000;

/**
 * Opens a note.
 * @param from the year, and the files that the count is made from
 * @throws {CommandError} if the file is of another count
 */
export async function openNote(
  file: string,
  ledger: Ledger,
  [year, ...files]: readonly [string, ...string[]],
): Promise<CountNote> {
  const of = await digestOf(ledger, year, files);
  const written = existsSync(file) ? await readWritten(file) : undefined;
  if (written && written.of !== of) {
    throw new CommandError(
      `--note: ${file} is of another count: of another database, year, decisions or key. Name a new file, or remove it.`,
    );
  }
  let writtenAt = performance.now();
  let writing = Promise.resolve();
  return {
    found: written && { after: written.after, counts: { ...written, known: new Map(written.known) } },
    at(after, { known, ...counts }) {
      if (performance.now() - writtenAt < PAUSE_MS) return;
      writtenAt = performance.now();
      const next: Written = { of, after, ...counts, known: [...known] };
      const text = JSON.stringify(next);
      writing = writing.then(() => replaceFile(file, text, '--note'));
      // The failure is reported at the end.
      writing.catch(() => {});
    },
    async end() {
      await writing;
      await rm(file, { force: true });
    },
  };
}

async function digestOf(ledger: Ledger, year: string, files: readonly string[]): Promise<string> {
  const [{ storeId }] = await ledger.origins();
  const hash = createHash('sha256').update(JSON.stringify([storeId, year]));
  for (const file of files)
    hash.update(
      createHash('sha256')
        .update(await readFile(file))
        .digest(),
    );
  return hash.digest('hex');
}

async function readWritten(file: string): Promise<Written> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`--note: ${file} cannot be read. Check who may read it.`);
  });
  try {
    return JSON.parse(text) as Written;
  } catch {
    throw new CommandError(`--note: ${file} is no note of a count. Name a new file.`);
  }
}
