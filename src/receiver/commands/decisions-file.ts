// The file of decisions, and other texts of an operator, read from the disk.
import { readFile } from 'node:fs/promises';
import { CommandError } from '../../command-line/command.ts';
import { DecisionsError } from '../figures/decisions.ts';

/**
 * Reads the rows of a file of decisions.
 * @throws {CommandError} naming the file, and the line that cannot be used
 */
export async function rowsIn<Row>(
  file: string,
  read: (text: string) => readonly Row[],
): Promise<readonly Row[]> {
  try {
    return read(await textIn(file));
  } catch (error) {
    throw error instanceof DecisionsError ? new CommandError(`${file}: ${error.message}`) : error;
  }
}

/** @throws {CommandError} if the file cannot be read, or is not in UTF-8 */
export async function textIn(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${error.code}). Check its name and who may read it.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${file} is not in UTF-8. Save it as « CSV UTF-8 », or as text in UTF-8.`);
  }
}
