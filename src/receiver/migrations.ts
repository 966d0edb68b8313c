// The tables of the receiver and how they came to be: one entry a change, applied in the order of their names.
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/** The databases whose tables differ. */
export type DatabaseKind = 'sqlite' | 'postgres';

// Each step is written against the tables of its own time, never against the current types. Steps only ever add, so
// that a process of the version before goes on working while another brings the tables up to date.
function migrationsFor(kind: DatabaseKind): Record<string, Migration> {
  // By code points: a library of the system that sorts otherwise after an upgrade would break PostgreSQL's indexes.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  return {
    '0001-report': {
      async up(database: Kysely<unknown>) {
        const table = database.schema.createTable('report');
        // On SQLite an own column rather than its rowid, which is given again once the newest row is deleted.
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
        // What is old is looked for by these two.
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

/** Applies the steps that a database has not seen yet. Of several processes, one does it while the others wait. */
export async function migrate<Tables>(database: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrationsFor(kind) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
