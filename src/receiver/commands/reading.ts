// The shared parts of commands that read reports: the database, the private keys, standard output.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../../command-line/command.ts';
import { openStore } from '../store/open-store.ts';
import { PrivateKeyError, readPrivateKey } from '../intake/sealed.ts';
import type { DatabaseStore, OpenStoreOptions } from '../store/store.ts';
import { settingOf, standbyFor } from './environment.ts';
import type { Settings } from './settings.ts';

/** Exit code of a command that did everything, and whose result the operator must look at. */
export const ATTENTION = 3;

/**
 * Opens the database, which is only read.
 * @param url value of --database; else DATABASE_URL, else the receiver's default
 * @throws {CommandError} if there is no such file
 */
export const openToRead = (url: string | undefined, environment: Settings): Promise<DatabaseStore> =>
  openExisting(url, environment, { readOnly: true });

/** The same, to change it: its tables are brought up to date. */
export const openToWrite = (url: string | undefined, environment: Settings): Promise<DatabaseStore> =>
  openExisting(url, environment, {});

async function openExisting(
  url: string | undefined,
  environment: Settings,
  options: OpenStoreOptions,
): Promise<DatabaseStore> {
  const named = url || settingOf(environment, 'DATABASE_URL');
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(named)?.[1];
  if (file !== undefined && !existsSync(resolve(file))) {
    throw new CommandError(
      `There is no database at ${resolve(file)}. Say where it is: --database sqlite:path/to/file.sqlite`,
    );
  }
  return openStore(named, { ...options, ...standbyFor(named, environment) });
}

/**
 * Reads the private keys of sealed reports.
 * @throws {CommandError} naming the file that is none
 */
export const readKeys = (files: readonly string[]): Promise<CryptoKey[]> => Promise.all(files.map(readKey));

async function readKey(file: string): Promise<CryptoKey> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`The private key ${file} cannot be read. Check its name and who may read it.`);
  });
  return readPrivateKey(text).catch((error: unknown) => {
    throw error instanceof PrivateKeyError ? new CommandError(`${file}: ${error.message}`) : error;
  });
}

/**
 * Writes to standard output as fast as its reader takes the text.
 * @param again what to do if the reader stops before the end
 */
export async function print(texts: AsyncIterable<string> | Iterable<string>, again: string): Promise<void> {
  try {
    await pipeline(texts, process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    throw new CommandError(`The output was closed before its end. ${again}`);
  }
}
