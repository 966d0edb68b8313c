// A later version of the receiver, with one more step. As a program of its own (`node next-version.ts URL`), it starts on
// a database, and stores a report there.
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openPostgresStore } from '../../../src/receiver/store/postgres/postgres-store.ts';
import { STEPS, type SchemaStep } from '../../../src/receiver/database/schema.ts';
import { openSqliteStore } from '../../../src/receiver/store/sqlite/sqlite-store.ts';
import type { DatabaseStore, OpenStoreOptions } from '../../../src/receiver/store/store.ts';
import { soundRow } from '../store-given.ts';

/** What it adds: a table, and in it how many reports there were. */
export const secondStep: SchemaStep = async (database) => {
  await sql`create table later (reports integer)`.execute(database);
  await sql`insert into later select count(*) from report`.execute(database);
};

/** Opens a database with further steps. */
export function openLater(
  url: string,
  further: readonly SchemaStep[],
  options: OpenStoreOptions = {},
): Promise<DatabaseStore> {
  const steps = [...STEPS, ...further];
  return url.startsWith('sqlite:')
    ? openSqliteStore(url.slice('sqlite:'.length), options, steps)
    : openPostgresStore(url, options, steps);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , url = '', id = ''] = process.argv;
  console.log('starting');
  const store = await openLater(url, [secondStep]);
  await store.put(soundRow(id));
  await store.close();
}
