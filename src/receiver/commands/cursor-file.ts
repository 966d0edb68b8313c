// The file of `export --cursor`: where the next export goes on.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { CommandError } from '../../command-line/command.ts';
import { readCursor, type Cursor } from './export-cursor.ts';
import { replaceFile } from './new-file.ts';

/**
 * Reads where the last export ended.
 * @returns the beginning if there is no such file yet
 * @throws {CommandError} if the file cannot be read, or holds no cursor: an export from the beginning would repeat all
 */
export async function readCursorFile(file: string): Promise<Cursor> {
  if (!existsSync(file)) return readCursor('0');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`--cursor: ${file} cannot be read. Check who may read it.`);
  });
  try {
    return readCursor(text.trim());
  } catch {
    throw new CommandError(
      `--cursor: there is no cursor in ${file}. Write into it what the last export ended with, or name a new file.`,
    );
  }
}

/** Notes where the next export goes on: after a crash, the file holds this place or the one before. */
export const writeCursorFile = (file: string, cursor: string): Promise<void> =>
  replaceFile(file, `${cursor}\n`, '--cursor');
