// A note of how far a log was verified: the head up to which all was sound, in a file of one line.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { CommandError } from '../../command-line/command.ts';
import type { LogHead } from '../log/report-log.ts';
import { readHead, writeHead } from './log-head.ts';
import { replaceFile } from './new-file.ts';

/**
 * Reads a note.
 * @returns undefined if there is none yet
 * @throws {CommandError} if the file is no note, or one of another database
 */
export async function readNote(file: string, storeId: string): Promise<LogHead | undefined> {
  if (!existsSync(file)) return undefined;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`--note: ${file} cannot be read. Check who may read it.`);
  });
  const head = readHead(text);
  if (!head) throw new CommandError(`--note: there is no head in ${file}. Name a new file.`);
  if (head.storeId === storeId) return head;
  throw new CommandError(`--note: ${file} is of another database. Name a new file.`);
}

/** Writes a note in place of the last one. */
export const writeNote = (file: string, head: LogHead): Promise<void> =>
  replaceFile(file, `${writeHead(head)}\n`, '--note');
