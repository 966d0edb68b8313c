// The tables of the receiver, made whole: the first step of `schema.ts`. `tables.ts` says what each column holds.
import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';

/** The databases whose words differ. */
export type DatabaseKind = 'sqlite' | 'postgres';

/** Makes all tables, in an empty database. */
export async function createTables(database: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  for (const statement of [...tables(kind), ...TRIGGERS.flatMap((trigger) => makeTrigger(trigger, kind))])
    await sql.raw(statement).execute(database);
  const storeId = randomBytes(6).toString('hex');
  await sql`insert into lineage values (${storeId}, null, null)`.execute(database);
}

function tables(kind: DatabaseKind): string[] {
  const isPostgres = kind === 'postgres';
  // Sorted by code points: days and moments are compared, and a system library that sorts differently after an upgrade
  // would break PostgreSQL's indexes.
  const text = isPostgres ? 'text collate "C"' : 'text';
  const number = isPostgres ? 'bigint' : 'integer';
  // SQLite gets its own column: a plain rowid is reused once the newest row is deleted.
  const ownNumber = isPostgres
    ? 'bigint primary key generated always as identity'
    : 'integer primary key autoincrement';
  return [
    `create table report (sequence ${ownNumber}, id ${text} not null unique, digest ${text} not null,
      reference ${text} not null unique, "receivedAt" ${text} not null, sealed integer not null, partner ${text},
      trust ${text} not null, priority ${text} not null, answer ${text} not null, body ${text} not null)`,
    'create index "report_receivedAt" on report ("receivedAt")',
    // The conditions of these three repeat the words of the queries: an index of some rows is only used where both are
    // the same.
    `create index report_urgent on report (sequence) where (priority = 'urgent' or sealed = 1)`,
    `create index report_low on report (sequence) where trust = 'low'`,
    'create index report_partner on report (partner, "receivedAt", sequence) where partner is not null',

    `create table "spentProof" (digest ${text} primary key, "submissionId" ${text} not null,
      "expiresAt" ${text} not null)`,
    'create index "spentProof_expiresAt" on "spentProof" ("expiresAt")',

    `create table arrival (sequence ${number} primary key, gone integer not null default 0)`,
    'create index arrival_gone on arrival (sequence) where gone = 1',

    `create table "logEntry" (position ${ownNumber}, sequence ${number} not null unique, leaf text not null,
      day text not null, erased integer not null default 0, note text)`,
    `create table "logErasure" ("before" ${text} primary key)`,
    `create table "logPart" ("lastPosition" ${number} primary key, root text not null)`,
    'create table "erasedReport" (mark text primary key)',

    `create table lineage ("storeId" text primary key, "sharedUpTo" ${number}, "readUpTo" ${number})`,

    `create table "followUp" (hash ${text} primary key, sequence ${number} unique, reference ${text} not null unique,
      "arrivedOn" ${text} not null, state ${text} not null, since ${text} not null, "erasedOn" ${text},
      version ${number} not null default 0)`,
    'create index "followUp_version" on "followUp" (version, hash) where version > 0',
    // Those without a report: the sweep looks at these alone.
    'create index "followUp_erasedOn" on "followUp" ("erasedOn") where "erasedOn" is not null',
    `create table "followUpVersion" (last ${number} primary key)`,
    'insert into "followUpVersion" values (0)',
    `create table "followUpCopy" ("storeId" text primary key, version ${number} not null)`,
    `create table "followUpState" (hash ${text} not null, place integer not null, state ${text} not null,
      since ${text} not null, constraint "followUpState_place" primary key (hash, place))`,
    `create table "followUpAddition" (reference ${text} primary key, hash ${text} not null, day ${text} not null)`,
    'create index "followUpAddition_hash" on "followUpAddition" (hash)',

    `create table outbox (id ${text} primary key, channel ${text} not null, reference ${text} not null,
      attempts integer not null default 0, "dueAt" ${text} not null, "takenUntil" ${text} not null default '',
      stopped integer not null default 0, fault text)`,
    'create index outbox_due on outbox (channel, stopped, "dueAt")',
    'create index outbox_reference on outbox (reference)',
    `create table "outboxMinute" (minute ${text} primary key)`,
    `insert into "outboxMinute" values ('')`,
  ];
}

/** What the database does itself after a report came or went. */
export interface ReportTrigger {
  readonly event: 'insert' | 'delete';
  readonly name: string;
  readonly statement: string;
}

/**
 * The numbers, the follow-ups and the messages follow each stored and each deleted report, also a row that somebody deletes
 * by hand. `foreign-parts.ts` finds any other trigger.
 */
export const TRIGGERS: readonly ReportTrigger[] = [
  // The number of a failed transaction is never recorded. The table holds numbers alone, so nothing of a report stays.
  {
    event: 'insert',
    name: 'report_arrival',
    statement:
      'insert into arrival (sequence) values (new.sequence) on conflict (sequence) do update set gone = 0',
  },
  // A report that is deleted before its number is found without looking at every number.
  {
    event: 'delete',
    name: 'report_gone',
    statement: 'update arrival set gone = 1 where sequence = old.sequence',
  },
  // A sweep dates it: the clock of the database is not asked.
  {
    event: 'delete',
    name: 'follow_up_left',
    statement: `update "followUp" set "erasedOn" = '' where reference = old.reference and "erasedOn" is null`,
  },
  { event: 'delete', name: 'outbox_left', statement: 'delete from outbox where reference = old.reference' },
];

/** The body of a trigger's function in PostgreSQL. */
export const functionBody = ({ statement }: ReportTrigger): string =>
  ` begin ${statement}; return null; end `;

/** The statement that makes a trigger in SQLite. */
export const sqliteTrigger = ({ event, name, statement }: ReportTrigger): string =>
  `create trigger ${name} after ${event} on report begin ${statement}; end`;

function makeTrigger(trigger: ReportTrigger, kind: DatabaseKind): string[] {
  if (kind === 'sqlite') return [sqliteTrigger(trigger)];
  const { event, name } = trigger;
  return [
    `create function ${name}() returns trigger language plpgsql as $$${functionBody(trigger)}$$`,
    `create trigger ${name} after ${event} on report for each row execute function ${name}()`,
  ];
}
