// The specification of the log: its vectors, computed here from its text alone, are those of the code and of a database.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { factsOf, leafOf, type LogEntry } from '../../src/receiver/log/log-entries.ts';
import { addEntry } from '../../src/receiver/log/log-tree.ts';
import { MerkleTree } from '../../src/receiver/log/merkle.ts';
import { DATABASES } from './databases.ts';
import { byHand, erase, fill, headOf, soundRow, withStore } from './store-given.ts';

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly sealed: boolean;
  readonly partner: string | null;
}

interface Vectors {
  readonly digest: string;
  readonly entries: readonly {
    readonly row?: Row;
    readonly rowHash?: string;
    readonly note?: { readonly sequence: number; readonly words: string };
    readonly leaf: string;
  }[];
  readonly roots: readonly string[];
}

const text = await readFile(new URL('../../src/receiver/log/log-format.md', import.meta.url), 'utf8');
const vectors = JSON.parse(/```json\n([^]*?)```/.exec(text)![1]!) as Vectors;

const BODY = '{"a":1}';

// The computation of the specification, without the code.
const H = (...parts: (Uint8Array | string)[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();
const ZERO = Buffer.of(0);
const ONE = Buffer.of(1);

function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return H();
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return H(ONE, rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

const leafOfEntry = ({
  sequence,
  day,
  leaf,
  note,
}: Pick<LogEntry, 'sequence' | 'day' | 'leaf' | 'note'>): Buffer =>
  note === null ? H(ZERO, `row ${sequence} ${day} ${leaf}`) : H(ZERO, `note ${sequence} ${note}`);

const wholeRow = (row: Row) =>
  ({
    ...row,
    digest: vectors.digest,
    trust: 'normal',
    priority: 'normal',
    answer: '{}',
    body: BODY,
  }) as const;

/** The vectors as entries of the table. */
const ENTRIES: readonly LogEntry[] = vectors.entries.map(({ row, rowHash, note }, index) => ({
  position: index + 1,
  sequence: row?.sequence ?? note!.sequence,
  leaf: rowHash ?? H(ZERO, note!.words).toString('hex'),
  day: row?.receivedAt.slice(0, 10) ?? '',
  erased: 0,
  note: note?.words ?? null,
}));

test('the vectors are what the text of the specification says', () => {
  assert.equal(vectors.digest, H(BODY).toString('hex'));
  for (const { row, rowHash } of vectors.entries) {
    if (!row) continue;
    const { sequence, id, reference, receivedAt, sealed, partner } = row;
    const facts = [id, vectors.digest, reference, receivedAt, sealed, partner, 'normal', 'normal', '{}'];
    assert.equal(rowHash, H(ZERO, `${sequence} ${JSON.stringify(facts)}`).toString('hex'));
  }
  const leaves = ENTRIES.map((entry) => leafOfEntry(entry));
  assert.deepEqual(
    leaves.map((leaf) => leaf.toString('hex')),
    vectors.entries.map(({ leaf }) => leaf),
  );
  assert.deepEqual(
    vectors.roots.map((_, size) => rootOf(leaves.slice(0, size)).toString('hex')),
    vectors.roots,
  );
});

test('the vectors are what the code computes', () => {
  for (const { row, rowHash } of vectors.entries)
    if (row) assert.equal(leafOf(row.sequence, factsOf(wholeRow(row))), rowHash);
  const tree = new MerkleTree();
  const roots = [tree.root];
  for (const [index, entry] of ENTRIES.entries()) {
    addEntry(tree, entry);
    roots.push(tree.root);
    const alone = new MerkleTree();
    addEntry(alone, entry);
    assert.equal(alone.root, vectors.entries[index]!.leaf);
  }
  assert.deepEqual(roots, vectors.roots);
});

for (const { name, create } of DATABASES)
  test(`the head of a database is what the text says of its entries (${name})`, async (t) => {
    const url = await create(t);
    const rows = vectors.entries.flatMap(({ row }) => (row ? [wholeRow(row)] : []));
    await fill(
      url,
      rows.map(({ sequence: _, ...row }) => row),
    );
    await fill(
      url,
      Array.from({ length: 4 }, (_, index) => soundRow(`more${index}`)),
    );
    const hashes = await byHand(url, 'select leaf from "logEntry" where sequence <= 2 order by position');
    assert.deepEqual(
      hashes.map(({ leaf }) => leaf),
      vectors.entries.flatMap(({ rowHash }) => rowHash ?? []),
    );
    await erase(url, '2026-02-01T00:00:00Z');
    await withStore(url, (store) => store.eraseByNumber([4]));
    const entries = (await byHand(
      url,
      'select * from "logEntry" order by position',
    )) as unknown as LogEntry[];
    assert.equal(entries.length, 8);
    const [{ note }] = entries.filter((entry) => entry.note !== null) as [LogEntry];
    assert.equal(note, vectors.entries[2]!.note!.words);
    const head = await headOf(t, url);
    assert.equal(head.slice(13), `8:${rootOf(entries.map(leafOfEntry)).toString('hex')}`);
  });
