// Follow-ups that come from another database, those that a sweep ends, and what either leaves alone: by the store itself.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, test, type TestContext } from 'node:test';
import { openStore, type DatabaseStore, type FollowUpRecord } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { drawCode, putWithCode, recordsOf } from './follow-up-given.ts';
import { temporaryFolder } from './harness.ts';
import { row } from './store-rows.ts';

type Given = Partial<FollowUpRecord> & Pick<FollowUpRecord, 'hash' | 'reference'>;

/** A follow-up as another database has it: that of a report which is there, without a state that was set. */
const recordOf = (given: Given): FollowUpRecord => {
  const { state, since } = given.history?.at(-1) ?? { state: 'received', since: '2026-11-24' };
  return { arrivedOn: '2026-11-24', state, since, erasedOn: undefined, history: [], additions: [], ...given };
};

const reading = (since: string) => ({ state: 'reading', since }) as const;
const question = (since: string) => ({ state: 'question', since }) as const;
const passedOn = (since: string) => ({ state: 'passed_on', since }) as const;
const removed = (since: string) => ({ state: 'removed', since }) as const;
const gone = (since: string) => ({ state: 'gone', since }) as const;

/** Follow-ups that outlive their report, as many as a page may have. */
const outliving = (name: string, count: number, erasedOn: string): FollowUpRecord[] =>
  Array.from({ length: count }, (_, index) =>
    recordOf({ hash: `${name}-${index}`, reference: `${name}${index}`.toUpperCase(), erasedOn }),
  );

/** The rules of what comes and ends are the same on every database. */
async function openInMemory(t: TestContext): Promise<{ store: DatabaseStore }> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  return { store };
}

/** What changed after a number, by reference. */
async function changedAfter({ followUps }: DatabaseStore, version: number): Promise<string[]> {
  const read: string[] = [];
  for await (const page of followUps.changes({ sequence: 1_000, version }))
    read.push(...page.map(({ reference }) => reference));
  return read.toSorted();
}

test('the states that the other database has beyond those here come, and nothing is lowered', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const cases = [
    // What is there; what comes; what is there then.
    [[], [], []],
    [[], [reading('2026-11-25')], [reading('2026-11-25')]],
    [[reading('2026-11-25')], [], [reading('2026-11-25')]],
    [[reading('2026-11-25')], [reading('2026-11-25')], [reading('2026-11-25')]],
    [
      [reading('2026-11-25')],
      [reading('2026-11-25'), removed('2026-11-25'), gone('2026-11-26')],
      [reading('2026-11-25'), removed('2026-11-25'), gone('2026-11-26')],
    ],
    // Not of the same list: only the last, and only if it is later.
    [
      [reading('2026-11-25'), question('2026-11-26')],
      [reading('2026-11-25'), removed('2026-11-26'), passedOn('2026-11-27')],
      [reading('2026-11-25'), question('2026-11-26'), passedOn('2026-11-27')],
    ],
    [[reading('2026-11-25')], [reading('2026-11-26')], [reading('2026-11-25'), reading('2026-11-26')]],
    [[reading('2026-11-25')], [question('2026-11-25')], [reading('2026-11-25')]],
    [[question('2026-11-26')], [reading('2026-11-25')], [question('2026-11-26')]],
    [
      [reading('2026-11-25'), question('2026-11-26')],
      [reading('2026-11-25')],
      [reading('2026-11-25'), question('2026-11-26')],
    ],
    [[removed('2026-11-25')], [reading('2026-11-28')], [removed('2026-11-25')]],
    [[removed('2026-11-25')], [gone('2026-11-28')], [removed('2026-11-25'), gone('2026-11-28')]],
  ] as const;
  for (const [index, [here, coming, then]] of cases.entries()) {
    const [id, reference] = [`r${index}`, `R${index}`];
    const { hash } = await putWithCode(store, id);
    for (const outcome of here) await followUps.setOutcome(reference, outcome);
    const isNew = then.length > here.length;
    const record = recordOf({ hash, reference, history: coming });
    assert.equal(await followUps.take([record]), isNew ? 1 : 0, reference);
    const records = await recordsOf(store);
    assert.deepEqual(records.find((each) => each.reference === reference)?.history, then, reference);
    assert.deepEqual(
      await followUps.findOutcome(reference),
      then.at(-1) ?? { state: 'received', since: '2026-11-24' },
    );
  }
});

test('a follow-up that is new here comes with its states, is told once, and takes further ones', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  await store.put(row('a'));
  const { hash } = await drawCode();
  const history = [reading('2026-11-25'), question('2026-11-26')];
  const additions = [{ reference: 'X', day: '2026-11-27' }];
  const record = recordOf({ hash, reference: 'A', history, additions });
  assert.equal(await followUps.take([record]), 1);
  assert.deepEqual(await recordsOf(store), [record]);
  const version = await followUps.version();
  assert.deepEqual(await changedAfter(store, version - 1), ['A']);
  assert.equal(await followUps.take([record]), 0);
  assert.equal(await followUps.version(), version, 'nothing has changed');
  assert.deepEqual(await changedAfter(store, version), []);
  assert.equal(await followUps.setOutcome('A', passedOn('2026-11-28')), 'set');
  assert.deepEqual((await recordsOf(store))[0]?.history, [...history, passedOn('2026-11-28')]);
  assert.equal(await followUps.take([]), 0);
  // One without a state that was set is as new.
  await store.put(row('b'));
  assert.equal(await followUps.take([recordOf({ hash: (await drawCode()).hash, reference: 'B' })]), 1);
  assert.deepEqual(await changedAfter(store, version + 1), ['B']);
});

test('what comes is of a report that is here, or is gone there; a hash and a report keep to each other', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const { hash } = await putWithCode(store, 'a');
  await store.put(row('b'));
  const history = [removed('2026-11-28')];
  const other = (await drawCode()).hash;
  for (const record of [
    recordOf({ hash: other, reference: 'NOWHERE', history }),
    recordOf({ hash, reference: 'B', history }),
    recordOf({ hash: other, reference: 'A', history }),
  ])
    assert.equal(await followUps.take([record]), 0, record.reference);
  assert.deepEqual(await recordsOf(store), [recordOf({ hash, reference: 'A' })]);

  // A report that is here has a state which no sweep may end, though it is gone there.
  assert.equal(await followUps.take([recordOf({ hash: other, reference: 'B', erasedOn: '2026-01-01' })]), 1);
  assert.equal(await followUps.sweep('2027-11-25', 0), 0);
  assert.deepEqual(await followUps.find(other), { state: 'received', since: '2026-11-24', left: 3 });
});

test('a state that outlives its report comes with its day, and ends by it', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const record = recordOf({ hash: 'h', reference: 'GONE', erasedOn: '2026-11-01' });
  assert.equal(await followUps.take([record]), 1);
  assert.equal(await followUps.take([record]), 0);
  assert.deepEqual(await recordsOf(store), [record]);
  // Also after the other database has its report again, which is not here.
  assert.equal(await followUps.take([recordOf({ hash: 'h', reference: 'GONE' })]), 0);
  assert.equal(await followUps.sweep('2027-01-29', 90), 0);
  assert.equal(await followUps.sweep('2027-01-30', 90), 1);
  assert.deepEqual(await recordsOf(store), []);
});

test('reports that were added there take the places that are left here', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const { hash } = await putWithCode(store, 'a');
  await followUps.setOutcome('A', question('2026-11-24'));
  const before = await followUps.version();
  for (const id of ['one', 'two']) {
    await store.put(row(id));
    assert.equal(await followUps.link(hash, id), true);
  }
  assert.deepEqual(await changedAfter(store, before), ['A']);
  const day = '2026-11-24';
  assert.deepEqual(
    (await recordsOf(store))[0]?.additions.toSorted((one, other) =>
      one.reference < other.reference ? -1 : 1,
    ),
    ['ONE', 'TWO'].map((reference) => ({ reference, day })),
  );
  const version = await followUps.version();
  const history = [question('2026-11-24')];
  const additions = ['ONE', 'X', 'Y'].map((reference) => ({ reference, day: '2026-11-25' }));
  assert.equal(await followUps.take([recordOf({ hash, reference: 'A', history, additions })]), 0);
  const mark = (await followUps.marksOf(['A'])).get('A');
  assert.deepEqual(mark?.followUp?.additions, ['ONE', 'TWO', 'X']);
  assert.deepEqual(await changedAfter(store, version), ['A'], 'a copy of this one takes it along');
  await followUps.take([recordOf({ hash, reference: 'A', history, additions })]);
  assert.equal((await followUps.marksOf(['A'])).get('A')?.followUp?.additions.length, 3);
  assert.deepEqual(await changedAfter(store, version + 1), []);
});

test('what was ended by hand does not come back', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const [erased, before] = [await putWithCode(store, 'erased'), await putWithCode(store, 'before')];
  const records = await recordsOf(store);
  await store.eraseByNumber([1]);
  await store.erase('2026-12-01T00:00:00Z', { endsFollowUps: true });
  const outlived = records.map((record) => ({ ...record, erasedOn: '2026-12-01' }));
  assert.equal(await followUps.take(outlived), 0);
  for (const { hash } of [erased, before]) assert.equal(await followUps.find(hash), undefined);
});

test('a report that is put back has its state again', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const { hash } = await putWithCode(store, 'a');
  const [record] = await recordsOf(store);
  await store.erase('2026-12-01T00:00:00Z');
  assert.equal((await recordsOf(store))[0]?.erasedOn, '');
  await store.put(row('again', { reference: 'A' }));
  assert.equal(await followUps.take([record!]), 0);
  assert.deepEqual(await recordsOf(store), [record]);
  assert.equal(await followUps.sweep('2027-11-25', 0), 0);
  assert.ok(await followUps.find(hash));
});

test('all that came or changed is read in pages of two hundred, and more than a hundred end in one sweep', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const records = [
    ...outliving('a', 150, '2026-11-01'),
    ...outliving('b', 150, '2026-11-02'),
    ...outliving('c', 1, '2026-11-03'),
  ];
  for (const from of [0, 150, 300]) await followUps.take(records.slice(from, from + 150));
  const pages: number[] = [];
  const hashes = new Set<string>();
  for await (const page of followUps.changes({ sequence: 0, version: 0 })) {
    pages.push(page.length);
    for (const { hash } of page) hashes.add(hash);
  }
  assert.deepEqual(pages, [200, 101]);
  assert.equal(hashes.size, 301);
  assert.equal(await followUps.sweep('2026-11-25', 0, AbortSignal.abort()), 0);
  assert.equal(await followUps.sweep('2026-11-12', 10), 300);
  assert.equal(await followUps.sweep('2026-11-12', 10), 0);
  assert.deepEqual(
    (await recordsOf(store)).map(({ hash }) => hash),
    ['c-0'],
  );
});

test('an erasure is of the day on which it is found, or of that of the newest report if the clock is behind', async (t) => {
  const { store } = await openInMemory(t);
  const { followUps } = store;
  const erasedOn = async (): Promise<string | undefined> => (await recordsOf(store))[0]?.erasedOn;
  await putWithCode(store, 'a', { receivedAt: '2026-11-20T10:00:00Z' });
  await store.erase('2026-11-21T00:00:00Z');
  assert.equal(await followUps.sweep('2026-11-22', 1), 0);
  assert.equal(await erasedOn(), '2026-11-22', 'without any report');
  assert.equal(await followUps.sweep('2026-11-23', 1), 1);

  await putWithCode(store, 'b', { receivedAt: '2026-11-20T10:00:00Z' });
  await store.put(row('newest', { receivedAt: '2026-11-24T10:00:00Z' }));
  await store.erase('2026-11-21T00:00:00Z');
  await followUps.sweep('2026-11-23', 90);
  assert.equal(await erasedOn(), '2026-11-24');
  await followUps.sweep('2026-11-30', 90);
  assert.equal(await erasedOn(), '2026-11-24', 'a day that is set stays');
  assert.equal(await followUps.sweep('2026-11-30', 6), 1);

  await putWithCode(store, 'c', { receivedAt: '2026-11-20T10:00:00Z' });
  await store.erase('2026-11-21T00:00:00Z');
  assert.equal(await followUps.sweep('2026-11-24', 0), 1, 'on the day of the newest report');
});

test('an erasure by hand ends the states of before its day, and of its numbers', async (t) => {
  const { store } = await openInMemory(t);
  const [first, second] = [
    await putWithCode(store, 'a', { receivedAt: '2026-01-31T23:59:00Z' }),
    await putWithCode(store, 'b', { receivedAt: '2026-02-01T00:00:00Z' }),
  ];
  await putWithCode(store, 'c');
  await store.erase('2026-03-01T00:00:00Z');
  const { leftOf } = store.followUps;
  assert.deepEqual(await leftOf({ before: '2026-02-01T00:00:00Z' }), [first.hash]);
  assert.deepEqual((await leftOf({ before: '2026-02-02T00:00:00Z' })).length, 2);
  assert.deepEqual(await leftOf({ numbers: [2, 3] }), [second.hash]);
  assert.deepEqual(await leftOf({ numbers: [] }), []);
});

for (const { name, create } of DATABASES) {
  describe(name, () => {
    async function open(t: TestContext): Promise<{ url: string; store: DatabaseStore }> {
      const url = await create(t);
      const store = await openStore(url);
      t.after(() => store.close());
      return { url, store };
    }

    test('how far another database was taken is noted for each', async (t) => {
      const { followUps } = (await open(t)).store;
      assert.equal(await followUps.takenUpTo('one'), 0);
      await followUps.noteTaken('one', 7);
      await followUps.noteTaken('two', 3);
      await followUps.noteTaken('one', 9);
      assert.deepEqual([await followUps.takenUpTo('one'), await followUps.takenUpTo('two')], [9, 3]);
    });

    test('several states of a report in one step are kept in their order, and each is held to the one before', async (t) => {
      const { store } = await open(t);
      await putWithCode(store, 'a');
      const outcomes = [
        reading('2026-11-25'),
        removed('2026-11-26'),
        question('2026-11-27'),
        gone('2026-11-27'),
      ];
      const results = await store.followUps.setOutcomes(
        outcomes.map((outcome) => ({ ...outcome, reference: 'A' })),
      );
      assert.deepEqual(results, ['set', 'set', 'final', 'set']);
      const [record] = await recordsOf(store);
      assert.deepEqual(record?.history, [reading('2026-11-25'), removed('2026-11-26'), gone('2026-11-27')]);
    });

    test('where there is nothing to do, nothing is done', async (t) => {
      const { store } = await open(t);
      const { followUps } = store;
      assert.deepEqual(await followUps.setOutcomes([]), []);
      assert.deepEqual([...(await followUps.marksOf([]))], []);
      assert.equal(await followUps.take([]), 0);
      assert.equal(await followUps.sweep('2026-11-24', 0), 0);
      assert.deepEqual(await followUps.leftOf({ numbers: [] }), []);
      await store.put(row('plain'));
      assert.deepEqual([...(await followUps.marksOf(['PLAIN']))], []);
      const unknown = recordOf({ hash: 'h', reference: 'NOWHERE' });
      assert.equal(await followUps.take([unknown]), 0);
      assert.equal(await followUps.take([recordOf({ hash: 'h', reference: 'PLAIN' })]), 1);
      const version = await followUps.version();
      assert.equal(await followUps.take([recordOf({ hash: 'h', reference: 'PLAIN' })]), 0);
      assert.equal(await followUps.version(), version);
      assert.equal(await store.eraseByNumber([1]), 1);
      assert.deepEqual(await recordsOf(store), []);
      await store.put(row('other'));
      assert.equal(await store.eraseByNumber([2]), 1, 'without a code');
      assert.equal(await store.erase('2027-01-01T00:00:00Z', { endsFollowUps: true }), 0);
    });

    test('states that two processes set at once all stand, one after another', async (t) => {
      const { url, store } = await open(t);
      const other = await openStore(url);
      t.after(() => other.close());
      await putWithCode(store, 'a');
      const days = Array.from({ length: 12 }, (_, index) => `2026-11-${10 + index}`);
      await Promise.all(
        days.map((day, index) => (index % 2 === 0 ? store : other).followUps.setOutcome('A', reading(day))),
      );
      const [record] = await recordsOf(store);
      assert.deepEqual(record?.history.map(({ since }) => since).toSorted(), days);
      assert.deepEqual(await store.followUps.findOutcome('A'), record?.history.at(-1));
    });

    test('a dry run needs no right to write', async (t) => {
      const { url, store } = await open(t);
      await putWithCode(store, 'a');
      const reader = await openStore(url, { readOnly: true });
      t.after(() => reader.close());
      const outcome = { reference: 'A', ...removed('2026-11-25') };
      assert.deepEqual(await reader.followUps.setOutcomes([outcome], { dry: true }), ['set']);
      assert.equal((await store.followUps.findOutcome('A'))?.state, 'received');
    });
  });
}

test('a sweep whose copies another program keeps says so, if it has ended anything', async (t) => {
  const file = join(await temporaryFolder(t), 'reports.sqlite');
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  await store.followUps.take(outliving('a', 2, '2026-11-01'));
  const reader = new DatabaseSync(file);
  t.after(() => reader.close());
  reader.exec('BEGIN; SELECT * FROM "followUp"');
  await assert.rejects(store.followUps.sweep('2026-11-25', 1), { name: 'CopiesLeftError', count: 2 });
  assert.equal(await store.followUps.sweep('2026-11-25', 1), 0);
});
