// Reports in Node's own SQLite, through kysely: the embedded store, one file, nothing to install.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, type Generated, type SqliteDatabase } from 'kysely';
import { migrate } from './migrations.ts';
import { StoreFullError, type ReportRow, type ReportStore } from './store.ts';

const MEMORY = ':memory:';

/** How long a write waits for another process that holds the file. */
const BUSY_TIMEOUT_MS = 5_000;

const DEFAULT_PAGE = 100;

// WAL with synchronous=FULL: a commit returns once the log is fsynced, so that an acknowledged report survives a
// power cut. secure_delete: what is erased is overwritten. trusted_schema: a planted file cannot call functions.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA trusted_schema = OFF;
`;

interface Tables {
  // SQLite has no booleans.
  report: Omit<ReportRow, 'sealed'> & { sequence: Generated<number>; sealed: number };
}

/**
 * Opens a SQLite file, or `:memory:`, as a store.
 * @param location path of the file; it is made, readable by its owner alone, with its folder when missing
 */
export async function openSqliteStore(location: string): Promise<ReportStore> {
  const sqlite = openSqlite(location);
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyAdapter(sqlite) }) });
  try {
    // One transaction around every step: a process killed half-way leaves nothing behind, and of two processes that
    // start at once the second waits, then finds nothing to do. kysely itself takes neither on SQLite.
    sqlite.exec('BEGIN IMMEDIATE');
    await migrate(database);
    sqlite.exec('COMMIT');
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return {
    async put(row) {
      // Neither the id nor the reference may be there twice; which of the two it was, the second query tells.
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('report')
        .values({ ...row, sealed: Number(row.sealed) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
        .catch(throwStoreError);
      if (numInsertedOrUpdatedRows) return { stored: true };
      const existing = await database
        .selectFrom('report')
        .select(['digest', 'answer'])
        .where('id', '=', row.id)
        .executeTakeFirst();
      return { stored: false, existing: existing && { ...existing } };
    },
    async list({ after = 0, limit = DEFAULT_PAGE } = {}) {
      const query = database.selectFrom('report').selectAll().where('sequence', '>', after);
      const rows = await query.orderBy('sequence').limit(limit).execute();
      return rows.map((row) => ({ ...row, sealed: row.sealed === 1 }));
    },
    close: () => database.destroy(),
  };
}

function openSqlite(location: string): DatabaseSync {
  // An absolute path, because SQLite reads one that begins with `file:` as a URI with options.
  const file = location === MEMORY ? MEMORY : resolve(location);
  if (file !== MEMORY) makePrivateFile(file);
  const sqlite = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  sqlite.exec(PRAGMAS);
  return sqlite;
}

// SQLite gives its -wal and -shm files the mode of the database. An existing file keeps the mode its owner chose.
function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

// kysely asks for the interface of better-sqlite3, where parameters come as one array.
function kyselyAdapter(sqlite: DatabaseSync): SqliteDatabase {
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const statement = sqlite.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

// https://sqlite.org/rescode.html: the disk is full, or the shared memory file of the log cannot grow.
const FULL_CODES = new Set<unknown>([13, 4874]);

function throwStoreError(error: unknown): never {
  const isFull = error instanceof Error && 'errcode' in error && FULL_CODES.has(error.errcode);
  throw isFull ? new StoreFullError('No room is left for another report.', { cause: error }) : error;
}
