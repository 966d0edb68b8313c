// What a store finds and counts by its indexes, and that long work goes in steps: one suite, run on each database.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { byHand } from './store-given.ts';
import { row } from './store-rows.ts';

for (const { name, create } of DATABASES) {
  describe(name, () => {
    async function open(t: TestContext): Promise<DatabaseStore> {
      const store = await openStore(await create(t));
      t.after(() => store.close());
      return store;
    }

    test('reports are found and counted by moments, a day at a time', async (t) => {
      const store = await open(t);
      const { search } = store;
      assert.deepEqual(
        [await search.oldest(), await search.lastBefore('2100'), await search.skipTo(0, { since: '' })],
        [undefined, 0, 0],
      );
      assert.deepEqual(await store.age('2100'), { overdue: 0, newest: undefined });
      assert.equal(await store.count('', 1), 0);
      for (const [id, receivedAt] of [
        ['c', '2026-11-02T00:00:00Z'],
        ['a', '2026-11-01T00:00:00Z'],
        ['b', '2026-11-01T23:59:00Z'],
        ['d', '2026-11-02T12:00:00Z'],
        ['e', '2026-11-04T12:00:00Z'],
      ] as const)
        await store.put(row(id, { receivedAt }));
      assert.equal(await search.oldest(), '2026-11-01T00:00:00Z');
      const overdue = async (before: string) => (await store.age(before)).overdue;
      for (const [before, count, last] of [
        ['2026-11-01T00:00:00Z', 0, 0],
        ['2026-11-01T00:01:00Z', 1, 2],
        ['2026-11-02T00:00:00Z', 2, 3],
        ['2026-11-02T00:01:00Z', 3, 1],
        ['2026-11-02T12:00:00Z', 3, 1],
        ['2026-11-03T00:00:00Z', 4, 4],
        ['2100', 5, 5],
      ] as const)
        assert.deepEqual([await overdue(before), await search.lastBefore(before)], [count, last], before);
      assert.equal((await store.age('2100')).newest, '2026-11-04T12:00:00Z');
      // It stops with the first day that gives enough.
      const counts = [0, 1, 2, 3, 4, 5, 9].map((enough) => store.count('', enough));
      assert.deepEqual(await Promise.all(counts), [0, 2, 2, 4, 4, 5, 5]);
      assert.equal(await store.count('2026-11-02T00:01:00Z', 9), 2);

      const second = { since: '2026-11-02T00:00:00Z', before: '2026-11-03T00:00:00Z' };
      const skipped = [0, 1, 3, 4, 7].map((after) => search.skipTo(after, second));
      assert.deepEqual(await Promise.all(skipped), [0, 3, 3, 5, 7]);
      assert.equal(await search.skipTo(1, { since: '2026-11-04T00:00:00Z' }), 4);
    });

    test('reports are found by number, reference and partner, whole', async (t) => {
      const store = await open(t);
      const { search } = store;
      assert.deepEqual(await search.partners(), []);
      for (const [id, partner, minute] of [
        ['a', 'ville', 3],
        ['b', null, 0],
        ['c', 'ecole', 0],
        ['d', 'ville', 1],
        ['e', 'ville', 1],
      ] as const)
        await store.put(row(id, { partner, sealed: id === 'a', receivedAt: `2026-11-24T13:0${minute}:00Z` }));
      const [a, b, , d] = await store.list();
      const inOrder = (rows: { sequence: number }[]) => rows.toSorted((x, y) => x.sequence - y.sequence);
      assert.deepEqual(inOrder(await search.byNumber([4, 1, 99])), [a, d]);
      assert.deepEqual(inOrder(await search.byReference(['B', 'A', 'Z'])), [a, b]);
      assert.deepEqual([await search.byNumber([4]), await search.byReference(['A'])], [[d], [a]]);
      assert.equal(a?.sealed, true);
      assert.deepEqual([await search.byNumber([]), await search.byReference([])], [[], []]);
      assert.deepEqual(await search.partners(), ['ecole', 'ville']);
      assert.deepEqual(await search.numbersOf('ville', { since: '' }), [4, 5, 1]);
      const period = { since: '2026-11-24T13:01:00Z', before: '2026-11-24T13:03:00Z' };
      assert.deepEqual(await search.numbersOf('ville', period), [4, 5]);
    });

    test('long work lets other work of the process go on between its steps', async (t) => {
      const store = await open(t);
      const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
      const rows = numbers.map((number) =>
        row(`r${number}`, { receivedAt: `2026-11-0${1 + (number % 4)}T13:50:00Z` }),
      );
      await Promise.all(rows.map((each) => store.put(each)));
      const steps: number[] = [];
      const onStep = (count: number): void => void steps.push(count);
      for (const [what, work, least] of [
        ['a page', () => store.list(), 1],
        ['a count', () => store.count('', 1_000), 4],
        ['erasing by number', () => store.eraseByNumber(numbers.slice(0, 101), { onStep }), 2],
        ['erasing', () => store.erase('2100', { onStep }), 1],
      ] as const) {
        let turns = 0;
        let isDone = false;
        const count = (): void => {
          turns++;
          if (!isDone) setImmediate(count);
        };
        setImmediate(count);
        await work().finally(() => (isDone = true));
        assert.ok(turns >= least, `${what}: ${turns}`);
      }
      assert.deepEqual(steps, [100, 101, 99, 99]);
      assert.deepEqual([await store.eraseByNumber([]), (await store.list()).length], [0, 0]);
      assert.equal(await store.eraseByNumber(numbers.slice(0, 100)), 0);
    });

    test('an erasure is noted with its numbers in order, wherever the rows are', async (t) => {
      const url = await create(t);
      const store = await openStore(url);
      t.after(() => store.close());
      for (const id of ['a', 'b', 'c']) await store.put(row(id));
      // PostgreSQL writes the row anew, behind the others.
      await byHand(url, `update report set answer = '[]' where sequence = 1`);
      assert.equal(await store.eraseByNumber([3, 1, 2]), 3);
      const [note] = await byHand(url, 'select note from "logEntry" order by position desc limit 1');
      assert.deepEqual(JSON.parse(String(note!['note'])), { kind: 'erasure', numbers: [1, 2, 3] });
    });

    test('erasing that is to stop ends behind the step under way', async (t) => {
      const store = await open(t);
      await Promise.all(Array.from({ length: 250 }, (_, index) => store.put(row(`r${index}`))));
      const numbersLeft = async () => (await store.list({ limit: 300 })).map(({ sequence }) => sequence);
      const stopAtOnce = () => {
        const stopping = new AbortController();
        return { signal: stopping.signal, onStep: () => stopping.abort() };
      };
      assert.equal(await store.erase('2100', stopAtOnce()), 100);
      assert.equal(await store.eraseByNumber(await numbersLeft(), stopAtOnce()), 100);
      assert.equal((await numbersLeft()).length, 50);
    });

    test('a store that has taken no report knows itself alone, and takes nothing where there is nothing', async (t) => {
      const { ledger, transfer } = await open(t);
      const [self, ...others] = await ledger.origins();
      assert.match(self.storeId, /^[\da-f]{12}$/);
      assert.deepEqual([self.sharedUpTo, self.readUpTo, others], [Number.MAX_SAFE_INTEGER, 0, []]);
      assert.deepEqual([await ledger.highest(), await ledger.settled()], [0, 0]);
      assert.deepEqual(await transfer.take([], { origins: [self], readUpTo: 0 }), []);
    });
  });
}
