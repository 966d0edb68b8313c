// How follow-ups end: with their time after retention, by hand with the report, and where somebody deletes rows; and what a
// copy takes along.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { openStore, serveReceiver, type DatabaseStore } from '../../src/receiver/index.ts';
import { createFollowUpSweep } from '../../src/receiver/operations/follow-up-sweep.ts';
import { startHourly } from '../../src/receiver/operations/hourly.ts';
import { startRetention, type RetentionEvent } from '../../src/receiver/operations/retention.ts';
import { DATABASES } from './databases.ts';
import { putWithCode, recordsOf } from './follow-up-given.ts';
import { temporaryFolder } from './harness.ts';
import { byHand, copyWell, headOf, run, soundRow } from './store-given.ts';
import { row } from './store-rows.ts';

const OLD = '2026-01-10T10:00:00Z';
const NEW = '2026-11-24T10:00:00Z';

/** Erases reports of before a day, then ends what outlives them, as a receiver does whose clock says this day. */
async function sweepOn(
  store: DatabaseStore,
  day: string,
  days: number,
  log: RetentionEvent[] = [],
): Promise<void> {
  const now = () => new Date(`${day}T12:00:00Z`);
  let resolve = (): void => {};
  const isOver = new Promise<void>((end) => (resolve = end));
  const add = (event: RetentionEvent): void => {
    log.push(event);
    // Time in which a sweep that is not held would end something.
    if (event.event === 'erase-held') setTimeout(resolve, 100);
  };
  const sweep = createFollowUpSweep({ followUps: store.followUps, days, now, emit: add });
  const afterSweep = (signal: AbortSignal) => sweep(signal).then(resolve);
  const confirmed = new Date('2026-06-01');
  const stop = startRetention({ store, days: 180, confirmed, now, emit: add, afterSweep });
  await isOver;
  await stop();
}

for (const { name, create } of DATABASES) {
  describe(name, () => {
    async function open(t: TestContext): Promise<{ url: string; store: DatabaseStore }> {
      const url = await create(t);
      const store = await openStore(url);
      t.after(() => store.close());
      return { url, store };
    }
    const isKnown = async (store: DatabaseStore, hash: string) =>
      (await store.followUps.find(hash)) !== undefined;

    test('a state outlives its report by as many days as are set, then goes with all that belongs to it', async (t) => {
      const { url, store } = await open(t);
      const { hash } = await putWithCode(store, 'a', { receivedAt: OLD });
      await store.put(row('b', { receivedAt: OLD }));
      await store.put(row('newer', { receivedAt: NEW }));
      await store.followUps.setOutcome('A', { state: 'question', since: '2026-01-10' });
      assert.equal(await store.followUps.link(hash, 'b'), true);
      await sweepOn(store, '2026-11-25', 90);
      assert.equal((await store.list()).length, 1);
      assert.deepEqual(await store.followUps.find(hash), { state: 'question', since: '2026-01-10', left: 2 });
      assert.equal(await store.followUps.setOutcome('A', { state: 'removed', since: '2026-11-25' }), 'set');
      await sweepOn(store, '2027-02-22', 90);
      assert.ok(await isKnown(store, hash), 'the 89th day');
      await sweepOn(store, '2027-02-23', 90);
      assert.equal(await isKnown(store, hash), false);
      for (const table of ['followUp', 'followUpState', 'followUpAddition'])
        assert.deepEqual(await byHand(url, `select * from "${table}"`), [], table);
      assert.equal(await store.followUps.setOutcome('A', { state: 'removed' }), 'unknown');
    });

    test('with no days, a state ends with its report', async (t) => {
      const { store } = await open(t);
      const { hash } = await putWithCode(store, 'a', { receivedAt: OLD });
      const { hash: newer } = await putWithCode(store, 'b', { receivedAt: NEW });
      await sweepOn(store, '2026-11-25', 0);
      assert.equal(await isKnown(store, hash), false);
      assert.ok(await isKnown(store, newer));
    });

    test('a clock that jumps back ends nothing early, nor does one that a sweep is held for', async (t) => {
      const { store } = await open(t);
      const { hash } = await putWithCode(store, 'a', { receivedAt: OLD });
      for (let count = 0; count < 5; count++) await store.put(row(`n${count}`, { receivedAt: NEW }));
      await store.erase('2026-02-01T00:00:00Z');
      await sweepOn(store, '1970-01-01', 90);
      await sweepOn(store, '2026-11-25', 90);
      assert.ok(await isKnown(store, hash), 'dated by a clock of 1970');
      const log: RetentionEvent[] = [];
      await sweepOn(store, '2027-11-25', 90, log);
      assert.equal(log.at(-1)?.event, 'erase-held');
      assert.ok(await isKnown(store, hash), 'a year too far');
      await sweepOn(store, '2027-02-21', 90);
      assert.ok(await isKnown(store, hash), 'as if it were erased on the day of the newest report');
      await sweepOn(store, '2027-02-22', 90);
      assert.equal(await isKnown(store, hash), false);
    });

    test('a row that somebody deletes ends no state, and one that somebody writes has none', async (t) => {
      const { url, store } = await open(t);
      const { hash } = await putWithCode(store, 'a');
      await store.followUps.setOutcome('A', { state: 'removed', since: '2026-11-25' });
      const [answer, columns] = [
        `'{}'`,
        `id, digest, reference, "receivedAt", sealed, trust, priority, answer, body`,
      ];
      await byHand(
        url,
        `insert into report (${columns}) values ('o', 'd', 'BY-HAND', '${NEW}', 0, 'normal', 'normal', ${answer}, '{}')`,
      );
      await byHand(url, `delete from arrival where sequence = 1`);
      await byHand(url, `delete from report where sequence = 1`);
      assert.deepEqual(await store.followUps.find(hash), { state: 'removed', since: '2026-11-25', left: 3 });
      assert.equal(await store.followUps.setOutcome('BY-HAND', { state: 'removed' }), 'no-code');
      assert.equal(await store.followUps.sweep('2026-12-01', 90), 0);
      assert.equal(await store.followUps.sweep('2027-02-28', 90), 0);
      assert.equal(await store.followUps.sweep('2027-03-01', 90), 1);
    });

    test('erased by hand, by number or before a day, report and state end together', async (t) => {
      const { url, store } = await open(t);
      const one = await putWithCode(store, 'one');
      const two = await putWithCode(store, 'two', { receivedAt: OLD });
      const gone = await putWithCode(store, 'gone', { receivedAt: OLD });
      const last = await putWithCode(store, 'last', { receivedAt: NEW });
      await store.put(row('added', { receivedAt: NEW }));
      await store.followUps.setOutcome('LAST', { state: 'question', since: '2026-11-24' });
      await store.followUps.link(last.hash, 'added');
      assert.equal(await store.eraseByNumber([1, 5]), 2);
      assert.equal(await isKnown(store, one.hash), false);
      assert.equal((await store.followUps.find(last.hash))?.left, 3, 'what was added is gone as well');

      // Retention has erased one of them before.
      await byHand(url, `delete from arrival where sequence = 3`);
      await byHand(url, `delete from report where sequence = 3`);
      assert.deepEqual(await store.followUps.leftOf({ before: '2026-02-01T00:00:00Z' }), [gone.hash]);
      assert.deepEqual(await store.followUps.leftOf({ numbers: [3, 4] }), [gone.hash]);
      assert.equal(await store.erase('2026-02-01T00:00:00Z', { endsFollowUps: true }), 1);
      for (const { hash } of [two, gone]) assert.equal(await isKnown(store, hash), false);
      assert.equal((await byHand(url, 'select * from "followUp"')).length, 1);
    });

    test('what was erased by retention may be added to while its state stands, and what was erased by hand may not', async (t) => {
      const { store } = await open(t);
      const { followUps } = store;
      const [kept, gone] = [
        await putWithCode(store, 'kept', { receivedAt: OLD }),
        await putWithCode(store, 'gone', { receivedAt: NEW }),
      ];
      for (const id of ['x', 'y', 'z']) await store.put(row(id, { receivedAt: NEW }));
      for (const reference of ['KEPT', 'GONE'])
        await followUps.setOutcome(reference, { state: 'question', since: '2026-02-01' });
      await store.erase('2026-02-01T00:00:00Z');
      await store.eraseByNumber([2, 5]);
      assert.equal(await followUps.link(gone.hash, 'x'), false);
      assert.equal(await followUps.link(kept.hash, 'z'), false, 'the addition is gone');
      assert.equal(await followUps.link(kept.hash, 'x'), true);
      // An addition that retention erases keeps its place.
      assert.equal(await followUps.link(kept.hash, 'y'), true);
      await store.erase('2026-12-01T00:00:00Z');
      assert.equal((await followUps.find(kept.hash))?.left, 1);
    });

    test('the command ends states too, also those of reports that retention has erased', async (t) => {
      const { url, store } = await open(t);
      const { hash } = await putWithCode(store, 'a', { receivedAt: OLD });
      await putWithCode(store, 'b', { receivedAt: NEW });
      await store.erase('2026-02-01T00:00:00Z');
      assert.ok(await isKnown(store, hash));
      const asked = await run(t, 'erase', '--numbers', '1', '--database', url);
      assert.match(asked.stdout, /^There are 0 reports .*, and 1 state of reports that were erased before\./);
      const erased = await run(t, 'erase', '--numbers', '1', '--confirm', '0', '--database', url);
      assert.equal(erased.code, 0, erased.stderr);
      assert.match(erased.stdout, /^0 reports were erased, and 1 state\.\n$/);
      assert.equal(await isKnown(store, hash), false);
      const all = await run(t, 'erase', '--before', '2026-11-25', '--confirm', '1', '--database', url);
      assert.equal(all.code, 0, all.stderr);
      assert.deepEqual(await recordsOf(store), []);
    });

    test('a copy takes states and additions along, and is the same when it is made again', async (t) => {
      const { url: from, store } = await open(t);
      const to = await create(t);
      const target = await openStore(to);
      t.after(() => target.close());
      await target.put(soundRow('other', { reference: 'OTHER' }));
      const put = async (id: string, receivedAt: string) => {
        const { body, digest } = soundRow(id);
        return putWithCode(store, id, { receivedAt, body, digest });
      };
      const [gone, asked] = [await put('gone', OLD), await put('asked', NEW)];
      const { body, digest } = soundRow('added');
      await store.put(row('added', { receivedAt: NEW, body, digest }));
      await store.followUps.setOutcome('GONE', { state: 'removed', since: '2026-01-20' });
      await store.followUps.setOutcome('ASKED', { state: 'reading', since: '2026-11-24' });
      await store.followUps.setOutcome('ASKED', { state: 'question', since: '2026-11-24' });
      assert.equal(await store.followUps.link(asked.hash, 'added'), true);
      await store.erase('2026-02-01T00:00:00Z');
      const { stdout } = await copyWell(t, from, to);
      assert.match(stdout, /\n2 states of reports copied\.\n/);
      const copied = await recordsOf(target);
      assert.deepEqual(copied, await recordsOf(store));
      assert.deepEqual(
        [...(await target.followUps.marksOf(['ADDED', 'GONE']))].map(([reference, { addsTo }]) => [
          reference,
          addsTo,
        ]),
        [
          ['GONE', undefined],
          ['ADDED', 'ASKED'],
        ],
      );
      assert.doesNotMatch((await copyWell(t, from, to, '--verify')).stdout, /states? of reports/);
      assert.deepEqual(await recordsOf(target), copied);

      // What the target has later stays; what the source has later comes.
      await target.followUps.setOutcome('ASKED', { state: 'removed', since: '2026-11-26' });
      await store.followUps.setOutcome('ASKED', { state: 'reading', since: '2026-11-28' });
      await store.followUps.setOutcome('GONE', { state: 'gone', since: '2026-11-28' });
      await copyWell(t, from, to);
      assert.deepEqual(await target.followUps.findOutcome('ASKED'), {
        state: 'removed',
        since: '2026-11-26',
      });
      assert.deepEqual(await target.followUps.findOutcome('GONE'), { state: 'gone', since: '2026-11-28' });

      // What was ended by hand does not come back.
      await target.erase('2026-02-01T00:00:00Z', { endsFollowUps: true });
      assert.equal(await isKnown(target, gone.hash), false);
      await copyWell(t, from, to, '--verify');
      assert.equal(await isKnown(target, gone.hash), false);
      await target.eraseByNumber([(await target.search.byReference(['ASKED']))[0]!.sequence]);
      await copyWell(t, from, to, '--verify');
      assert.equal(await isKnown(target, asked.hash), false);
    });

    test('a copy keeps to the report that has a hash here, and gives one that it puts back its state again', async (t) => {
      const { url: from, store } = await open(t);
      const to = await create(t);
      const target = await openStore(to);
      t.after(() => target.close());
      const { body, digest } = soundRow('a');
      const back = await putWithCode(store, 'back', { receivedAt: NEW, body, digest });
      const { hash } = await putWithCode(store, 'there', { receivedAt: NEW, body, digest });
      await target.put(row('here', { body, digest }), hash);
      await copyWell(t, from, to);
      await store.followUps.setOutcome('THERE', { state: 'removed', since: '2026-11-28' });
      await copyWell(t, from, to);
      assert.equal((await target.followUps.findOutcome('HERE'))?.state, 'received');
      assert.equal(await target.followUps.findOutcome('THERE'), undefined);

      await byHand(to, `delete from report where reference = 'BACK'`);
      await copyWell(t, from, to, '--verify');
      assert.equal((await target.search.byReference(['BACK'])).length, 1);
      assert.equal(await target.followUps.sweep('2100-01-01', 0), 0);
      assert.ok(await isKnown(target, back.hash));
    });

    test('a copy that goes on reads what is new or has changed, however many there are', async (t) => {
      const { url: from, store } = await open(t);
      const to = await create(t);
      const put = async (id: string) => {
        const { body, digest } = soundRow(id);
        return putWithCode(store, id, { receivedAt: NEW, body, digest });
      };
      const hashes: string[] = [];
      for (let index = 0; index < 250; index++) hashes.push((await put(`r${index}`)).hash);
      const all = (state: 'reading' | 'question') =>
        hashes.map((_, index) => ({ reference: `R${index}`, state, since: '2026-11-24' }));
      await store.followUps.setOutcomes(all('reading').slice(0, 200));
      await copyWell(t, from, to);
      const target = await openStore(to);
      t.after(() => target.close());
      assert.deepEqual(await recordsOf(target), await recordsOf(store));

      await store.followUps.setOutcomes(all('question').slice(0, 10));
      await put('newer');
      assert.equal(await store.followUps.link(hashes[0]!, 'newer'), true);
      const [self] = await store.ledger.origins();
      const readSince = async (sequence: number, version: number): Promise<string[]> => {
        const read: string[] = [];
        for await (const page of store.followUps.changes({ sequence, version }))
          read.push(...page.map(({ reference }) => reference));
        return read.toSorted();
      };
      const changed = ['NEWER', ...Array.from({ length: 10 }, (_, index) => `R${index}`)];
      assert.deepEqual(await readSince(250, await target.followUps.takenUpTo(self.storeId)), changed);
      await copyWell(t, from, to);
      assert.deepEqual(await recordsOf(target), await recordsOf(store));
      assert.deepEqual(await readSince(251, await target.followUps.takenUpTo(self.storeId)), []);

      // A source that was put back from a backup counts its changes anew.
      await byHand(from, 'update "followUpVersion" set last = 0');
      await store.followUps.setOutcome('NEWER', { state: 'removed', since: '2026-11-28' });
      await copyWell(t, from, to);
      assert.deepEqual(await recordsOf(target), await recordsOf(store));
    });

    test('a copy of a backup into an empty database leaves out what the record names', async (t) => {
      const { url: from, store } = await open(t);
      const record = join(await temporaryFolder(t), 'record');
      const { body, digest } = soundRow('a');
      const { hash } = await putWithCode(store, 'a', { receivedAt: OLD, body, digest });
      await store.erase('2026-02-01T00:00:00Z');
      const backup = await create(t);
      await copyWell(t, from, backup);
      const erased = await run(
        t,
        'erase',
        '--numbers',
        '1',
        '--confirm',
        '0',
        '--record',
        record,
        '--database',
        from,
      );
      assert.equal(erased.code, 0, erased.stderr);
      const to = await create(t);
      await copyWell(t, backup, to, '--erased', record);
      const target = await openStore(to);
      t.after(() => target.close());
      assert.equal(await isKnown(target, hash), false);
    });

    test('the log, its head and what verifies it know nothing of states', async (t) => {
      const { url, store } = await open(t);
      const { body, digest } = soundRow('a');
      const { hash } = await putWithCode(store, 'a', { body, digest });
      await store.put(row('b', { body, digest }));
      const head = await headOf(t, url);
      await store.followUps.setOutcome('A', { state: 'question', since: '2026-11-24' });
      assert.equal(await store.followUps.link(hash, 'b'), true);
      assert.equal(await headOf(t, url), head);
      const { altered, unlogged, deleted, broken, sound } = await store.log.verify();
      assert.deepEqual(
        { altered, unlogged, deleted, broken, sound },
        {
          altered: [],
          unlogged: [],
          deleted: [],
          broken: [],
          sound: 2,
        },
      );
    });
  });
}

test('sweeps without retention come every hour, one after another, until the receiver ends', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const swept: { readonly day: string; readonly signal: AbortSignal; end(): void }[] = [];
  const sweep = (day: string, _: number, signal?: AbortSignal): Promise<number> =>
    new Promise((resolve) => swept.push({ day, signal: signal!, end: () => resolve(0) }));
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  };
  const log: RetentionEvent[] = [];
  const now = () => new Date('2026-11-24T23:59:30Z');
  const add = (event: RetentionEvent) => log.push(event);
  const make = createFollowUpSweep({ followUps: { sweep }, days: 90, now, emit: add });
  let begun = 0;
  const stop = startHourly((signal) => {
    begun++;
    return make(signal);
  });
  t.mock.timers.tick(3_600_000);
  await turns();
  assert.equal(swept.length, 1, 'the first has not ended');
  swept[0]!.end();
  await turns();
  assert.equal(swept.length, 2);
  t.mock.timers.tick(3_600_000);
  const stopped = stop();
  const later = turns().then(() => 'waiting');
  assert.equal(await Promise.race([stopped, later]), 'waiting');
  assert.equal(swept[1]!.signal.aborted, true);
  swept[1]!.end();
  await stopped;
  const last = begun;
  t.mock.timers.tick(3_600_000);
  await turns();
  assert.equal(begun, last);
  assert.deepEqual(
    swept.map(({ day }) => day),
    ['2026-11-24', '2026-11-24'],
  );
  assert.deepEqual(log, []);
});

test('a sweep that fails is logged by its name alone, with its time, and the next hour tries again', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let now = 1_000_000.25;
  t.mock.method(performance, 'now', () => now);
  let count = 0;
  const sweep = (): Promise<number> => {
    count++;
    now += 1_234.4;
    return Promise.reject(Object.assign(new Error('secret'), { code: 'ECONNREFUSED' }));
  };
  const log: RetentionEvent[] = [];
  const add = (event: RetentionEvent) => log.push(event);
  const stop = startHourly(
    createFollowUpSweep({ followUps: { sweep }, days: 90, now: () => new Date(), emit: add }),
  );
  while (log.length < 1) await new Promise(setImmediate);
  t.mock.timers.tick(3_599_999);
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  assert.equal(count, 1);
  t.mock.timers.tick(1);
  while (log.length < 2) await new Promise(setImmediate);
  await stop();
  const failure = { event: 'erase-failed', cause: 'Error ECONNREFUSED', durationMs: 1_234 };
  assert.deepEqual(log, [failure, failure]);
});

test('what has ended leaves nothing on the disk', async (t) => {
  const file = join(await temporaryFolder(t), 'reports.sqlite');
  const store = await openStore(`sqlite:${file}`);
  t.after(() => store.close());
  const countOf = async (word: string): Promise<number> => {
    const names = await readdir(dirname(file));
    const texts = await Promise.all(names.map((each) => readFile(join(dirname(file), each), 'latin1')));
    return texts.join('').split(word).length - 1;
  };
  const codes = [];
  for (let index = 0; index < 60; index++) {
    codes.push(await putWithCode(store, `canary${index}`, { receivedAt: index < 40 ? OLD : NEW }));
    await store.followUps.setOutcome(`CANARY${index}`, { state: 'question', since: '2026-01-01' });
  }
  for (let index = 20; index < 40; index++)
    await store.followUps.link(codes[index]!.hash, `canary${index + 20}`);
  await store.erase('2026-02-01T00:00:00Z');
  assert.ok((await countOf(codes[0]!.hash)) > 0);
  assert.equal(await store.followUps.sweep('2026-11-25', 90), 0);
  assert.equal(await store.followUps.sweep('2027-11-25', 90), 40);
  for (const { hash } of codes.slice(0, 40)) assert.equal(await countOf(hash), 0);
  await store.eraseByNumber(Array.from({ length: 20 }, (_, index) => 41 + index));
  for (const { hash } of codes) assert.equal(await countOf(hash), 0);
  assert.equal(await countOf('CANARY'), 0);
});

test('the server sweeps at its start, also without retention, and refuses days that are none', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const store = await openStore(url);
  t.after(() => store.close());
  const { hash } = await putWithCode(store, 'a', { receivedAt: OLD });
  await store.erase('2026-02-01T00:00:00Z');
  await (await serveReceiver({ port: 0, databaseUrl: url, followUpDays: 90 })).close();
  assert.ok(await store.followUps.find(hash));
  const running = await serveReceiver({ port: 0, databaseUrl: url, followUpDays: 0 });
  t.after(running.close);
  while (await store.followUps.find(hash)) await new Promise((resolve) => setTimeout(resolve, 5));
  await assert.rejects(serveReceiver({ port: 0, databaseUrl: url, followUpDays: -1 }), {
    name: 'FollowUpDaysError',
  });
});
