// Finds what can change a row on its way in or out, and is not as `create-tables.ts` makes it: triggers, views, and in
// PostgreSQL rules, functions and policies.
import { sql, type Kysely } from 'kysely';
import { functionBody, sqliteTrigger, TRIGGERS } from './create-tables.ts';
import type { Tables } from './tables.ts';

/** A part by its kind and name, and what it does. */
type Part = readonly [name: string, text: string];

/** The parts of a SQLite database that are not ours, and ours that are missing or changed. */
export async function foreignInSqlite(database: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from sqlite_master where type in ('trigger', 'view')`.execute(database);
  // SQLite writes the first words in capitals.
  const textOf = (statement: string): string => statement.replace(/^create trigger/i, '');
  return difference(
    rows.map((row): Part => [`${row.type} ${row.name}`, textOf(row.sql)]),
    TRIGGERS.map((trigger): Part => [`trigger ${trigger.name}`, textOf(sqliteTrigger(trigger))]),
  );
}

/** Bits of `pg_trigger.tgtype` for triggers after a row came or went. */
const TYPES = { insert: 1 + 4, delete: 1 + 8 };

/** The same for PostgreSQL: in the schema of our tables, and without what belongs to an extension. */
export async function foreignInPostgres(database: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string; text: string }>`
    with ours as (select relnamespace as schema from pg_class where oid = 'report'::regclass),
      relation as (select pg_class.oid, relname, relkind, relrowsecurity from pg_class, ours where relnamespace = schema)
    select 'trigger ' || tgname as name,
      concat_ws(' ', tgtype, tgenabled, relname, proname, pronamespace::regnamespace, tgqual, tgdeferrable) as text
      from pg_trigger join relation on relation.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid where not tgisinternal
    union all select 'rule ' || rulename, '' from pg_rewrite join relation on relation.oid = ev_class
      where rulename <> '_RETURN'
    union all select 'policy ' || polname, '' from pg_policy join relation on relation.oid = polrelid
    union all select 'view ' || relname, '' from relation where relkind in ('v', 'm')
    union all select 'function ' || proname, prosrc from pg_proc, ours where pronamespace = schema
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
  `.execute(database);
  const [schema] = (
    await sql<{ name: string }>`
      select relnamespace::regnamespace::text as name from pg_class where oid = 'report'::regclass`.execute(
      database,
    )
  ).rows;
  return difference(
    rows.map(({ name, text }): Part => [name, text]),
    TRIGGERS.flatMap((trigger): Part[] => [
      [`trigger ${trigger.name}`, `${TYPES[trigger.event]} O report ${trigger.name} ${schema!.name} f`],
      [`function ${trigger.name}`, functionBody(trigger)],
    ]),
  );
}

/** The names of parts that only one side has, each once. */
function difference(found: readonly Part[], ours: readonly Part[]): string[] {
  const keyOf = (part: Part): string => part.join('\n');
  const [foundKeys, ourKeys] = [new Set(found.map(keyOf)), new Set(ours.map(keyOf))];
  const different = [
    ...found.filter((part) => !ourKeys.has(keyOf(part))),
    ...ours.filter((part) => !foundKeys.has(keyOf(part))),
  ];
  return [...new Set(different.map(([name]) => name))].toSorted();
}
