// The tree over the log of a database, computed from what is summed up and the entries behind it.
import type { Kysely } from 'kysely';
import { entriesBetween } from './log-entries.ts';
import { MerkleTree } from './merkle.ts';
import type { Tables } from './tables.ts';

/** Entries that are summed up in one row: a power of two. */
export const SUMMED = 4_096;

/** A tree, and the position of the last entry in it. */
export interface TreeAt {
  readonly tree: MerkleTree;
  readonly position: number;
}

/** The tree over all entries up to a position. */
export async function treeUpTo(database: Kysely<Tables>, end: number): Promise<MerkleTree> {
  const { tree, position } = await summedUp(database, end);
  for await (const page of entriesBetween(database, position, end, SUMMED))
    for (const { leaf } of page) tree.add(leaf);
  return tree;
}

/** The tree over so many entries; undefined where there are fewer up to a position. */
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
      tree.add(entry.leaf);
      ({ position } = entry);
      if (tree.size === size) return { tree, position };
    }
  return undefined;
}

/** The tree of what is summed up, of at most so many sums. */
async function summedUp(
  database: Kysely<Tables>,
  end: number,
  most = Number.MAX_SAFE_INTEGER,
): Promise<TreeAt> {
  const sums = await database
    .selectFrom('logSum')
    .selectAll()
    .where('lastPosition', '<=', end)
    .orderBy('lastPosition')
    .limit(most)
    .execute();
  const tree = new MerkleTree();
  for (const { root } of sums) tree.add(root, SUMMED);
  return { tree, position: sums.at(-1)?.lastPosition ?? 0 };
}

/** Writes one row for each full part of the log, so that the head is computed from few rows. */
export async function sumUp(database: Kysely<Tables>, end: number, signal: AbortSignal): Promise<void> {
  const { last } = await database
    .selectFrom('logSum')
    .select((sum) => sum.fn.max('lastPosition').as('last'))
    .executeTakeFirstOrThrow();
  for await (const page of entriesBetween(database, last ?? 0, end, SUMMED)) {
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
