// The file of what was erased by hand, to be kept beside the backups: a copy of a backup into an empty database leaves that
// out. It names reports, and what follow-up codes lead to, by the hash of a random id, and nothing else of them.
import { appendFile, readFile } from 'node:fs/promises';
import { CommandError } from '../../command-line/command.ts';
import { erasedMark } from '../store/erased.ts';
import type { FollowUpRecord } from '../store/follow-ups.ts';
import type { StoredReport } from '../database/records.ts';

/** The first word of each line says what the second one is. */
const LINE = /^(?:before (?<before>\d{4}-\d\d-\d\dT00:00:00Z)|report (?<mark>[\da-f]{64}))$/;

/** The erased reports: all from before a moment, or some by their marks (erased.ts). */
export type Erasure = { readonly before: string } | { readonly marks: readonly string[] };

/** The erasures that such a file names. */
export interface ErasureRecord {
  /** Whether a report was erased. */
  names(report: Pick<StoredReport, 'id' | 'receivedAt'>): boolean;
  /** Whether a follow-up was ended, which its report may not have lived to see. */
  namesFollowUp(followUp: Pick<FollowUpRecord, 'hash' | 'arrivedOn'>): boolean;
}

/**
 * Adds an erasure to a file, which is made if there is none. It is on disk when the promise resolves.
 * @throws {CommandError} if it cannot be written there
 */
export async function recordErasure(file: string, erasure: Erasure): Promise<void> {
  const lines =
    'before' in erasure ? [`before ${erasure.before}`] : erasure.marks.map((mark) => `report ${mark}`);
  if (lines.length === 0) return;
  try {
    await appendFile(file, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(
      `--record: ${file} cannot be written (${code}), so nothing was erased. Name another file.`,
    );
  }
}

/** @throws {CommandError} if it is no such file */
export async function readRecord(file: string): Promise<ErasureRecord> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`--erased: ${file} cannot be read (${error.code}).`);
  });
  const marks = new Set<string>();
  let erasedBefore = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const { before, mark } = LINE.exec(line)?.groups ?? {};
    if (mark) marks.add(mark);
    else if (!before)
      throw new CommandError(
        `--erased: line ${index + 1} of ${file} is none that « erase --record » writes. Nothing was copied.`,
      );
    else if (before > erasedBefore) erasedBefore = before;
  }
  return {
    names: ({ id, receivedAt }) => receivedAt < erasedBefore || marks.has(erasedMark(id)),
    namesFollowUp: ({ hash, arrivedOn }) =>
      `${arrivedOn}T00:00:00Z` < erasedBefore || marks.has(erasedMark(hash)),
  };
}
