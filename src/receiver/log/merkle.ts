// A Merkle tree over a growing list (RFC 6962 §2.1): its root after each entry, in memory that grows with the logarithm.
import { createHash } from 'node:crypto';

/** SHA-256, 64 hexadecimal digits. */
export type Hash = string;

/** The root of an empty list. */
const EMPTY: Hash = createHash('sha256').digest('hex');

/** The hash of an entry. */
export const hashLeaf = (text: string): Hash =>
  createHash('sha256').update(Buffer.of(0)).update(text).digest('hex');

const hashNode = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(Buffer.of(1)).update(left, 'hex').update(right, 'hex').digest('hex');

/** A list that only grows. */
export class MerkleTree {
  /** Complete subtrees from left to right: each is larger than the next, and its size is a power of two. */
  #subtrees: { readonly root: Hash; readonly size: number }[] = [];
  size = 0;

  /**
   * Adds a complete subtree, a single entry by default.
   * @param size a power of two, which divides the size so far
   */
  add(root: Hash, size = 1): void {
    this.size += size;
    let added = { root, size };
    for (let last = this.#subtrees.at(-1); last?.size === added.size; last = this.#subtrees.at(-1)) {
      added = { root: hashNode(last.root, added.root), size: 2 * added.size };
      this.#subtrees.pop();
    }
    this.#subtrees.push(added);
  }

  get root(): Hash {
    const [last, ...others] = this.#subtrees.map(({ root }) => root).toReversed();
    return others.reduce((right, left) => hashNode(left, right), last ?? EMPTY);
  }
}
