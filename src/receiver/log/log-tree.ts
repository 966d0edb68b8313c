// The tree over the log of a database, computed from stored sums and the entries behind them.
import type { Kysely } from 'kysely';
import { entriesBetween, type LogEntry } from './log-entries.ts';
import { hashLeaf, MerkleTree } from './merkle.ts';
import type { Tables } from '../database/tables.ts';

/** Entries that are summed up in one row: a power of two. */
export const SUMMED = 4_096;

/**
 * Adds an entry to a tree, as `log-format.md` says: a note by its number and words, a row by its number, day and hash.
 * These stay when the row is erased, and can still be checked. Each kind begins with its own word, so that no row passes
 * for a note.
 */
export function addEntry(tree: MerkleTree, { note, sequence, day, leaf }: LogEntry): void {
  tree.add(hashLeaf(note === null ? `row ${sequence} ${day} ${leaf}` : `note ${sequence} ${note}`));
}

/** A tree, and the position of the last entry in it. */
export interface TreeAt {
  readonly tree: MerkleTree;
  readonly position: number;
}

/** The tree over all entries up to a position. */
export async function treeUpTo(database: Kysely<Tables>, end: number): Promise<MerkleTree> {
  const { tree, position } = await summedUp(database, end);
  for await (const page of entriesBetween(database, position, end, SUMMED))
    for (const entry of page) addEntry(tree, entry);
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
      addEntry(tree, entry);
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
  const tree = new MerkleTree();
  for (const { root } of parts) tree.add(root, SUMMED);
  return { tree, position: parts.at(-1)?.lastPosition ?? 0 };
}

/** Writes one row for each full part of the log, so that the head is computed from few rows. */
export async function sumUp(database: Kysely<Tables>, end: number, signal: AbortSignal): Promise<void> {
  const { last } = await database
    .selectFrom('logPart')
    .select((part) => part.fn.max('lastPosition').as('last'))
    .executeTakeFirstOrThrow();
  for await (const page of entriesBetween(database, last ?? 0, end, SUMMED)) {
    if (page.length < SUMMED || signal.aborted) return;
    const tree = new MerkleTree();
    for (const entry of page) addEntry(tree, entry);
    await database
      .insertInto('logPart')
      .values({ lastPosition: page.at(-1)!.position, root: tree.root })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
