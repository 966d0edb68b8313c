// The tree over the log has the roots of RFC 6962, however it is put together.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashLeaf, MerkleTree } from '../../src/receiver/log/merkle.ts';

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962 §2.1, word for word. */
function treeHash(entries: readonly string[]): Buffer {
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), Buffer.from(entries[0]!));
  let k = 1;
  while (2 * k < entries.length) k *= 2;
  return sha256(Buffer.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)));
}

const treeOf = (entries: readonly string[]): MerkleTree => {
  const tree = new MerkleTree();
  for (const entry of entries) tree.add(hashLeaf(entry));
  return tree;
};

test('the root after each entry is that of the standard', () => {
  const entries = Array.from({ length: 70 }, (_, index) => `entry ${index}`);
  const tree = new MerkleTree();
  for (let size = 0; size <= entries.length; size++) {
    assert.equal(tree.root, treeHash(entries.slice(0, size)).toString('hex'), `${size} entries`);
    assert.equal(tree.size, size);
    if (size < entries.length) tree.add(hashLeaf(entries[size]!));
  }
});

test('complete subtrees give the same root and size as their entries, however many single ones follow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { maxLength: 60 }),
      fc.integer({ min: 0, max: 3 }),
      fc.nat({ max: 8 }),
      (entries, height, most) => {
        const size = 2 ** height;
        const tree = new MerkleTree();
        const whole = Math.min(most, Math.floor(entries.length / size)) * size;
        for (let start = 0; start < whole; start += size)
          tree.add(treeOf(entries.slice(start, start + size)).root, size);
        for (const entry of entries.slice(whole)) tree.add(hashLeaf(entry));
        assert.equal(tree.root, treeOf(entries).root);
        assert.equal(tree.size, entries.length);
      },
    ),
  );
});
