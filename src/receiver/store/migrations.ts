// Creates and updates the tables of the receiver: applies the steps that a database lacks, in a fixed order.
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { additionsFor, type Addition } from './additions.ts';
import { DatabaseSetupError } from './store-errors.ts';
import type { DatabaseKind } from './additions.ts';

/** The state of a database. */
export interface SchemaState {
  /** Whether it has the table of reports. */
  readonly hasReports: boolean;
  /** Whether every addition that this version knows is there. */
  readonly isCurrent: boolean;
}

// A version that does not know a step of this list refuses to start. A step that only adds goes to `additions.ts`
// instead. Each step is written against the tables of its own time, never against the current types.
function migrationsFor(kind: DatabaseKind): Record<string, Migration> {
  // Sorted by code points: a system library that sorts differently after an upgrade would break PostgreSQL's indexes.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    '0001-report': {
      async up(database: Kysely<unknown>) {
        const table = database.schema.createTable('report');
        // SQLite gets its own column: a plain rowid is reused once the newest row is deleted.
        const numbered =
          kind === 'postgres'
            ? table.addColumn('sequence', 'bigint', (column) =>
                column.primaryKey().generatedAlwaysAsIdentity(),
              )
            : table.addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement());
        await numbered
          .addColumn('id', text, (column) => column.notNull().unique())
          .addColumn('digest', text, (column) => column.notNull())
          .addColumn('reference', text, (column) => column.notNull().unique())
          .addColumn('receivedAt', text, (column) => column.notNull())
          .addColumn('sealed', 'integer', (column) => column.notNull())
          .addColumn('partner', text)
          .addColumn('trust', text, (column) => column.notNull())
          .addColumn('priority', text, (column) => column.notNull())
          .addColumn('answer', text, (column) => column.notNull())
          .addColumn('body', text, (column) => column.notNull())
          .execute();
      },
    },
    '0002-spent-proof': {
      async up(database: Kysely<unknown>) {
        await database.schema
          .createTable('spentProof')
          .addColumn('digest', text, (column) => column.primaryKey())
          .addColumn('submissionId', text, (column) => column.notNull())
          .addColumn('expiresAt', text, (column) => column.notNull())
          .execute();
        // Old rows are found by these two indexes.
        await database.schema
          .createIndex('spentProof_expiresAt')
          .on('spentProof')
          .column('expiresAt')
          .execute();
        await database.schema.createIndex('report_receivedAt').on('report').column('receivedAt').execute();
      },
    },
  };
}

/** Table in which kysely keeps the names of the applied migrations. */
const MIGRATIONS_TABLE = 'kysely_migration';

/**
 * Table of the names of the applied additions. kysely does not read it, so versions from before the additions can start
 * on the database too.
 */
const ADDITIONS_TABLE = 'schemaAddition';

/** Any number, the same in every version. */
const ADDITIONS_LOCK = 4_117_218;

/**
 * Applies the steps that a database has not seen yet. Of several processes, one does it while the others wait.
 * @throws {DatabaseSetupError} if a newer version has changed the tables in a way that this one cannot go on with
 */
export async function migrate<Tables>(database: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  await inspectSchema(database, kind);
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrationsFor(kind) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  const add = (open: Kysely<Tables>): Promise<void> => applyAdditions(open, kind);
  // On SQLite the caller has begun the transaction.
  await (kind === 'postgres' ? database.transaction().execute(add) : add(database));
}

async function applyAdditions<Tables>(database: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${ADDITIONS_LOCK})`.execute(database);
  const table = sql.table(ADDITIONS_TABLE);
  await sql`create table if not exists ${table} (name text primary key)`.execute(database);
  const seen = await namesIn(database, ADDITIONS_TABLE);
  for (const [name, add] of Object.entries<Addition>(additionsFor(kind))) {
    if (seen.has(name)) continue;
    await add(database as Kysely<unknown>);
    await sql`insert into ${table} (name) values (${name})`.execute(database);
  }
}

/**
 * Looks at the tables and changes nothing.
 * @throws {DatabaseSetupError} if a newer version has changed them in a way that this one cannot go on with
 */
export async function inspectSchema<Tables>(
  database: Kysely<Tables>,
  kind: DatabaseKind,
): Promise<SchemaState> {
  const found = await database.introspection.getTables({ withInternalKyselyTables: true });
  const tables = new Set(found.map(({ name }) => name));
  const namesOf = async (table: string): Promise<Set<string>> =>
    tables.has(table) ? namesIn(database, table) : new Set();
  const known = migrationsFor(kind);
  const unknown = [...(await namesOf(MIGRATIONS_TABLE))].find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) {
    throw new DatabaseSetupError(
      `A newer version has changed the tables (${unknown}), and this one cannot go on with them. ` +
        'Install the newer version, or restore a backup into an empty database.',
    );
  }
  const added = await namesOf(ADDITIONS_TABLE);
  return {
    hasReports: tables.has('report'),
    isCurrent: Object.keys(additionsFor(kind)).every((name) => added.has(name)),
  };
}

async function namesIn<Tables>(database: Kysely<Tables>, table: string): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(database);
  return new Set(rows.map(({ name }) => name));
}
