// The log of what was stored, in the tables of a database of either kind.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { readOrigins } from './ledger.ts';
import { verifyLog } from './log-check.ts';
import { addEntries } from './log-entries.ts';
import { unlogged } from './log-rows.ts';
import { MerkleTree } from './merkle.ts';
import type { LogHead, ReportLog } from './report-log.ts';
import type { Tables } from './tables.ts';

/** What a log needs of a database of either kind. */
export interface LogDialect {
  /**
   * The position up to which no more entries can appear. Without this method, entries appear in the order of their
   * positions.
   */
  settledEntries?(): Promise<number>;
}

/** Entries that are summed up in one row: a power of two. */
const SUMMED = 4_096;

/** Opens the log of a database. */
export function openLog(database: Kysely<Tables>, dialect: LogDialect, isKept: boolean): ReportLog {
  const settled = async (): Promise<number> =>
    (await dialect.settledEntries?.()) ?? (await highestEntry(database));
  return {
    isKept,
    head: async () => headAt(database, await settled()),
    async verify(heads = []) {
      const end = await settled();
      const { size, root, broken, ...findings } = await verifyLog(database, heads, end);
      // What is summed up is not in the way of a whole reading: it may have been changed as well.
      const summed = await headAt(database, end);
      const isSummed = summed.root === root;
      return {
        ...findings,
        head: { ...summed, size, root },
        broken: isSummed ? broken : [...broken, summed],
      };
    },
    async tend(signal) {
      await adopt(database, signal);
      await sumUp(database, await settled(), signal);
    },
  };
}

async function headOf(database: Kysely<Tables>, { size, root }: MerkleTree): Promise<LogHead> {
  const [self] = await readOrigins(database);
  return { storeId: self!.storeId, size, root };
}

/** The head at a position, computed from what is summed up. */
async function headAt(database: Kysely<Tables>, end: number): Promise<LogHead> {
  const { tree, after } = await summedUp(database, end);
  for await (const page of entriesOf(database, after, end)) for (const { leaf } of page) tree.add(leaf);
  return headOf(database, tree);
}

async function highestEntry(database: Kysely<Tables>): Promise<number> {
  const query = database.selectFrom('logEntry').select((entry) => entry.fn.max('position').as('last'));
  return (await query.executeTakeFirst())?.last ?? 0;
}

/** The tree of what is summed up, and the last position in it. */
async function summedUp(database: Kysely<Tables>, end: number): Promise<{ tree: MerkleTree; after: number }> {
  const sums = await database
    .selectFrom('logSum')
    .selectAll()
    .where('lastPosition', '<=', end)
    .orderBy('lastPosition')
    .execute();
  const tree = new MerkleTree();
  for (const { root } of sums) tree.add(root, SUMMED);
  return { tree, after: sums.at(-1)?.lastPosition ?? 0 };
}

async function* entriesOf(database: Kysely<Tables>, start: number, end: number) {
  for (let after = start; ;) {
    const page = await database
      .selectFrom('logEntry')
      .select(['position', 'leaf'])
      .where('position', '>', after)
      .where('position', '<=', end)
      .orderBy('position')
      .limit(SUMMED)
      .execute();
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.position;
    await nextTurn();
  }
}

/** Writes one row for each full part of the log, so that the head is computed from few rows. */
async function sumUp(database: Kysely<Tables>, end: number, signal: AbortSignal): Promise<void> {
  const { after } = await summedUp(database, end);
  for await (const page of entriesOf(database, after, end)) {
    if (page.length < SUMMED || signal.aborted) return;
    const tree = new MerkleTree();
    for (const { leaf } of page) tree.add(leaf);
    await database
      .insertInto('logSum')
      .values({ lastPosition: page.at(-1)!.position, root: tree.root })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Adds entries for the rows that an older version stored. */
async function adopt(database: Kysely<Tables>, signal: AbortSignal): Promise<void> {
  for await (const numbers of unlogged(database)) {
    if (signal.aborted) return;
    if (numbers.length === 0) continue;
    const rows = await database.selectFrom('report').selectAll().where('sequence', 'in', numbers).execute();
    await addEntries(
      database,
      rows.map((row) => ({ ...row, sealed: row.sealed === 1 })),
    );
  }
}
