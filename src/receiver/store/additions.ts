// Changes to the tables that only add something: a version that does not know an addition works as before.
import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { DaysDigest, FOR_OLDER_VERSIONS, noteNumber, writeNote } from '../log/log-notes.ts';
import { hashLeaf } from '../log/merkle.ts';

/** The databases whose tables differ. */
export type DatabaseKind = 'sqlite' | 'postgres';

/** One change, made once in a database. */
export type Addition = (database: Kysely<unknown>) => Promise<void>;

/**
 * The additions by name, in the order in which they are applied. New ones go to the end. An older version keeps writing
 * beside an addition, and may be started again on it. So an addition requires nothing from an older version's writes.
 * Triggers tell it about those writes.
 */
export const additionsFor = (kind: DatabaseKind): Readonly<Record<string, Addition>> => ({
  arrival: (database) => addArrival(database, kind),
  lineage: (database) => addLineage(database, kind),
  'urgent-index': addUrgentIndex,
  'report-log': (database) => addReportLog(database, kind),
  'arrival-gone': (database) => addGoneMark(database, kind),
  'low-index': addLowIndex,
  'partner-index': addPartnerIndex,
  'log-adoption': (database) => addLogAdoption(database, kind),
  'log-numbered': addLogNumbered,
  'erased-report': addErasedReport,
  'log-days': (database) => addLogDays(database, kind),
  'follow-up': (database) => addFollowUp(database, kind),
  outbox: (database) => addOutbox(database, kind),
});

const numberType = (kind: DatabaseKind): 'bigint' | 'integer' => (kind === 'postgres' ? 'bigint' : 'integer');

// The number of every report that was stored and not erased. A number here without a report means that the report is
// gone. The number of a failed transaction is never recorded. The table holds numbers alone, so nothing of a report
// stays.
async function addArrival(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await database.schema
    .createTable('arrival')
    .addColumn('sequence', numberType(kind), (column) => column.primaryKey())
    .execute();
  if (kind === 'postgres') {
    await sql`create function report_arrival() returns trigger language plpgsql as $$ begin
      insert into arrival values (new.sequence) on conflict do nothing;
      return null;
    end $$`.execute(database);
    await sql`create trigger report_arrival after insert on report
      for each row execute function report_arrival()`.execute(database);
  } else {
    await sql`create trigger report_arrival after insert on report begin
      insert into arrival values (new.sequence) on conflict do nothing;
    end`.execute(database);
  }
  // The trigger has locked the table: no report comes in between.
  await sql`insert into arrival select sequence from report`.execute(database);
}

// Marks the number of a report that is deleted before its number, so that it is found without looking at every number.
async function addGoneMark(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await sql`alter table arrival add column gone integer not null default 0`.execute(database);
  if (kind === 'postgres') {
    await sql`create or replace function report_arrival() returns trigger language plpgsql as $$ begin
      insert into arrival (sequence) values (new.sequence) on conflict (sequence) do update set gone = 0;
      return null;
    end $$`.execute(database);
    await sql`create function report_gone() returns trigger language plpgsql as $$ begin
      update arrival set gone = 1 where sequence = old.sequence;
      return null;
    end $$`.execute(database);
    await sql`create trigger report_gone after delete on report
      for each row execute function report_gone()`.execute(database);
  } else {
    // The first trigger gives one value, and the table has two columns now.
    await sql`drop trigger report_arrival`.execute(database);
    await sql`create trigger report_arrival after insert on report begin
      insert into arrival (sequence) values (new.sequence) on conflict (sequence) do update set gone = 0;
    end`.execute(database);
    await sql`create trigger report_gone after delete on report begin
      update arrival set gone = 1 where sequence = old.sequence;
    end`.execute(database);
  }
  await sql`create index arrival_gone on arrival (sequence) where gone = 1`.execute(database);
  // Every number is only looked up if one is missing.
  await sql`update arrival set gone = 1
    where (select count(*) from arrival) <> (select count(*) from report)
      and not exists (select 1 from report where report.sequence = arrival.sequence)`.execute(database);
}

// The table names this database, and the databases whose reports were copied into it.
async function addLineage(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await database.schema
    .createTable('lineage')
    .addColumn('storeId', 'text', (column) => column.primaryKey())
    .addColumn('sharedUpTo', numberType(kind))
    .addColumn('readUpTo', numberType(kind))
    .execute();
  const storeId = randomBytes(6).toString('hex');
  await sql`insert into lineage values (${storeId}, null, null)`.execute(database);
}

// Rows that are there already get their entries later, in small steps (`tend`): a large database starts at once.
async function addReportLog(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const number = numberType(kind);
  const entries = database.schema.createTable('logEntry');
  const numbered =
    kind === 'postgres'
      ? entries.addColumn('position', number, (column) => column.primaryKey().generatedAlwaysAsIdentity())
      : entries.addColumn('position', number, (column) => column.primaryKey().autoIncrement());
  await numbered
    .addColumn('sequence', number, (column) => column.notNull().unique())
    .addColumn('leaf', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('erased', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // Sorted by code points, as in the migrations: moments are compared.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  await database.schema
    .createTable('logErasure')
    .addColumn('before', text, (column) => column.primaryKey())
    .execute();
  await database.schema
    .createTable('logSum')
    .addColumn('lastPosition', number, (column) => column.primaryKey())
    .addColumn('root', 'text', (column) => column.notNull())
    .execute();
}

// Up to which number every row is known to have its entry: older ones are not looked at again.
async function addLogAdoption(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await database.schema
    .createTable('logAdoption')
    .addColumn('upTo', numberType(kind), (column) => column.primaryKey())
    .execute();
}

// Whether an entry's hash covers the number: older versions write entries without it.
async function addLogNumbered(database: Kysely<unknown>): Promise<void> {
  await sql`alter table "logEntry" add column numbered integer not null default 0`.execute(database);
}

// Marks of the reports that were erased by their numbers. Older versions erase without a mark; the log then says it, as
// long as the report has its number.
async function addErasedReport(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('erasedReport')
    .addColumn('mark', 'text', (column) => column.primaryKey())
    .execute();
}

// Notes in the log. From the first one on, the hash of an entry covers its day. Older versions write their entries as
// before; sums have a table of their own, because older versions sum up other hashes.
async function addLogDays(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await sql`alter table "logEntry" add column note text`.execute(database);
  await sql`create index "logEntry_note" on "logEntry" (position) where note is not null`.execute(database);
  await database.schema
    .createTable('logPart')
    .addColumn('lastPosition', numberType(kind), (column) => column.primaryKey())
    .addColumn('root', 'text', (column) => column.notNull())
    .execute();
  // The change has locked the table. A log with entries is taken over later, in small steps (`tend`).
  const { day, numbered, erased } = FOR_OLDER_VERSIONS;
  const note = writeNote(new DaysDigest().end());
  await sql`insert into "logEntry" (sequence, leaf, day, numbered, erased, note)
    select ${noteNumber()}, ${hashLeaf(note)}, ${day}, ${numbered}, ${erased}, ${note}
    where not exists (select 1 from ${sql.table('logEntry')})`.execute(database);
}

async function addPartnerIndex(database: Kysely<unknown>): Promise<void> {
  await sql`create index report_partner on report (partner, "receivedAt", sequence)
    where partner is not null`.execute(database);
}

// The conditions of this index and the next repeat the words of the query in `kysely-store.ts`: an index of some rows is
// only used where both are the same.
async function addLowIndex(database: Kysely<unknown>): Promise<void> {
  await sql`create index report_low on report (sequence) where trust = 'low'`.execute(database);
}

async function addUrgentIndex(database: Kysely<unknown>): Promise<void> {
  await sql`create index report_urgent on report (sequence)
    where (priority = 'urgent' or sealed = 1)`.execute(database);
}

// What follow-up codes lead to. A state outlives its report. Older versions erase reports too: the trigger notes that the
// report is gone, and a sweep dates it (`followUp.erasedOn`). The clock of the database is not asked.
async function addFollowUp(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  // Sorted by code points: days are compared, and hashes are read in their order.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  const number = numberType(kind);
  await database.schema
    .createTable('followUp')
    .addColumn('hash', text, (column) => column.primaryKey())
    .addColumn('sequence', number, (column) => column.unique())
    .addColumn('reference', text, (column) => column.notNull().unique())
    .addColumn('arrivedOn', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .addColumn('erasedOn', text)
    .addColumn('version', number, (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`create index "followUp_version" on "followUp" (version, hash) where version > 0`.execute(
    database,
  );
  await database.schema
    .createTable('followUpVersion')
    .addColumn('last', number, (column) => column.primaryKey())
    .execute();
  await sql`insert into "followUpVersion" values (0)`.execute(database);
  await database.schema
    .createTable('followUpCopy')
    .addColumn('storeId', 'text', (column) => column.primaryKey())
    .addColumn('version', number, (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('followUpState')
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('followUpState_place', ['hash', 'place'])
    .execute();
  await database.schema
    .createTable('followUpAddition')
    .addColumn('reference', text, (column) => column.primaryKey())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .execute();
  await sql`create index "followUpAddition_hash" on "followUpAddition" (hash)`.execute(database);
  // Those without a report: the sweep looks at these alone.
  await sql`create index "followUp_erasedOn" on "followUp" ("erasedOn") where "erasedOn" is not null`.execute(
    database,
  );
  if (kind === 'postgres') {
    await sql`create function follow_up_left() returns trigger language plpgsql as $$ begin
      update "followUp" set "erasedOn" = '' where reference = old.reference and "erasedOn" is null;
      return null;
    end $$`.execute(database);
    await sql`create trigger follow_up_left after delete on report
      for each row execute function follow_up_left()`.execute(database);
  } else {
    await sql`create trigger follow_up_left after delete on report begin
      update "followUp" set "erasedOn" = '' where reference = old.reference and "erasedOn" is null;
    end`.execute(database);
  }
}

// Messages about reports, until they are delivered. Older versions erase reports too: the trigger removes their messages.
async function addOutbox(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  // Sorted by code points: moments are compared.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  await database.schema
    .createTable('outbox')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('reference', text, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('dueAt', text, (column) => column.notNull())
    .addColumn('takenUntil', text, (column) => column.notNull().defaultTo(''))
    .addColumn('stopped', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('fault', 'text')
    .execute();
  await sql`create index "outbox_due" on outbox (channel, stopped, "dueAt")`.execute(database);
  await sql`create index "outbox_reference" on outbox (reference)`.execute(database);
  await database.schema
    .createTable('outboxMinute')
    .addColumn('minute', text, (column) => column.primaryKey())
    .execute();
  await sql`insert into "outboxMinute" values ('')`.execute(database);
  if (kind === 'postgres') {
    await sql`create function outbox_left() returns trigger language plpgsql as $$ begin
      delete from outbox where reference = old.reference;
      return null;
    end $$`.execute(database);
    await sql`create trigger outbox_left after delete on report
      for each row execute function outbox_left()`.execute(database);
  } else {
    await sql`create trigger outbox_left after delete on report begin
      delete from outbox where reference = old.reference;
    end`.execute(database);
  }
}
