// Compares the rows of a database with its log, and the log with earlier heads of it.
import type { Kysely, Selectable } from 'kysely';
import { isAltered } from './export/altered.ts';
import { entryOf } from './log-entries.ts';
import { unlogged } from './log-rows.ts';
import { MerkleTree } from './merkle.ts';
import type { LogFindings, LogHead } from './report-log.ts';
import type { StoredReport } from './records.ts';
import type { Tables } from './tables.ts';

type Entry = Selectable<Tables['logEntry']>;

/** Bodies in memory at a time, of 64 KiB at most. */
const PAGE = 100;

/** The findings, with size and root of the tree over all entries. */
type Comparison = Omit<LogFindings, 'head'> & Pick<LogHead, 'size' | 'root'>;

/**
 * Reads every entry up to a position, and its row.
 * @param heads of this database, to compare with
 */
export async function verifyLog(
  database: Kysely<Tables>,
  heads: readonly LogHead[],
  end: number,
): Promise<Comparison> {
  const tree = new MerkleTree();
  const broken = new Set(heads);
  const compare = (): void => {
    for (const head of broken) if (head.size === tree.size && head.root === tree.root) broken.delete(head);
  };
  compare();
  let sound = 0;
  const altered: number[] = [];
  const gone: Entry[] = [];
  for await (const entries of entriesUpTo(database, end)) {
    const rows = await rowsOf(database, entries);
    for (const entry of entries) {
      const row = rows.get(entry.sequence);
      if (!row) gone.push(entry);
      else if (entryOf(row).leaf !== entry.leaf || isAltered(row)) altered.push(entry.sequence);
      else sound++;
      tree.add(entry.leaf);
      compare();
    }
  }
  const erasedUpTo = await lastErasure(database);
  const deleted: number[] = [];
  for (const entry of await explain(database, gone)) {
    // By the day: the minute in which an erased report arrived is not kept.
    const isDue = entry.erased === 1 && entry.day <= erasedUpTo.slice(0, 10);
    if (!isDue) deleted.push(entry.sequence);
  }
  return {
    sound,
    erased: gone.length - deleted.length,
    altered: inOrder(altered),
    deleted: inOrder(deleted),
    unlogged: await allUnlogged(database),
    overdue: await countBefore(database, erasedUpTo),
    broken: [...broken],
    size: tree.size,
    root: tree.root,
  };
}

async function allUnlogged(database: Kysely<Tables>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const step of unlogged(database)) numbers.push(...step);
  return numbers;
}

async function* entriesUpTo(database: Kysely<Tables>, end: number): AsyncGenerator<Entry[]> {
  for (let after = 0; ;) {
    const page = await database
      .selectFrom('logEntry')
      .selectAll()
      .where('position', '>', after)
      .where('position', '<=', end)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.position;
  }
}

async function rowsOf(
  database: Kysely<Tables>,
  entries: readonly Entry[],
): Promise<Map<number, StoredReport>> {
  const numbers = entries.map(({ sequence }) => sequence);
  const rows = await database.selectFrom('report').selectAll().where('sequence', 'in', numbers).execute();
  return new Map(rows.map((row) => [row.sequence, { ...row, sealed: row.sealed === 1 }]));
}

/** Entries without a row, as they are now: retention may have erased the row meanwhile. Rows that moved are left out. */
async function explain(database: Kysely<Tables>, gone: readonly Entry[]): Promise<Entry[]> {
  const explained: Entry[] = [];
  for (let start = 0; start < gone.length; start += PAGE) {
    const page = gone.slice(start, start + PAGE);
    const entries = await database
      .selectFrom('logEntry')
      .selectAll()
      .where(
        'position',
        'in',
        page.map(({ position }) => position),
      )
      .execute();
    const open = entries.filter(({ erased }) => erased === 0);
    const moved = await leavesOfRows(
      database,
      open.map(({ leaf }) => leaf),
    );
    explained.push(...entries.filter((entry) => entry.erased === 1 || !moved.has(entry.leaf)));
  }
  return explained;
}

/** Which of these leaves belong to a row: a copy gives one that was missing another number. */
async function leavesOfRows(database: Kysely<Tables>, leaves: readonly string[]): Promise<Set<string>> {
  if (leaves.length === 0) return new Set();
  const rows = await database
    .selectFrom('logEntry')
    .innerJoin('report', 'report.sequence', 'logEntry.sequence')
    .select('leaf')
    .where('leaf', 'in', leaves)
    .execute();
  return new Set(rows.map(({ leaf }) => leaf));
}

async function lastErasure(database: Kysely<Tables>): Promise<string> {
  const query = database.selectFrom('logErasure').select((row) => row.fn.max('before').as('last'));
  return (await query.executeTakeFirst())?.last ?? '';
}

async function countBefore(database: Kysely<Tables>, before: string): Promise<number> {
  const { count } = await database
    .selectFrom('report')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('receivedAt', '<', before)
    .where('sequence', '>', 0)
    .executeTakeFirstOrThrow();
  return count;
}

const inOrder = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
