// The contract of a store: one suite, run on each database.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { openStore, type ReportStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { readAll, row } from './store-rows.ts';

for (const { name, create } of DATABASES) {
  describe(name, () => {
    async function open(t: TestContext): Promise<ReportStore> {
      const store = await openStore(await create(t));
      t.after(() => store.close());
      return store;
    }

    test('rows come back whole, the oldest first, page after page', async (t) => {
      const store = await open(t);
      const rows = Array.from({ length: 130 }, (_, index) =>
        row(`r${index}`, {
          sealed: index % 2 === 0,
          partner: index % 3 === 0 ? 'ville' : null,
          trust: 'low',
          priority: 'urgent',
        }),
      );
      for (const each of rows) assert.deepEqual(await store.put(each), { stored: true });
      assert.equal((await store.list()).length, 100);
      const read = await readAll(store, 30);
      assert.deepEqual(
        read.map(({ sequence: _sequence, ...rest }) => rest),
        rows,
      );
      assert.ok(read.every(({ sequence }) => Number.isSafeInteger(sequence)));
    });

    test('an id that is there gives what was stored, a reference that is taken gives nothing', async (t) => {
      const store = await open(t);
      await store.put(row('a', { answer: 'first' }));
      const existing = { digest: '0'.repeat(64), answer: 'first', body: '{"a":1}' };
      const again = await store.put(row('a', { digest: 'f'.repeat(64), answer: 'second' }));
      assert.deepEqual(again, { stored: false, existing });
      assert.deepEqual(await store.put(row('b', { reference: 'A' })), { stored: false, existing: undefined });
      assert.equal((await store.list()).length, 1);
      assert.deepEqual(await store.find('a'), existing);
      assert.equal(await store.find('b'), undefined);
    });

    test('of a hundred writes of one report at once, one is stored, and the others are given it', async (t) => {
      const store = await open(t);
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          store.put(row('a', { reference: `R${index}`, answer: `${index}` })),
        ),
      );
      const [stored] = await store.list();
      assert.equal(results.filter((result) => result.stored).length, 1);
      for (const result of results) {
        if (!result.stored) assert.equal(result.existing?.answer, stored?.answer);
      }
      assert.equal((await store.list()).length, 1);
    });

    test('whoever reads on while reports arrive skips none', async (t) => {
      const url = await create(t);
      const stores = await Promise.all([openStore(url), openStore(url)]);
      t.after(() => Promise.all(stores.map((store) => store.close())));
      const [reader] = stores;
      let isWriting = true;
      const write = async (store: ReportStore, prefix: string): Promise<void> => {
        for (let index = 0; index < 40; index++) await store.put(row(`${prefix}-${index}`));
      };
      const writing = Promise.all(
        Array.from({ length: 8 }, (_, writer) => write(stores[writer % 2]!, `w${writer}`)),
      ).finally(() => (isWriting = false));
      const seen: string[] = [];
      for (let after = 0, isDone = false; !isDone;) {
        isDone = !isWriting;
        const page = await reader.list({ after, limit: 20 });
        seen.push(...page.map(({ id }) => id));
        after = page.at(-1)?.sequence ?? after;
        isDone &&= page.length === 0;
      }
      await writing;
      assert.equal(seen.length, 320);
      assert.equal(new Set(seen).size, 320);
    });

    test('any text is kept exactly, up to the largest body', async (t) => {
      const store = await open(t);
      const planes = Array.from({ length: 17 }, (_, plane) =>
        String.fromCodePoint(plane * 0x10000 + 1, plane * 0x10000 + 0x8000, plane * 0x10000 + 0xfffd),
      ).join('');
      const bodies = [
        JSON.stringify(planes),
        String.raw`{"a":"\u0000\ud320\udc00\ud320","b":"\\u0000"}`,
        ` {"a" : 1,\r\n\t"a" : 1.0e+2}\n`,
        `"${'é'.repeat(32_766)}.."`,
        `"${'\u{10FFFD}'.repeat(16_383)}.."`,
        `"${'\\u0000'.repeat(10_922)}"`,
      ];
      const texts = fc.sample(fc.string({ unit: 'grapheme', maxLength: 300 }), 50);
      bodies.push(...texts.map((text) => JSON.stringify(text)));
      for (const [index, body] of bodies.entries()) await store.put(row(`r${index}`, { body, answer: body }));
      const read = await readAll(store);
      assert.deepEqual(
        read.map(({ body, answer }) => [body, answer]),
        bodies.map((body) => [body, body]),
      );
    });

    test('what arrived before a moment is erased, however much, and the numbers are not given again', async (t) => {
      const store = await open(t);
      await Promise.all(
        Array.from({ length: 510 }, (_, index) =>
          store.put(row(`old${index}`, { receivedAt: '2026-10-31T23:59:00Z' })),
        ),
      );
      await store.put(row('new', { receivedAt: '2026-11-01T00:00:00Z' }));
      const [kept] = await store.list({ after: 510 });
      assert.equal(await store.erase('2026-11-01T00:00:00Z'), 510);
      assert.deepEqual(await readAll(store), [kept]);
      assert.equal(await store.erase('2026-11-01T00:00:00Z'), 0);
      assert.equal(await store.erase('2026-11-01T00:01:00Z'), 1);
      await store.put(row('next'));
      assert.ok((await readAll(store)).every(({ sequence }) => sequence > (kept?.sequence ?? Infinity)));
    });

    test('a proof belongs to the submission that came with it first, again and again', async (t) => {
      const store = await open(t);
      const proof = { digest: 'd1', submissionId: 'a', expiresAt: '2026-11-24T14:00:00Z' };
      assert.deepEqual(
        [
          await store.spend(proof),
          await store.spend(proof),
          await store.spend({ ...proof, submissionId: 'b' }),
          await store.spend({ ...proof, digest: 'd2', submissionId: 'b' }),
          await store.spend(proof),
        ],
        [true, true, false, true, true],
      );
    });

    test('of a hundred submissions that come with one proof at once, one has it', async (t) => {
      const url = await create(t);
      const stores = await Promise.all([openStore(url), openStore(url)]);
      t.after(() => Promise.all(stores.map((store) => store.close())));
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          stores[index % 2]!.spend({
            digest: 'd',
            submissionId: `s${index}`,
            expiresAt: '2026-11-24T14:00:00Z',
          }),
        ),
      );
      assert.equal(results.filter(Boolean).length, 1);
    });

    test('a proof is remembered for a day after it expired, whatever the clock, and then forgotten', async (t) => {
      const store = await open(t);
      const spend = (digest: string, submissionId: string, expiresAt: string) =>
        store.spend({ digest, submissionId, expiresAt });
      await spend('d', 'a', '2026-11-24T14:00:00Z');
      const spendMany = (prefix: string, expiresAt: string) =>
        Promise.all(Array.from({ length: 100 }, (_, index) => spend(`${prefix}${index}`, 'x', expiresAt)));
      await spendMany('t', '2026-11-25T14:00:00Z');
      assert.equal(await spend('d', 'b', '2026-11-24T14:00:00Z'), false);
      await spendMany('u', '2026-11-25T14:01:00Z');
      assert.equal(await spend('d', 'b', '2026-11-25T14:01:00Z'), true);
    });

    test('proofs that expired before a moment are erased with the reports', async (t) => {
      const store = await open(t);
      const proof = { digest: 'd', submissionId: 'a', expiresAt: '2026-11-24T14:00:00Z' };
      await store.spend(proof);
      await store.erase('2026-11-24T14:00:00Z');
      assert.equal(await store.spend({ ...proof, submissionId: 'b' }), false);
      await store.erase('2026-11-24T14:01:00Z');
      assert.equal(await store.spend({ ...proof, submissionId: 'b' }), true);
    });

    test('a store says that it takes reports until it is closed, and may be closed twice', async (t) => {
      const store = await openStore(await create(t));
      await store.probe();
      await store.close();
      await store.close();
      await assert.rejects(store.probe());
      await assert.rejects(store.put(row('a')));
    });

    test('asking whether a report can be stored leaves none, and uses up no number', async (t) => {
      const store = await openStore(await create(t));
      t.after(() => store.close());
      await store.put(row('a'));
      await Promise.all(Array.from({ length: 20 }, () => store.probe()));
      await store.put(row('b'));
      const reports = await store.list();
      assert.deepEqual(
        reports.map(({ id }) => id),
        ['a', 'b'],
      );
      assert.equal(reports[1]!.sequence - reports[0]!.sequence, 1);
      assert.deepEqual(await store.ledger.missing(-(2 ** 41)), []);
    });

    test('what was there when the store was closed is there when it is opened again', async (t) => {
      const url = await create(t);
      const before = await openStore(url);
      await before.put(row('a'));
      await before.spend({ digest: 'd', submissionId: 'a', expiresAt: '2026-11-24T14:00:00Z' });
      await before.close();
      const store = await openStore(url);
      t.after(() => store.close());
      assert.equal((await store.put(row('a'))).stored, false);
      assert.equal(
        await store.spend({ digest: 'd', submissionId: 'b', expiresAt: '2026-11-24T14:00:00Z' }),
        false,
      );
    });

    test('eight may open a new database at once', async (t) => {
      const url = await create(t);
      const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(url)));
      t.after(() => Promise.all(stores.map((store) => store.close())));
      for (const [index, store] of stores.entries()) await store.put(row(`r${index}`));
      assert.equal((await readAll(stores[0]!)).length, 8);
    });
  });
}
