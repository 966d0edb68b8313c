// Reports in Node's own SQLite, through kysely: the embedded store, one file, nothing to install.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchownSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import { foreignInSqlite } from '../../database/foreign-parts.ts';
import { kyselyStore, type NewRow, type StoreDialect } from '../kysely-store.ts';
import { dayOf, factsOf, leafOf } from '../../log/log-entries.ts';
import type { NewMessage } from '../../database/outbox.ts';
import type { Tables } from '../../database/tables.ts';
import { bringUpToDate, checkSchema, STEPS } from '../../database/schema.ts';
import { BUSY_TIMEOUT_MS, transact, withoutWaiting, writeAlone, writeTogether } from './sqlite-writes.ts';
import { DatabaseSetupError, DatabaseUrlError } from '../../database/store-errors.ts';
import type { DatabaseStore, DiskRoom, OpenStoreOptions } from '../store.ts';

const MEMORY = ':memory:';

/** Attempts to empty the write-ahead log, and the pause between them: two seconds in all. */
const EMPTYING_ATTEMPTS = 20;
const EMPTYING_PAUSE_MS = 100;

// WAL with synchronous=FULL: a commit returns once the WAL is fsynced, so that an acknowledged report survives a
// power cut. secure_delete: erased rows are overwritten. temp_store: no temporary file ever holds a copy.
// trusted_schema: a planted file cannot call functions.
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
`;
const READING_PRAGMAS = `
  PRAGMA temp_store = MEMORY;
  PRAGMA trusted_schema = OFF;
`;

/**
 * Opens a SQLite file, or `:memory:`, as a store.
 * @param location path of the file; it is made, readable by its owner alone, with its folder when missing
 * @throws {DatabaseUrlError} if the file is opened for reading and is missing
 * @throws {DatabaseSetupError} if its tables are those of a newer version; if it is only to be read, also where they
 *   are older, or where there are none
 */
export async function openSqliteStore(
  location: string,
  options: OpenStoreOptions,
  steps = STEPS,
): Promise<DatabaseStore> {
  const readOnly = location !== MEMORY && (options.readOnly ?? false);
  const sqlite = readOnly ? openToRead(location) : openSqlite(location);
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyAdapter(sqlite) }) });
  try {
    await (readOnly ? checkTables(database, steps) : makeTables(sqlite, database, steps));
    const store = kyselyStore(database, dialectOf(sqlite, database));
    return {
      ...store,
      room: async () => (location === MEMORY ? undefined : roomBeside(resolve(location))),
    };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

// The content of the WAL will be copied into the database, and then takes its room a second time.
async function roomBeside(file: string): Promise<DiskRoom> {
  const [{ bavail, blocks, bsize }, { size }] = await Promise.all([
    statfs(dirname(file)),
    stat(`${file}-wal`).catch(() => ({ size: 0 })),
  ]);
  return { freeBytes: bavail * bsize - size, totalBytes: blocks * bsize };
}

function dialectOf(sqlite: DatabaseSync, database: Kysely<Tables>): StoreDialect {
  const write = writeTogether(sqlite);
  sqlite.function('leaf_of', { deterministic: true }, (sequence, facts) =>
    leafOf(Number(sequence), String(facts)),
  );
  return {
    ...fixedDialectOf(sqlite, database),
    write,
    store: (row) => storeTogether(database, row, write),
  };
}

// All writes come in one turn, and so in one commit.
async function storeTogether(
  database: Kysely<Tables>,
  { row, followUpHash, messages }: NewRow,
  write: StoreDialect['write'],
): Promise<number> {
  const insert = database
    .insertInto('report')
    .values({ ...row, sealed: Number(row.sealed) })
    .onConflict((conflict) => conflict.doNothing());
  // If the id is taken, its row has another reference.
  const entry = sql`
    insert into "logEntry" (sequence, leaf, day)
    select sequence, leaf_of(sequence, ${factsOf(row)}), ${dayOf(row)}
    from report where id = ${row.id} and reference = ${row.reference}
    on conflict (sequence) do nothing`;
  const followUp = sql`
    insert into "followUp" (hash, sequence, reference, "arrivedOn", state, since)
    select ${followUpHash}, sequence, reference, ${dayOf(row)}, 'received', ${dayOf(row)}
    from report where id = ${row.id} and reference = ${row.reference}
    on conflict do nothing`;
  const messageOf = ({ id, channel, dueAt }: NewMessage) => sql`
    insert into outbox (id, channel, reference, "dueAt")
    select ${id}, ${channel}, reference, ${dueAt}
    from report where id = ${row.id} and reference = ${row.reference}`;
  const [stored] = await Promise.all([
    write(insert.compile()),
    write(entry.compile(database)),
    ...(followUpHash === undefined ? [] : [write(followUp.compile(database))]),
    ...messages.map((message) => write(messageOf(message).compile(database))),
  ]);
  return stored;
}

const fixedDialectOf = (
  sqlite: DatabaseSync,
  database: Kysely<Tables>,
): Omit<StoreDialect, 'write' | 'store'> => ({
  isFull,
  // The probe is committed, because only a commit reaches the disk. It has its own commit, so that it costs no report
  // anything.
  rehearse: (insert, removals) => writeAlone(sqlite, [insert, ...removals]),
  scrub: () => emptyLog(sqlite),
  foreignParts: () => foreignInSqlite(database),
  ownNumbers: '',
  // SQLite assigns a number with its row or not at all, and keeps the highest one for ever.
  async highest(open) {
    const { rows } = await sql<{ seq: number }>`
      select seq from sqlite_sequence where name = 'report'`.execute(open);
    return rows[0]?.seq ?? 0;
  },
  async raise(open, highest) {
    await sql`delete from sqlite_sequence where name = 'report'`.execute(open);
    await sql`insert into sqlite_sequence (name, seq) values ('report', ${highest})`.execute(open);
  },
  // Another transaction waits for the end of this one.
  together: (work) => transact(sqlite, () => work(database)),
  safely: (work) => transact(sqlite, () => work(database)),
  rowLock: '',
  exclusively: (work) => transact(sqlite, () => work(database)),
});

const UNREADABLE =
  'SQLite keeps a file beside a database while it is read. Let this user write into its folder, or let its owner copy ' +
  'the database: cliquez-signalez copy.';

// https://sqlite.org/rescode.html: the database, or the shared memory file beside it, cannot be opened.
const UNREADABLE_CODES = new Set<unknown>([14, 1544]);

async function checkTables(database: Kysely<Tables>, steps: typeof STEPS): Promise<void> {
  await checkSchema(database, steps).catch((error: unknown) => {
    const isUnreadable = error instanceof Error && 'errcode' in error && UNREADABLE_CODES.has(error.errcode);
    throw isUnreadable ? new DatabaseSetupError(UNREADABLE, { cause: error }) : error;
  });
}

// One transaction covers every step: a process killed half-way leaves nothing behind. Of two processes that start at
// once, the second waits, then finds nothing to do. Within one process, the
// second opening waits for its turn here, because SQLite would block the first while it waits.
let turn = Promise.resolve();

function makeTables(sqlite: DatabaseSync, database: Kysely<Tables>, steps: typeof STEPS): Promise<void> {
  const done = turn.then(() => transact(sqlite, () => bringUpToDate(database, 'sqlite', steps)));
  turn = done.catch(() => {});
  return done;
}

function openToRead(location: string): DatabaseSync {
  const file = resolve(location);
  if (!existsSync(file)) throw new DatabaseUrlError(`There is no file ${location}.`);
  const sqlite = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  sqlite.exec(READING_PRAGMAS);
  return sqlite;
}

function openSqlite(location: string): DatabaseSync {
  // An absolute path, because SQLite reads one that begins with `file:` as a URI with options.
  const file = location === MEMORY ? MEMORY : resolve(location);
  if (file !== MEMORY) makePrivateFile(file);
  const sqlite = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  sqlite.exec(PRAGMAS + READING_PRAGMAS);
  return sqlite;
}

// SQLite gives its -wal and -shm files the mode of the database, and its owner if root opens it. An existing file
// keeps the mode and the owner that it has.
function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    if (!existsSync(file)) makeNewFile(file);
    closeSync(openSync(file, 'a', 0o600));
    for (const beside of ['-wal', '-shm'])
      if (existsSync(file + beside)) accessSync(file + beside, constants.W_OK);
  } catch (error) {
    throw notPermitted(error, file) ?? error;
  }
}

/**
 * Makes a file, and gives one that root makes to the owner of its folder: after a restore as root, the receiver could not
 * start. `wx` follows no link: the owner of the folder could have put one there, to be given another file of the system.
 */
function makeNewFile(file: string): void {
  let made: number;
  try {
    made = openSync(file, 'wx', 0o600);
  } catch (error) {
    // Another process has made it, or there is a link to a file that is not there yet.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw error;
  }
  try {
    const { uid, gid } = statSync(dirname(file));
    if (process.getuid?.() === 0) fchownSync(made, uid, gid);
  } finally {
    closeSync(made);
  }
}

/** Says whose file it is, and what to do, if the system refuses this user; undefined for another error. */
function notPermitted(error: unknown, file: string): DatabaseSetupError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EACCES' && code !== 'EPERM') return undefined;
  const user = process.getuid?.() ?? 'another';
  const foreign = [file, `${file}-wal`, `${file}-shm`, dirname(file)].find(
    (path) => existsSync(path) && statSync(path).uid !== user,
  );
  if (foreign === undefined) return undefined;
  const { uid } = statSync(foreign);
  return new DatabaseSetupError(
    `${foreign} belongs to user ${uid === 0 ? '0 (root)' : uid}, and this is user ${user}, who may not write to it. ` +
      `Give it to this user: chown ${user} ${foreign}`,
    { cause: error },
  );
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

// https://sqlite.org/rescode.html: the disk is full, or the shared memory file of the WAL cannot grow.
const FULL_CODES = new Set<unknown>([13, 4874]);

const isFull = (error: Error): boolean => 'errcode' in error && FULL_CODES.has(error.errcode);

// secure_delete overwrites the database, but the WAL still holds the old pages until it is truncated. That takes a
// moment without readers. SQLite would block the whole process while it waits, so this loop waits instead.
async function emptyLog(sqlite: DatabaseSync): Promise<boolean> {
  for (let attempt = 0; attempt < EMPTYING_ATTEMPTS; attempt++) {
    const result = withoutWaiting(sqlite, () => sqlite.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    if (!result?.['busy']) return true;
    await delay(EMPTYING_PAUSE_MS);
  }
  return false;
}
