// After erasure, no file of the database holds a byte of the report.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { openStore } from '../../src/receiver/index.ts';
import { until } from '../setup/until.ts';
import { temporaryFolder } from './harness.ts';
import { readAll, row } from './store-rows.ts';

const CANARY = 'canary7f3a';

/** Number of times that a word occurs in the files of a folder. */
async function countIn(folder: string, word: string): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder)) {
    count += (await readFile(join(folder, name), 'latin1')).split(word).length - 1;
  }
  return count;
}

const fileIn = async (t: TestContext) => join(await temporaryFolder(t), 'reports.sqlite');

test('neither the database nor its log holds a report that was erased, whatever its size', async (t) => {
  const file = await fileIn(t);
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  const sizes = fc.sample(fc.oneof(fc.nat(300), fc.nat(5_000), fc.nat(60_000)), { numRuns: 300, seed: 1 });
  for (const [index, size] of sizes.entries()) {
    const isOld = index % 3 !== 0;
    const word = isOld ? CANARY : 'keep';
    await store.put(
      row(`${word}-${index}`, {
        reference: `${word}-${index}`,
        receivedAt: isOld ? '2026-10-01T00:00:00Z' : '2026-11-01T00:00:00Z',
        answer: word,
        body: `"${word.repeat(Math.ceil(size / word.length))}"`,
      }),
    );
  }
  assert.ok((await countIn(dirname(file), CANARY)) > 1_000);
  await store.erase('2026-10-15T00:00:00Z');
  assert.equal(await countIn(dirname(file), CANARY), 0);
  assert.equal((await readAll(store)).length, 100);
});

test('proofs that are forgotten leave nothing behind either', async (t) => {
  const file = await fileIn(t);
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  for (let index = 0; index < 50; index++) {
    await store.spend({
      digest: `${CANARY}-${index}`,
      submissionId: CANARY,
      expiresAt: '2026-10-01T00:00:00Z',
    });
  }
  await store.erase('2026-10-15T00:00:00Z');
  assert.equal(await countIn(dirname(file), CANARY), 0);
});

test('where another program keeps the log from being emptied, erasing says so, and can be done again', async (t) => {
  const file = await fileIn(t);
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  await store.put(row(CANARY));
  const reader = new DatabaseSync(file);
  reader.exec('BEGIN; SELECT * FROM report');
  await assert.rejects(store.erase('2026-12-01T00:00:00Z'), { name: 'CopiesLeftError', count: 1 });
  reader.close();
  assert.equal(await store.erase('2026-12-01T00:00:00Z'), 0);
  assert.equal(await countIn(dirname(file), CANARY), 0);
});

test('a reader that ends within two seconds only holds an erasure up', async (t) => {
  const file = await fileIn(t);
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  await store.put(row(CANARY));
  const reader = new DatabaseSync(file);
  reader.exec('BEGIN; SELECT * FROM report');
  let isDone = false;
  const erasing = store.erase('2026-12-01T00:00:00Z').finally(() => (isDone = true));
  await until(async () => (await store.list()).length === 0, 'erased');
  assert.ok(!isDone);
  reader.close();
  assert.equal(await erasing, 1);
  assert.equal(await countIn(dirname(file), CANARY), 0);
});
