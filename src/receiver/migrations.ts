// The tables of the receiver and how they came to be: one entry a change, applied in the order of their names.
import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

// Each step is written against the tables of its own time, never against the current types.
const migrations: Record<string, Migration> = {
  '0001-report': {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable('report')
        // Own column rather than SQLite's rowid, which is given again once the newest row is deleted.
        .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addColumn('reference', 'text', (column) => column.notNull().unique())
        .addColumn('receivedAt', 'text', (column) => column.notNull())
        .addColumn('sealed', 'integer', (column) => column.notNull())
        .addColumn('partner', 'text')
        .addColumn('trust', 'text', (column) => column.notNull())
        .addColumn('priority', 'text', (column) => column.notNull())
        .addColumn('answer', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
    },
  },
};

/** Applies the steps that a database has not seen yet. */
export async function migrate<Tables>(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
