// A note of how far the count of a year is, so that it goes on after it was cut off. It holds counts, and references of
// decisions with the day and category of their reports.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { CommandError } from 'cliquez-signalez-tools/commands';
import type { Known, YearCounts } from '../figures/yearly-figures.ts';
import type { Ledger } from '../store/lineage.ts';
import { replaceFile } from './new-file.ts';

/** A count that is under way. */
export interface CountNote {
  /** What an earlier run had counted; undefined where there was none. */
  readonly found: { readonly after: number; readonly counts: YearCounts } | undefined;
  /** Says that everything up to a place is counted. Written now and then. */
  at(place: number, counts: YearCounts): void;
  /** Removes the note. */
  end(): Promise<void>;
}

/** The file, as JSON. */
interface Written extends Omit<YearCounts, 'known'> {
  /** Digest of all that decides what is counted. */
  readonly of: string;
  readonly after: number;
  readonly known: readonly (readonly [reference: string, known: Known])[];
}

/** Pause between two writings: what is lost where the command is cut off. */
const PAUSE_MS = 5_000;

/**
 * Opens a note.
 * @param from the year, and the files that the count is made from
 * @throws {CommandError} where the file is of another count
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
      // Told at the end.
      writing.catch(() => {});
    },
    async end() {
      await writing;
      await rm(file, { force: true });
    },
  };
}

async function digestOf(ledger: Ledger, year: string, files: readonly string[]): Promise<string> {
  const [self] = await ledger.origins();
  const hash = createHash('sha256').update(JSON.stringify([self?.storeId, year]));
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
