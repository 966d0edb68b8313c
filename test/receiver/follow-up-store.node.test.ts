// What a store knows of follow-up codes: put with the report, states by what may replace what, additions, and an older
// version beside it.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { hashOf } from '../../src/core/follow-up/locator.ts';
import { openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { drawCode, putWithCode, recordsOf, today } from './follow-up-given.ts';
import { byHand } from './store-given.ts';
import { readAll, row } from './store-rows.ts';

for (const { name, create } of DATABASES) {
  describe(name, () => {
    async function open(t: TestContext): Promise<{ url: string; store: DatabaseStore }> {
      const url = await create(t);
      const store = await openStore(url);
      t.after(() => store.close());
      return { url, store };
    }

    test('a report and its follow-up are stored in one step, and a repeat changes neither', async (t) => {
      const { store } = await open(t);
      const { hash } = await putWithCode(store, 'a');
      assert.deepEqual(await store.followUps.find(hash), { state: 'received', since: '2026-11-24', left: 3 });
      assert.equal(
        (await store.put(row('a', { reference: 'OTHER' }), (await drawCode()).hash)).stored,
        false,
      );
      assert.equal((await store.put(row('b', { reference: 'A' }), (await drawCode()).hash)).stored, false);
      assert.equal((await recordsOf(store)).length, 1);
      assert.equal((await store.log.head()).size, 1);
    });

    test('without the follow-up, there is no report either', async (t) => {
      const { url, store } = await open(t);
      await byHand(url, 'alter table "followUp" rename to "gone"');
      await assert.rejects(store.put(row('a'), (await drawCode()).hash));
      assert.deepEqual(await store.list(), []);
    });

    test('a hash that is there belongs to the first report, and the second is stored as ever', async (t) => {
      const { store } = await open(t);
      const { hash } = await putWithCode(store, 'first');
      assert.equal((await store.put(row('second'), hash)).stored, true);
      assert.equal((await store.list()).length, 2);
      assert.equal(await store.followUps.setOutcome('SECOND', { state: 'removed' }), 'no-code');
      assert.equal(await store.followUps.setOutcome('FIRST', { state: 'gone', since: '2026-11-25' }), 'set');
      assert.deepEqual(await store.followUps.find(hash), { state: 'gone', since: '2026-11-25', left: 3 });
    });

    test('of reports at once with one hash, one has the follow-up, and all are stored', async (t) => {
      const { store } = await open(t);
      const { hash } = await drawCode();
      await Promise.all(Array.from({ length: 20 }, (_, index) => store.put(row(`r${index}`), hash)));
      assert.equal((await readAll(store)).length, 20);
      assert.equal((await recordsOf(store)).length, 1);
    });

    test('a final state is lowered by force alone, and replaced by a final one of a later day', async (t) => {
      const { store } = await open(t);
      await putWithCode(store, 'a');
      const set = (
        state: Parameters<typeof store.followUps.setOutcome>[1]['state'],
        since: string,
        force = false,
      ) => store.followUps.setOutcome('A', { state, since }, { force });
      assert.equal(await set('received', '2026-11-24'), 'same');
      assert.equal(await set('reading', '2026-11-25'), 'set');
      assert.equal(await set('reading', '2026-11-25'), 'same');
      assert.equal(await set('question', '2026-11-26'), 'set');
      assert.equal(await set('passed_on', '2026-11-20'), 'set');
      for (const [index, final] of (['removed', 'gone', 'not_illegal', 'not_ours'] as const).entries()) {
        const day = `2026-12-0${index + 1}`;
        assert.equal(await set(final, day), 'set', final);
        for (const lower of ['received', 'reading', 'passed_on', 'question'] as const)
          assert.equal(await set(lower, '2026-12-31'), 'final', `${final} → ${lower}`);
        const other = final === 'gone' ? 'removed' : 'gone';
        assert.equal(await set(other, day), 'final');
        assert.deepEqual(await store.followUps.findOutcome('A'), { state: final, since: day });
      }
      assert.equal(await set('not_ours', '2026-12-02'), 'set', 'the day of a state may be corrected');
      assert.equal(await set('reading', '2026-12-31', true), 'set');
      assert.deepEqual(await store.followUps.findOutcome('A'), { state: 'reading', since: '2026-12-31' });
    });

    test('a state without a day is of today, and keeps its day where it is the same', async (t) => {
      const { store } = await open(t);
      await putWithCode(store, 'a');
      assert.equal(await store.followUps.setOutcome('A', { state: 'received' }), 'same');
      assert.equal(await store.followUps.setOutcome('A', { state: 'reading' }), 'set');
      assert.deepEqual(await store.followUps.findOutcome('A'), { state: 'reading', since: today() });
      await store.followUps.setOutcome('A', { state: 'removed', since: '2026-11-25' });
      assert.equal(await store.followUps.setOutcome('A', { state: 'removed' }), 'same');
    });

    test('what has no code, and what is not there, is told apart; a dry run writes nothing', async (t) => {
      const { store } = await open(t);
      await putWithCode(store, 'a');
      await store.put(row('b'));
      const outcomes = ['A', 'B', 'C', 'A'].map((reference) => ({ reference, state: 'removed' as const }));
      const expected = ['set', 'no-code', 'unknown', 'same'];
      assert.deepEqual(await store.followUps.setOutcomes(outcomes, { dry: true }), expected);
      assert.equal((await store.followUps.findOutcome('A'))?.state, 'received');
      assert.deepEqual(await store.followUps.setOutcomes(outcomes), expected);
      assert.equal(await store.followUps.findOutcome('B'), undefined);
      const [record] = await recordsOf(store);
      assert.deepEqual(record?.history, [{ state: 'removed', since: today() }]);
    });

    test('a report is added only to a question that stands, and to nothing else besides', async (t) => {
      const { store } = await open(t);
      const { followUps } = store;
      const [one, two] = [await putWithCode(store, 'one'), await putWithCode(store, 'two')];
      const since = '2026-11-25';
      for (const id of ['x', 'y', 'z', 'u']) await store.put(row(id, { receivedAt: `${since}T00:00:00Z` }));
      await store.put(row('early', { receivedAt: '2026-11-24T23:59:00Z' }));
      await store.put(row('late', { receivedAt: '2026-12-01T10:00:00Z' }));
      const link = (hash: string, id: string) => followUps.link(hash, id);
      assert.equal(await link(one.hash, 'x'), false, 'no question');
      await followUps.setOutcome('ONE', { state: 'question', since: '2026-11-24' });
      assert.equal(await link(one.hash, 'one'), false, 'itself');
      for (const reference of ['ONE', 'TWO'])
        await followUps.setOutcome(reference, { state: 'question', since });
      assert.equal(await link(one.hash, 'early'), false, 'before the question');
      assert.equal(await link(one.hash, 'nowhere'), false, 'no report');
      assert.equal(await link((await drawCode()).hash, 'x'), false, 'no code');
      assert.equal(await link(one.locator, 'x'), false);
      assert.equal(await link(one.hash, 'x'), true);
      assert.equal(await link(two.hash, 'x'), false, 'added elsewhere');
      for (const id of ['late', 'y']) assert.equal(await link(one.hash, id), true);
      assert.equal(await link(one.hash, 'z'), false, 'a fourth');
      assert.equal(await link(one.hash, 'x'), true, 'the same again');
      assert.deepEqual(await followUps.find(one.hash), { state: 'question', since, left: 0 });
      await followUps.setOutcome('TWO', { state: 'reading', since });
      assert.equal(await link(two.hash, 'z'), false, 'the question is over');

      assert.deepEqual(
        [...(await followUps.marksOf(['ONE', 'TWO', 'X', 'Z', 'LATE']))].toSorted(([a], [b]) =>
          a < b ? -1 : 1,
        ),
        [
          ['LATE', { addsTo: 'ONE' }],
          ['ONE', { followUp: { state: 'question', since, additions: ['X', 'Y', 'LATE'] } }],
          ['TWO', { followUp: { state: 'reading', since, additions: [] } }],
          ['X', { addsTo: 'ONE' }],
        ],
      );
    });

    test('of ten additions at once, by two processes, three are added', async (t) => {
      const { url, store } = await open(t);
      const other = await openStore(url);
      t.after(() => other.close());
      for (let round = 0; round < 5; round++) {
        const { hash } = await putWithCode(store, `asked${round}`);
        await store.followUps.setOutcome(`ASKED${round}`, { state: 'question', since: '2026-11-24' });
        const ids = Array.from({ length: 10 }, (_, index) => `a${round}-${index}`);
        for (const id of ids) await store.put(row(id));
        const added = await Promise.all(
          ids.map((id, index) => (index % 2 === 0 ? store : other).followUps.link(hash, id)),
        );
        assert.equal(added.filter(Boolean).length, 3);
        assert.equal((await other.followUps.find(hash))?.left, 0);
      }
    });

    test('one report that two codes want at once is added to one of them', async (t) => {
      const { url, store } = await open(t);
      const other = await openStore(url);
      t.after(() => other.close());
      const codes = [await putWithCode(store, 'one'), await putWithCode(store, 'two')];
      for (const reference of ['ONE', 'TWO'])
        await store.followUps.setOutcome(reference, { state: 'question', since: '2026-11-24' });
      for (let round = 0; round < 3; round++) {
        await store.put(row(`a${round}`));
        const added = await Promise.all(
          codes.map(({ hash }, index) => [store, other][index]!.followUps.link(hash, `a${round}`)),
        );
        assert.equal(added.filter(Boolean).length, 1);
      }
    });

    test('nobody can ask from what the database holds', async (t) => {
      const { url, store } = await open(t);
      const { code, locator, hash } = await putWithCode(store, 'a');
      await store.followUps.setOutcome('A', { state: 'question' });
      await store.put(row('b', { receivedAt: `${today()}T10:00:00Z` }));
      assert.equal(await store.followUps.link(hash, 'b'), true);
      const tables = ['report', 'followUp', 'followUpState', 'followUpAddition', 'spentProof', 'logEntry'];
      const rows = await Promise.all(tables.map((table) => byHand(url, `select * from "${table}"`)));
      const content = JSON.stringify(rows);
      assert.ok(content.includes(hash));
      assert.ok(!content.includes(locator));
      assert.ok(!content.includes(code));
      // Each text that could be a locator, taken for one.
      for (const text of content.match(/[\w-]{43}/g) ?? [])
        assert.equal(await store.followUps.find(await hashOf(text)), undefined);
    });
  });
}
