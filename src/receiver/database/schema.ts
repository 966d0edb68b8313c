// The schema of a database, step by step: each step is made once in a database, in the order of the list.
import { sql, type Kysely } from 'kysely';
import { createTables, type DatabaseKind } from './create-tables.ts';
import { DatabaseSetupError, NO_TABLES } from './store-errors.ts';

/** A change of the tables. It is written against the tables of its own time, never against the current types. */
export type SchemaStep = (database: Kysely<unknown>, kind: DatabaseKind) => Promise<void>;

/**
 * The steps. One that a database has made never changes: the next goes to the end. Processes of the version before go on
 * storing beside it, until they are restarted.
 */
export const STEPS: readonly SchemaStep[] = [createTables];

/** The table that has a row for each step that was made. */
const TABLE = sql.table('schemaStep');

/**
 * Makes the steps that a database lacks. The caller has begun a transaction, in which no other process does the same.
 * @throws {DatabaseSetupError} if a newer version has made further steps
 */
export async function bringUpToDate<Tables>(
  database: Kysely<Tables>,
  kind: DatabaseKind,
  steps: readonly SchemaStep[],
): Promise<void> {
  await sql`create table if not exists ${TABLE} (step integer primary key)`.execute(database);
  const made = await lastStep(database);
  refuseNewer(made, steps);
  for (const [index, step] of steps.entries()) {
    if (index < made) continue;
    await step(database as Kysely<unknown>, kind);
    await sql`insert into ${TABLE} values (${index + 1})`.execute(database);
  }
}

/**
 * Looks whether a database can be read by this version, and changes nothing.
 * @throws {DatabaseSetupError} if it has made no step, or fewer or more than this version knows
 */
export async function checkSchema<Tables>(
  database: Kysely<Tables>,
  steps: readonly SchemaStep[],
): Promise<void> {
  const tables = await database.introspection.getTables();
  const made = tables.some(({ name }) => name === 'schemaStep') ? await lastStep(database) : 0;
  if (made === 0) throw new DatabaseSetupError(NO_TABLES);
  refuseNewer(made, steps);
  if (made < steps.length) throw new DatabaseSetupError(OLDER);
}

const OLDER =
  'The tables are those of an older version. A receiver of this version brings them up to date when it starts.';

function refuseNewer(made: number, steps: readonly SchemaStep[]): void {
  if (made <= steps.length) return;
  throw new DatabaseSetupError(
    `A newer version has changed the tables (step ${made}, and this version knows ${steps.length}). ` +
      'Install the newer version, or restore a backup into an empty database.',
  );
}

async function lastStep<Tables>(database: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(step) as last from ${TABLE}`.execute(
    database,
  );
  return rows[0]?.last ?? 0;
}
