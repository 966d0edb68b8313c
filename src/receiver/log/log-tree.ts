// The tree over the log of a database, computed from stored sums and the entries behind them.
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { entriesBetween, type LogEntry } from './log-entries.ts';
import { readNote } from './log-notes.ts';
import { hashLeaf, MerkleTree, type Hash } from './merkle.ts';
import type { Tables } from '../store/tables.ts';

/** Entries that are summed up in one row: a power of two. */
export const SUMMED = 4_096;

/** The entry from which on the hash of an entry covers its day. */
export interface DaysStart {
  readonly position: number;
  /** Entries before it, as its note says. */
  readonly size: number;
  readonly digest: Hash;
}

/** Finds that entry. Undefined until `tend` has written it after an upgrade; a new database begins with it. */
export async function findStart(database: Kysely<Tables>): Promise<DaysStart | undefined> {
  const found = await database
    .selectFrom('logEntry')
    .select(['position', 'note'])
    .where('note', 'like', '{"kind":"days"%')
    // The index of notes is used if the query repeats its condition.
    .where('note', 'is not', null)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  const note = found && readNote(found.note!);
  return note?.kind === 'days' ? { ...note, position: found!.position } : undefined;
}

/** The hash of an entry in the tree. The stored hash stays when the row is erased, so the day can still be checked. */
function leafIn({ note, position, day, leaf }: LogEntry, start: DaysStart | undefined): Hash {
  if (note !== null) return hashLeaf(note);
  return start && position > start.position ? hashLeaf(`${day} ${leaf}`) : leaf;
}

/** The tree over a log, from its first entry on. */
export class LogTree {
  readonly #tree = new MerkleTree();
  readonly #start: DaysStart | undefined;

  constructor(start: DaysStart | undefined) {
    this.#start = start;
  }

  add(entry: LogEntry): void {
    this.#tree.add(leafIn(entry, this.#start));
  }

  /** Adds a full part. */
  addPart(root: Hash): void {
    this.#tree.add(root, SUMMED);
  }

  get size(): number {
    return this.#tree.size;
  }

  /**
   * The root. Once the log has days, it says as well from where on: else somebody who has erased everything since could
   * move that entry, and pass hashes of entries with their days off as hashes without.
   */
  get root(): Hash {
    const { root, size } = this.#tree;
    const start = this.#start;
    if (!start || size <= start.size) return root;
    return createHash('sha256').update(Buffer.of(2)).update(`${start.size} ${root}`).digest('hex');
  }
}

/** A tree, and the position of the last entry in it. */
export interface TreeAt {
  readonly tree: LogTree;
  readonly position: number;
}

/** The tree over all entries up to a position. */
export async function treeUpTo(database: Kysely<Tables>, end: number): Promise<LogTree> {
  const { tree, position } = await summedUp(database, end);
  for await (const page of entriesBetween(database, position, end, SUMMED))
    for (const entry of page) tree.add(entry);
  return tree;
}

/** The tree over so many entries; undefined if there are fewer up to a position. */
export async function treeOfSize(
  database: Kysely<Tables>,
  size: number,
  end: number,
): Promise<TreeAt | undefined> {
  const { tree, position: summedPosition } = await summedUp(database, end, Math.floor(size / SUMMED));
  let position = summedPosition;
  if (tree.size === size) return { tree, position };
  for await (const page of entriesBetween(database, position, end, SUMMED))
    for (const entry of page) {
      tree.add(entry);
      ({ position } = entry);
      if (tree.size === size) return { tree, position };
    }
  return undefined;
}

/** The tree of the stored sums, of at most so many parts. */
async function summedUp(
  database: Kysely<Tables>,
  end: number,
  most = Number.MAX_SAFE_INTEGER,
): Promise<TreeAt> {
  const parts = await database
    .selectFrom('logPart')
    .selectAll()
    .where('lastPosition', '<=', end)
    .orderBy('lastPosition')
    .limit(most)
    .execute();
  const tree = new LogTree(await findStart(database));
  for (const { root } of parts) tree.addPart(root);
  return { tree, position: parts.at(-1)?.lastPosition ?? 0 };
}

/**
 * Writes one row for each full part of the log, so that the head is computed from few rows. Nothing is summed up before
 * the log has days: until then, which hash an entry will have is open.
 */
export async function sumUp(database: Kysely<Tables>, end: number, signal: AbortSignal): Promise<void> {
  const start = await findStart(database);
  if (!start) return;
  const { last } = await database
    .selectFrom('logPart')
    .select((part) => part.fn.max('lastPosition').as('last'))
    .executeTakeFirstOrThrow();
  for await (const page of entriesBetween(database, last ?? 0, end, SUMMED)) {
    if (page.length < SUMMED || signal.aborted) return;
    const tree = new MerkleTree();
    for (const entry of page) tree.add(leafIn(entry, start));
    await database
      .insertInto('logPart')
      .values({ lastPosition: page.at(-1)!.position, root: tree.root })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
