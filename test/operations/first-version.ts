// Databases as the first version of the receiver left them: its tables, its insert statement, and some reports.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, SqliteDialect, type SqliteDatabase } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Client, Pool } from 'pg';
import { sampleReport } from '../receiver/sample-report.ts';

/** A report of the first version: its body and its answer. */
export interface OldReport {
  readonly id: string;
  readonly body: string;
  readonly answer: string;
}

/** A database of the first version, which that version may still write to. */
export interface OldDatabase {
  readonly reports: readonly OldReport[];
  /** Stores one more report with the first version's statement. */
  put(report: OldReport): Promise<void>;
  close(): Promise<void>;
}

const COLUMNS = [
  'id',
  'digest',
  'reference',
  'receivedAt',
  'sealed',
  'partner',
  'trust',
  'priority',
  'answer',
  'body',
];

const NAMES = COLUMNS.map((name) => `"${name}"`).join(', ');

/** The tables in the words of that version; only the type of a text and the numbering differ between databases. */
function tables(text: string, sequence: string): string {
  return `
    create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
    insert into "kysely_migration" values ('0001-report', '2026-11-24T14:00:00.000Z');
    create table "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
    insert into "kysely_migration_lock" values ('migration_lock', 0);
    create table "report" (${sequence}, "id" ${text} not null unique, "digest" ${text} not null,
      "reference" ${text} not null unique, "receivedAt" ${text} not null, "sealed" integer not null,
      "partner" ${text}, "trust" ${text} not null, "priority" ${text} not null, "answer" ${text} not null,
      "body" ${text} not null);`;
}

/** Makes a first-version database in a SQLite file. */
export async function makeSqlite(file: string, count: number): Promise<OldDatabase> {
  const sqlite = new DatabaseSync(file, { timeout: 5_000 });
  sqlite.exec('PRAGMA journal_mode = WAL');
  sqlite.exec(tables('text', '"sequence" integer primary key autoincrement'));
  const statement = sqlite.prepare(
    `insert into "report" (${NAMES}) values (${COLUMNS.map(() => '?').join(', ')})`,
  );
  return filled(count, {
    put: async (report) => void statement.run(...valuesOf(report)),
    close: async () => sqlite.close(),
  });
}

/** Makes a first-version database in an empty PostgreSQL. */
export async function makePostgres(url: string, count: number): Promise<OldDatabase> {
  const client = new Client(url);
  await client.connect();
  await client.query(
    tables('text collate "C"', '"sequence" bigint primary key generated always as identity'),
  );
  const statement = `insert into "report" (${NAMES}) values (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})`;
  return filled(count, {
    put: async (report) => void (await client.query(statement, valuesOf(report))),
    async close() {
      client.on('error', ignore);
      await client.end();
    },
  });
}

async function filled(count: number, database: Pick<OldDatabase, 'put' | 'close'>): Promise<OldDatabase> {
  const reports = Array.from({ length: count }, makeReport);
  for (const report of reports) await database.put(report);
  return { ...database, reports };
}

/** A report as the first version received and answered it. */
export function makeReport(): OldReport {
  const report = sampleReport();
  const id = report.submissionId;
  const reference = id.slice(0, 9).toUpperCase();
  const answer = JSON.stringify({ submissionId: id, reference, receivedAt: '2026-11-24T14:00:00Z' });
  return { id, body: JSON.stringify(report), answer };
}

function valuesOf({ id, body, answer }: OldReport): (string | number | null)[] {
  const { reference, receivedAt } = JSON.parse(answer) as { reference: string; receivedAt: string };
  const digest = createHash('sha256').update(body).digest('hex');
  return [id, digest, reference, receivedAt, 0, 'ville-exemple', 'normal', 'normal', answer, body];
}

/** The migrations of the last version that accepts no additions: it refuses a database with other migrations. */
const KNOWN_THEN = ['0001-report', '0002-spent-proof'];

/** Starts the version before additions on a database, as far as it looks at the tables. @throws where it refuses */
export async function restartBeforeAdditions(url: string): Promise<void> {
  const isSqlite = url.startsWith('sqlite:');
  const dialect = isSqlite
    ? new SqliteDialect({ database: asKyselyWants(new DatabaseSync(url.slice('sqlite:'.length))) })
    : new PostgresDialect({ pool: openPool(url) });
  const db = new Kysely<unknown>({ dialect });
  const up = async (): Promise<void> => assert.fail('It would make its tables anew.');
  const migrations = Object.fromEntries(KNOWN_THEN.map((name) => [name, { up }]));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  await db.destroy();
  if (error) throw error;
}

function openPool(url: string): Pool {
  return new Pool({ connectionString: url, max: 2 }).on('connect', (client) => client.on('error', ignore));
}

/** A server that ends may still tell a connection that is being closed. */
const ignore = (): void => {};

function asKyselyWants(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = database.prepare(text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as never[])),
        run: (parameters) => statement.run(...(parameters as never[])),
        iterate: (parameters) => statement.iterate(...(parameters as never[])),
      };
    },
  };
}
