// Writes reports of another database into this one, under their own numbers as long as no reader may have passed them.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { erasedAmong } from './erased.ts';
import { addEntries } from '../log/log-entries.ts';
import { readOrigins } from '../database/numbers.ts';
import type { LedgerDialect } from './ledger.ts';
import type { Transfer, TransferResult, TransferSource } from '../database/lineage.ts';
import type { CopiedMessage } from '../database/outbox.ts';
import type { StoredReport } from '../database/records.ts';

/** The difference between databases for taking reports of another one. */
export interface TransferDialect extends LedgerDialect {
  /** Runs work in one transaction while no other transaction writes reports. */
  exclusively<Result>(work: (database: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /**
   * Makes the next number follow this one. Called within `exclusively`, never with less than the highest number
   * assigned.
   */
  raise(database: Kysely<Tables>, highest: number): Promise<void>;
  /** SQL clause that lets an insert set the number itself. */
  readonly ownNumbers: '' | 'overriding system value';
}

const COLUMNS = [
  ...(['sequence', 'id', 'digest', 'reference', 'receivedAt'] as const),
  ...(['sealed', 'partner', 'trust', 'priority', 'answer', 'body'] as const),
];

/** Makes the transfer into a database whose tables are up to date. */
export function openTransfer(dialect: TransferDialect): Transfer {
  const highestOf = async (database: Kysely<Tables>): Promise<number> =>
    (await dialect.highest(database)) ?? 0;
  return {
    take: async (reports, source, messages = []) => {
      if (reports.length === 0) return [];
      return dialect.exclusively(async (database) => {
        const before = await highestOf(database);
        const { results, rows, highest } = number(reports, await takenIn(database, reports), before);
        if (rows.length > 0) {
          await insert(database, rows, dialect.ownNumbers);
          await addEntries(database, rows);
          await dialect.raise(database, highest);
          await addMessages(database, rows, messages);
        }
        const shared = await sharedWith(database, source, before);
        const moved = rows.filter(({ sequence, kept }) => sequence !== kept).map(({ kept }) => kept);
        await settleMissing(
          database,
          moved.filter((kept) => kept <= shared.eitherWay),
        );
        const last = reports.at(-1)?.sequence ?? 0;
        await note(database, source, shared.follows && moved.length === 0 ? last : shared.upTo);
        return results;
      });
    },
    finish: (source, settled) =>
      dialect.exclusively(async (database) => {
        const highest = await highestOf(database);
        const shared = await sharedWith(database, source, highest);
        if (shared.follows && settled > highest) await dialect.raise(database, settled);
        await note(database, source, shared.follows ? Math.max(settled, highest) : shared.upTo);
      }),
  };
}

type NumberedRow = StoredReport & { readonly kept: number };

/** Assigns each new report its number in this database. */
function number(reports: readonly StoredReport[], taken: Taken, before: number) {
  let highest = before;
  const rows: NumberedRow[] = [];
  const results = reports.map((report): TransferResult => {
    const digest = taken.digests.get(report.id);
    if (digest !== undefined) return digest === report.digest ? 'present' : 'id-taken';
    if (taken.erased.has(report.id)) return 'erased';
    if (taken.references.has(report.reference)) return 'reference-taken';
    const { sequence: kept } = report;
    highest = Math.max(kept, highest + 1);
    rows.push({ ...report, sequence: highest, kept });
    return 'copied';
  });
  return { results, rows, highest };
}

interface Taken {
  readonly digests: ReadonlyMap<string, string>;
  readonly references: ReadonlySet<string>;
  /** Ids of reports that this database has erased. */
  readonly erased: ReadonlySet<string>;
}

async function takenIn(database: Kysely<Tables>, reports: readonly StoredReport[]): Promise<Taken> {
  const select = database.selectFrom('report').select(['id', 'digest', 'reference']);
  const ids = reports.map(({ id }) => id);
  const references = reports.map(({ reference }) => reference);
  const sameId = await select.where('id', 'in', ids).execute();
  const sameReference = await select.where('reference', 'in', references).execute();
  return {
    digests: new Map(sameId.map(({ id, digest }) => [id, digest])),
    references: new Set(sameReference.map(({ reference }) => reference)),
    erased: await erasedAmong(database, reports),
  };
}

async function insert(
  database: Kysely<Tables>,
  rows: readonly StoredReport[],
  ownNumbers: TransferDialect['ownNumbers'],
): Promise<void> {
  const values = rows.map((row) => {
    const stored = { ...row, sealed: Number(row.sealed) };
    return sql`(${sql.join(COLUMNS.map((column) => stored[column]))})`;
  });
  const columns = sql.join(COLUMNS.map((column) => sql.ref(column)));
  await sql`insert into report (${columns}) ${sql.raw(ownNumbers)} values ${sql.join(values)}`.execute(
    database,
  );
}

/** Adds the messages of reports that are new here: what was not told is told by this database's receiver. */
async function addMessages(
  database: Kysely<Tables>,
  rows: readonly StoredReport[],
  messages: readonly CopiedMessage[],
): Promise<void> {
  const added = new Set(rows.map(({ reference }) => reference));
  const values = messages.filter(({ reference }) => added.has(reference));
  if (values.length === 0) return;
  await database
    .insertInto('outbox')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Up to which number both databases are the same, and whether this one has assigned none of its own beyond it. */
async function sharedWith(database: Kysely<Tables>, { origins }: TransferSource, highest: number) {
  const [self] = origins;
  const [here, ...others] = await readOrigins(database);
  const upTo = others.find(({ storeId }) => storeId === self.storeId)?.sharedUpTo ?? 0;
  const back = origins.find(({ storeId }) => storeId === here.storeId)?.sharedUpTo ?? 0;
  return { upTo, follows: highest <= upTo, eitherWay: Math.max(upTo, back) };
}

/** Reports that were missing here under a number, and have come back under another one, are no longer missing. */
async function settleMissing(database: Kysely<Tables>, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const present = database.selectFrom('report').select('sequence').where('sequence', 'in', numbers);
  await database
    .deleteFrom('arrival')
    .where('sequence', 'in', numbers)
    .where('sequence', 'not in', present)
    .execute();
}

/** Records how far this database knows the other one, and the databases that the other one was copied from. */
async function note(
  database: Kysely<Tables>,
  { origins: [self, ...others], readUpTo }: TransferSource,
  upTo: number,
): Promise<void> {
  const here = await readOrigins(database);
  if (self.storeId === here[0].storeId) return;
  const inherited = others.map(({ storeId, sharedUpTo }) => ({
    storeId,
    sharedUpTo: Math.min(sharedUpTo, upTo),
    readUpTo: 0,
  }));
  for (const origin of [{ storeId: self.storeId, sharedUpTo: upTo, readUpTo }, ...inherited]) {
    const known = here.find(({ storeId }) => storeId === origin.storeId);
    if (known === here[0]) continue;
    const isSelf = origin.storeId === self.storeId;
    const next = {
      ...origin,
      sharedUpTo: Math.max(origin.sharedUpTo, known?.sharedUpTo ?? 0),
      readUpTo: isSelf ? readUpTo : (known?.readUpTo ?? 0),
    };
    await database
      .insertInto('lineage')
      .values(next)
      .onConflict((conflict) => conflict.column('storeId').doUpdateSet(next))
      .execute();
  }
}
