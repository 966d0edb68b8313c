// The numbers of reports in a database: the highest that is there, and the databases that share them.
import type { Kysely } from 'kysely';
import type { Origin, Origins } from './lineage.ts';
import type { Tables } from './tables.ts';

/** The highest number of a report that is there; 0 if there is none. */
export async function highestPresent(database: Kysely<Tables>): Promise<number> {
  const query = database.selectFrom('report').select((select) => select.fn.max('sequence').as('last'));
  return (await query.executeTakeFirst())?.last ?? 0;
}

/** Origins of a database, itself first. */
export async function readOrigins(database: Kysely<Tables>): Promise<Origins> {
  const rows = await database.selectFrom('lineage').selectAll().execute();
  const self = rows.find(({ sharedUpTo }) => sharedUpTo === null)!;
  return [originOf(self), ...rows.filter((row) => row !== self).map(originOf)];
}

const originOf = ({ storeId, sharedUpTo, readUpTo }: Tables['lineage']): Origin => ({
  storeId,
  sharedUpTo: sharedUpTo ?? Number.MAX_SAFE_INTEGER,
  readUpTo: readUpTo ?? 0,
});
