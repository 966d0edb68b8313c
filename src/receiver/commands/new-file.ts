// Writes the files of commands: readable by their owner alone, and under their name only when complete.
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../../command-line/command.ts';

/**
 * Writes a file, readable and writable by its owner alone. It is on disk when the promise resolves, and has its
 * name only once it is complete.
 * @param parts texts of the file, in order; they are read as fast as the disk takes them
 * @throws {CommandError} if the file exists, or cannot be written there
 */
export async function writeNewFile(
  file: string,
  parts: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  if (existsSync(file)) throw new CommandError(`${file} exists. Name another file: --output FILE`);
  const unfinished = `${file}.part`;
  try {
    await rm(unfinished, { force: true });
    await pipeline(parts, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(unfinished, file);
  } catch (error) {
    throw explained(error, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function explained(error: unknown, file: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return new CommandError(
        `There is no folder for ${file}. Make it first, or name another: --output FILE`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CommandError(`${file} may not be written there. Name another file: --output FILE`);
    case 'ENOSPC':
      return new CommandError(`No room is left for ${file}. Make some, or name another file: --output FILE`);
    default:
      return error;
  }
}

/**
 * Writes a short text in place of what a file held: after a crash, it holds one or the other.
 * @param option the option that names the file
 * @throws {CommandError} if it cannot be written there
 */
export async function replaceFile(file: string, text: string, option: string): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    await writeFile(unfinished, text, { mode: 0o600, flush: true });
    await rename(unfinished, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`${option}: ${file} cannot be written (${code}). Name another file.`);
  }
}
