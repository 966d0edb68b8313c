// Compares the rows of a database with its log, the log with its earlier heads, and erasures with the known ones.
import type { Kysely } from 'kysely';
import { isAltered } from '../database/altered.ts';
import { LogDays } from './log-days.ts';
import { FoundErasures } from './log-erasures.ts';
import { dayOf, entriesBetween, factsOf, leafOf, type LogEntry } from './log-entries.ts';
import { readEntry, repeatedAmong } from './log-reading.ts';
import { unloggedBetween } from './log-rows.ts';
import { addEntry, treeOfSize, type TreeAt } from './log-tree.ts';
import { MerkleTree } from './merkle.ts';
import type { LogFindings, LogHead, VerifyOptions } from './report-log.ts';
import type { StoredReport } from '../database/records.ts';
import { highestPresent } from '../database/numbers.ts';
import type { Tables } from '../database/tables.ts';

/** Bodies in memory at a time, of 64 KiB at most. */
const PAGE = 100;

/** The findings, with size and root of the tree over all entries. */
type Comparison = Omit<LogFindings, 'head' | 'foreign'> & Pick<LogHead, 'size' | 'root'>;

/** The log that is read. */
interface VerifiedLog {
  /** Name of the database. */
  readonly storeId: string;
  /** Position of the last entry. */
  readonly end: number;
}

/** Reads entries up to a position, and their rows. */
export async function verifyLog(
  database: Kysely<Tables>,
  { storeId, end }: VerifiedLog,
  { heads = [], since, known = {}, onStep }: VerifyOptions,
): Promise<Comparison> {
  const { tree, position: readUpTo } = await whereToBegin(database, since, end);
  const begunAt = tree.size;
  const broken = new Set(since ? [...heads, since] : heads);
  const compare = (): void => {
    for (const head of broken) if (head.size === tree.size && head.root === tree.root) broken.delete(head);
  };
  for (const head of await earlierSound(database, heads, begunAt, end)) broken.delete(head);
  compare();
  const erasures = new FoundErasures(database, known);
  const last = await lastReport(database, readUpTo);
  const days = new LogDays(last?.day ?? '', heads, known.copied);
  let checkedUpTo = begunAt === 0 ? BELOW_ALL : (last?.sequence ?? 0);
  let sound = 0;
  const altered: number[] = [];
  const unlogged: number[] = [];
  const unread: number[] = [];
  const repeated = new Set<number>();
  const misdated: number[] = [];
  const gone: LogEntry[] = [];
  for await (const entries of entriesBetween(database, readUpTo, end, PAGE)) {
    const rows = await rowsOf(database, entries);
    for (const number of await repeatedAmong(database, entries)) repeated.add(number);
    for (const entry of entries) {
      addEntry(tree, entry);
      compare();
      const read = readEntry(entry);
      const row = rows.get(entry.sequence);
      if (read === 'report' && days.contradicts(entry.day, tree.size, row)) misdated.push(entry.sequence);
      if (!read) unread.push(tree.size);
      else if (read !== 'report') await erasures.addNote(read, tree.size);
      else if (row && !isIntact(entry, row)) altered.push(entry.sequence);
      else if (row) sound++;
      else if (!erasures.take(entry)) gone.push(entry);
    }
    const highest = Math.max(checkedUpTo, ...entries.map(({ sequence }) => sequence));
    unlogged.push(...(await unloggedBetween(database, checkedUpTo, highest)));
    checkedUpTo = highest;
    const found = [altered, unlogged, gone, unread, misdated, [...repeated], erasures.unexplained];
    const isWell = found.every((each) => each.length === 0);
    onStep?.({
      start: readUpTo,
      position: entries.at(-1)!.position,
      end,
      soundHead: isWell ? { storeId, size: tree.size, root: tree.root } : undefined,
    });
  }
  unlogged.push(...(await unloggedBetween(database, checkedUpTo, await highestPresent(database))));
  const deleted: number[] = [];
  const { left, cameBack } = await explain(database, gone, end);
  for (const entry of left) if (!erasures.take(entry)) deleted.push(entry.sequence);
  return {
    begunAt,
    sound,
    erased: erasures.erased,
    byHand: erasures.byHand,
    erasures: erasures.logged,
    altered: inOrder(altered),
    deleted: inOrder(deleted),
    unexplained: inOrder(erasures.unexplained),
    unlogged: inOrder(unlogged),
    unread,
    repeated: inOrder([...repeated]),
    misdated: inOrder(misdated.filter((number) => !cameBack.has(number))),
    broken: [...broken],
    size: tree.size,
    root: tree.root,
  };
}

/** Whether a row is what its entry says. */
const isIntact = ({ leaf, day, erased }: LogEntry, row: StoredReport): boolean =>
  erased === 0 && day === dayOf(row) && leaf === leafOf(row.sequence, factsOf(row)) && !isAltered(row);

/** Below every number, also those that no receiver gives. */
const BELOW_ALL = Number.MIN_SAFE_INTEGER;

/** The start of the reading: behind an earlier head, or at the first entry if the log does not continue that head. */
async function whereToBegin(
  database: Kysely<Tables>,
  since: LogHead | undefined,
  end: number,
): Promise<TreeAt> {
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

/** The last report in the log up to a position. */
function lastReport(
  database: Kysely<Tables>,
  position: number,
): Promise<Pick<LogEntry, 'sequence' | 'day'> | undefined> {
  return database
    .selectFrom('logEntry')
    .select(['sequence', 'day'])
    .where('position', '<=', position)
    .where('note', 'is', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function rowsOf(
  database: Kysely<Tables>,
  entries: readonly LogEntry[],
): Promise<Map<number, StoredReport>> {
  if (entries.length === 0) return new Map();
  const numbers = entries.map(({ sequence }) => sequence);
  const rows = await database.selectFrom('report').selectAll().where('sequence', 'in', numbers).execute();
  return new Map(rows.map((row) => [row.sequence, { ...row, sealed: row.sealed === 1 }]));
}

/**
 * Entries without a row, as they are now: retention may have erased the row meanwhile. Rows that moved are left out.
 * @returns the entries, and the numbers under which rows came back
 */
async function explain(
  database: Kysely<Tables>,
  gone: readonly LogEntry[],
  end: number,
): Promise<{ readonly left: LogEntry[]; readonly cameBack: ReadonlySet<number> }> {
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
  return { left: now.filter((entry) => !moved.has(entry)), cameBack: new Set(moved.values()) };
}

/**
 * The entries whose rows have another number now, with that number. A copy gives a row that was missing the next number
 * of all, and a later entry. A lower number would hide it from readers who have passed that.
 */
async function movedAmong(
  database: Kysely<Tables>,
  entries: readonly LogEntry[],
  end: number,
): Promise<Map<LogEntry, number>> {
  const moved = new Map<LogEntry, number>();
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
      const same = wanted
        .get(candidate.day)!
        .filter(({ leaf, sequence }) => leaf === leafOf(sequence, facts));
      if (same.length > 0 && (await wasHighest(database, candidate)))
        for (const entry of same) moved.set(entry, candidate.sequence);
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
