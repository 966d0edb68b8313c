// Reads a file that the user names, as UTF-8, and says what is wrong with it.
import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

/**
 * The text of a file.
 * @param kind what the file should be, such as `a style sheet`
 * @throws {UsageError} if it cannot be read
 */
export async function readText(file: string, kind: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: `There is no file ${file}.`,
      EISDIR: `${file} is a folder. Name ${kind} in it.`,
      EACCES: `${file} may not be read.`,
    };
    throw new UsageError(reasons[code] ?? `${file} cannot be read: ${code}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file} is not in UTF-8. Save it so: browsers would read it wrongly too.`);
  }
}
