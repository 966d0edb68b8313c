// Compares the rows of a database with its log, and the log with earlier heads of it.
import type { Kysely } from 'kysely';
import { lastErasure } from './erased.ts';
import { isAltered } from './export/altered.ts';
import { entriesBetween, factsOf, isSound, type LogEntry } from './log-entries.ts';
import { unloggedBetween } from './log-rows.ts';
import { treeOfSize, type TreeAt } from './log-tree.ts';
import { MerkleTree } from './merkle.ts';
import type { LogFindings, LogHead, VerifyOptions } from './report-log.ts';
import type { StoredReport } from './records.ts';
import { countReportsOf, highestPresent } from './search.ts';
import type { Tables } from './tables.ts';

/** Bodies in memory at a time, of 64 KiB at most. */
const PAGE = 100;

/** The findings, with size and root of the tree over all entries. */
type Comparison = Omit<LogFindings, 'head'> & Pick<LogHead, 'size' | 'root'>;

/**
 * Reads entries up to a position, and their rows.
 * @param storeId name of the database
 * @param end position of the last entry
 */
export async function verifyLog(
  database: Kysely<Tables>,
  storeId: string,
  end: number,
  { heads = [], since, onStep }: VerifyOptions,
): Promise<Comparison> {
  const start = await startOf(database, since, end);
  const { tree } = start;
  const begunAt = tree.size;
  const broken = new Set(since && begunAt === 0 && since.size > 0 ? [...heads, since] : heads);
  const compare = (): void => {
    for (const head of broken) if (head.size === tree.size && head.root === tree.root) broken.delete(head);
  };
  for (const head of await earlierSound(database, heads, begunAt, end)) broken.delete(head);
  compare();
  const erasedBefore = await lastErasure(database);
  let checkedUpTo = begunAt === 0 ? BELOW_ALL : await numberAt(database, start.position);
  let sound = 0;
  let erased = 0;
  const altered: number[] = [];
  const unlogged: number[] = [];
  const gone: LogEntry[] = [];
  for await (const entries of entriesBetween(database, start.position, end, PAGE)) {
    const rows = await rowsOf(database, entries);
    for (const entry of entries) {
      const row = rows.get(entry.sequence);
      if (!row && isDue(entry, erasedBefore)) erased++;
      else if (!row) gone.push(entry);
      else if (!isSound(entry, row.sequence, factsOf(row)) || isAltered(row)) altered.push(entry.sequence);
      else sound++;
      tree.add(entry.leaf);
      compare();
    }
    const highest = Math.max(checkedUpTo, ...entries.map(({ sequence }) => sequence));
    unlogged.push(...(await unloggedBetween(database, checkedUpTo, highest)));
    checkedUpTo = highest;
    const isWell = altered.length + unlogged.length + gone.length === 0;
    onStep?.({
      start: start.position,
      position: entries.at(-1)!.position,
      end,
      soundHead: isWell ? { storeId, size: tree.size, root: tree.root } : undefined,
    });
  }
  unlogged.push(...(await unloggedBetween(database, checkedUpTo, await highestPresent(database))));
  const erasedUpTo = await lastErasure(database);
  const deleted: number[] = [];
  for (const entry of await explain(database, gone, end)) {
    if (isDue(entry, erasedUpTo)) erased++;
    else deleted.push(entry.sequence);
  }
  return {
    begunAt,
    sound,
    erased,
    altered: inOrder(altered),
    deleted: inOrder(deleted),
    unlogged: inOrder(unlogged),
    overdue: await countReportsOf(database, { since: FIRST_MOMENT, before: erasedUpTo }),
    broken: [...broken],
    size: tree.size,
    root: tree.root,
  };
}

/** Below every number, also those that no receiver gives. */
const BELOW_ALL = Number.MIN_SAFE_INTEGER;

/** A row that `/ready` writes has no moment. */
const FIRST_MOMENT = '0';

/** Where the reading begins: behind an earlier head, or at the first entry where the log does not continue it. */
async function startOf(database: Kysely<Tables>, since: LogHead | undefined, end: number): Promise<TreeAt> {
  const found = since && (await treeOfSize(database, since.size, end));
  return found?.tree.root === since?.root && found ? found : { tree: new MerkleTree(), position: 0 };
}

/** Heads from before the first entry that is read, as far as the log continues them. */
async function earlierSound(
  database: Kysely<Tables>,
  heads: readonly LogHead[],
  begunAt: number,
  end: number,
): Promise<LogHead[]> {
  const sound: LogHead[] = [];
  for (const head of heads.filter(({ size }) => size < begunAt)) {
    const found = await treeOfSize(database, head.size, end);
    if (found?.tree.root === head.root) sound.push(head);
  }
  return sound;
}

async function numberAt(database: Kysely<Tables>, position: number): Promise<number> {
  const entry = database.selectFrom('logEntry').select('sequence').where('position', '=', position);
  return (await entry.executeTakeFirst())?.sequence ?? 0;
}

/** By the day: the minute in which an erased report arrived is not kept. */
const isDue = ({ erased, day }: LogEntry, erasedUpTo: string): boolean =>
  erased === 1 && day <= erasedUpTo.slice(0, 10);

async function rowsOf(
  database: Kysely<Tables>,
  entries: readonly LogEntry[],
): Promise<Map<number, StoredReport>> {
  if (entries.length === 0) return new Map();
  const numbers = entries.map(({ sequence }) => sequence);
  const rows = await database.selectFrom('report').selectAll().where('sequence', 'in', numbers).execute();
  return new Map(rows.map((row) => [row.sequence, { ...row, sealed: row.sealed === 1 }]));
}

/** Entries without a row, as they are now: retention may have erased the row meanwhile. Rows that moved are left out. */
async function explain(
  database: Kysely<Tables>,
  gone: readonly LogEntry[],
  end: number,
): Promise<LogEntry[]> {
  const now: LogEntry[] = [];
  for (let start = 0; start < gone.length; start += PAGE) {
    const positions = gone.slice(start, start + PAGE).map(({ position }) => position);
    now.push(
      ...(await database.selectFrom('logEntry').selectAll().where('position', 'in', positions).execute()),
    );
  }
  const moved = await movedAmong(
    database,
    now.filter(({ erased }) => erased === 0),
    end,
  );
  return now.filter((entry) => !moved.has(entry));
}

/**
 * Which of these entries' rows have another number now. A copy gives a row that was missing the next number of all, and a
 * later entry. A lower number would hide it from readers who have passed that.
 */
async function movedAmong(
  database: Kysely<Tables>,
  entries: readonly LogEntry[],
  end: number,
): Promise<Set<LogEntry>> {
  const moved = new Set<LogEntry>();
  if (entries.length === 0) return moved;
  const wanted = new Map<string, LogEntry[]>();
  for (const entry of entries) wanted.set(entry.day, [...(wanted.get(entry.day) ?? []), entry]);
  const first = entries.reduce((least, { position }) => Math.min(least, position), end);
  for await (const page of entriesBetween(database, first, end, PAGE)) {
    const candidates = page.filter(({ day }) => wanted.has(day));
    const rows = await rowsOf(database, candidates);
    for (const candidate of candidates) {
      const row = rows.get(candidate.sequence);
      if (!row) continue;
      const facts = factsOf(row);
      const same = wanted.get(candidate.day)!.filter((entry) => isSound(entry, entry.sequence, facts));
      if (same.length > 0 && (await wasHighest(database, candidate)))
        for (const entry of same) moved.add(entry);
    }
  }
  return moved;
}

/** Whether an entry had the highest number of all when it was made. */
async function wasHighest(database: Kysely<Tables>, { position, sequence }: LogEntry): Promise<boolean> {
  const higher = database
    .selectFrom('logEntry')
    .select('position')
    .where('position', '<', position)
    .where('sequence', '>=', sequence)
    .limit(1);
  return (await higher.executeTakeFirst()) === undefined;
}

const inOrder = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
