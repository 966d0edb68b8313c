// Erasures in the log, and their explanations. Somebody who may write to everything but the heads hides no
// report that is not due.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { insertNote } from './forged-notes.ts';
import { startCommand } from './server-process.ts';
import { byHand, erase, fill, headOf, run, soundRow, soundRows, withStore } from './store-given.ts';

const OLD = { receivedAt: '2026-01-01T10:00:00Z' };
const LATER = { receivedAt: '2026-09-10T10:00:00Z' };
const NEW = { receivedAt: '2026-11-24T13:50:00Z' };

/** The hotline's knowledge: retention has erased January. */
const KNOWN = ['--erased', '2026-02-01'];

const GONE = 'sequence in (4, 5, 6)';
const DELETE = `delete from report where ${GONE}; delete from arrival where ${GONE}`;
const MARK = `update "logEntry" set erased = 1 where ${GONE}`;
const MADE_UP = `insert into "logErasure" values ('2026-10-01T00:00:00Z')`;
const MOVE = `update "logEntry" set day = '2026-01-02' where ${GONE}`;

const FORGED = insertNote({ kind: 'erasure', before: '2026-02-01T00:00:00Z', numbers: [4, 5, 6] });

const EARLY = /^3 reports were erased too early: numbers 4–6\. [^\n]*\n$/;
const REWRITTEN = /^The log does not continue the head [^\n]*\n$/;

/** Ways to make reports 4 to 6 of September look like those of January. */
const ATTACKS: Readonly<Record<string, { changes: string; says: RegExp }>> = {
  'marked, where retention has erased later': { changes: `${DELETE}; ${MARK}`, says: EARLY },
  'a made-up erasure': { changes: `${DELETE}; ${MARK}; ${MADE_UP}`, says: EARLY },
  'other days': { changes: `${DELETE}; ${MARK}; ${MOVE}`, says: REWRITTEN },
  'an entry of an erasure': { changes: `${DELETE}; ${MARK}; ${MADE_UP}; ${FORGED}`, says: EARLY },
  'their entries, passed off as notes': {
    changes: `${DELETE}; update "logEntry" set note = day || ' ' || leaf where ${GONE}`,
    says: /^3 entries of the log cannot be understood: numbers 4–6\. [^\n]*\nThe log does not continue the head [^\n]*\n$/,
  },
  'an entry of an erasure, and other days': {
    changes: `${DELETE}; ${MARK}; ${MADE_UP}; ${FORGED}; ${MOVE}; delete from "logPart"`,
    says: REWRITTEN,
  },
  'another place in the list of what retention erased': {
    changes: `${DELETE}; ${MARK}; update "logEntry" set note = replace(note, '[1,2,3]', '[1,2,3,4,5,6]')`,
    says: /^1 entry of the log cannot be understood: number 10\. [^\n]*\n3 reports were erased too early: numbers 4–6\. [^\n]*\nThe log does not continue the head [^\n]*\n$/,
  },
};

/** Statements after which no erasure can be noted. */
const REFUSING = {
  SQLite: [`create trigger refuse before insert on "logErasure" begin select raise(abort, 'refused'); end`],
  PostgreSQL: [
    `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`,
    `create trigger refuse before insert on "logErasure" for each row execute function refuse()`,
  ],
};

for (const { name, create } of DATABASES)
  describe(name, () => {
    for (const [attack, { changes, says }] of Object.entries(ATTACKS))
      test(`a month is not hidden by ${attack}`, async (t) => {
        const url = await create(t);
        await fill(url, soundRows(1, 3, OLD));
        await fill(url, soundRows(4, 6, LATER));
        await fill(url, soundRows(7, 9, NEW));
        await erase(url, '2026-02-01T00:00:00Z');
        const head = await headOf(t, url);
        const verify = () => run(t, 'verify', '--database', url, '--head', head, ...KNOWN);
        assert.equal((await verify()).code, 0);
        for (const statement of changes.split('; ')) await byHand(url, statement);
        const { code, stderr } = await verify();
        assert.match(stderr, says);
        assert.equal(code, 1);
      });

    test('each erasure has an entry, which is printed, and what erased it explains it', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 150, OLD));
      await fill(url, soundRows(151, 155, NEW));
      await erase(url, '2026-02-01T00:00:00Z');
      assert.equal(await withStore(url, (store) => store.eraseByNumber([152, 154])), 2);
      const [numbers, days] = [
        ['--erased', '152,154'],
        ['--erased', '2026-02-01'],
      ];
      const verify = (...options: string[]) => run(t, 'verify', '--database', url, ...options);
      const { code, stdout, stderr } = await verify(...numbers, ...days);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(
        stdout,
        new RegExp(
          '^Erased, as entries 156 to 157 of the log say: 150 reports from before 2026-02-01T00:00:00Z\\.\n' +
            'Erased, as entry 158 of the log says: 2 reports by their numbers\\.\n' +
            '3 reports sound, 150 erased by retention, 2 by hand; ',
        ),
      );
      assert.match((await verify(...days)).stderr, /^2 reports were erased too early: numbers 152, 154\. /);
      assert.match((await verify(...numbers)).stderr, /^150 reports were erased too early: numbers 1–150\. /);
      for (const wrong of ['2026-02-30', 'two', '1-5'])
        assert.equal((await verify('--erased', wrong)).code, 2);
    });

    test('erasures of different days, and by numbers, are told one by one, and each needs its explanation', async (t) => {
      const url = await create(t);
      await fill(url, [...soundRows(1, 2, OLD), ...soundRows(3, 3, LATER), ...soundRows(4, 7, NEW)]);
      const store = await openStore(url);
      t.after(() => store.close());
      const since = await store.log.head();
      await store.erase('2026-02-01T00:00:00Z');
      await store.erase('2026-10-01T00:00:00Z');
      await store.eraseByNumber([5]);
      await store.eraseByNumber([7]);
      const before = '2026-10-01T00:00:00Z';
      const whole = await store.log.verify({ known: { before, numbers: new Set([5, 7]) } });
      assert.deepEqual(whole.erasures, [
        { before: '2026-02-01T00:00:00Z', count: 2, entries: [8, 8] },
        { before, count: 1, entries: [9, 9] },
        { before: undefined, count: 1, entries: [10, 10] },
        { before: undefined, count: 1, entries: [11, 11] },
      ]);
      const { sound, erased, byHand: known, unexplained } = whole;
      assert.deepEqual(
        { sound, erased, known, unexplained },
        { sound: 2, erased: 3, known: 2, unexplained: [] },
      );
      // Behind a head from before, the entries of the erasures alone tell.
      for (const [given, left] of [
        [{}, [1, 2, 3, 5, 7]],
        [{ before: '2026-02-01T00:00:00Z', numbers: new Set([7]) }, [3, 5]],
        [{ before }, [5, 7]],
      ] as const)
        for (const start of [{}, { since }])
          assert.deepEqual((await store.log.verify({ known: given, ...start })).unexplained, left);
    });

    test('of the day up to which was erased, every report may be gone; of the next one, none', async (t) => {
      const url = await create(t);
      const at = (hour: string) => ({ receivedAt: `2026-02-01T${hour}:00Z` });
      await fill(url, [soundRow('r1', at('11:59')), soundRow('r2', at('12:01')), ...soundRows(3, 4, NEW)]);
      const store = await openStore(url);
      t.after(() => store.close());
      assert.equal(await store.erase('2026-02-01T12:00:00Z'), 1);
      for (const [before, left] of [
        ['2026-02-01T12:00:00Z', []],
        ['2026-02-01T00:01:00Z', []],
        ['2026-02-01T00:00:00Z', [1]],
      ] as const) {
        const { sound, erased, unexplained } = await store.log.verify({ known: { before } });
        assert.deepEqual([sound, erased, unexplained], [3, 1 - left.length, left]);
      }
    });

    test('a forged entry of an erasure of nothing, or of a kind that is not known, hides nothing', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 3, NEW));
      await byHand(url, insertNote({ kind: 'erasure', before: '2026-12-01T00:00:00Z', numbers: [] }));
      await byHand(url, insertNote({ kind: 'erasure', numbers: [] }).replaceAll('"numbers"', '"digits"'));
      await byHand(url, 'delete from report where sequence = 2');
      const { code, stdout, stderr } = await run(t, 'verify', '--database', url, ...KNOWN);
      assert.match(
        stdout,
        /^Erased, as entry 4 of the log says: 0 reports from before 2026-12-01T00:00:00Z\.\n2 reports sound/,
      );
      assert.match(
        stderr,
        /^1 entry of the log cannot be understood: number 5\. [^\n]*\n1 report is gone: number 2\. /,
      );
      assert.equal(code, 1);
    });

    test('an erasure that fails at its last step erases nothing, and the log says nothing of it', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 3, OLD));
      for (const statement of REFUSING[name]) await byHand(url, statement);
      await assert.rejects(erase(url, '2026-02-01T00:00:00Z'), /refused/);
      const { code, stdout, stderr } = await run(t, 'verify', '--database', url);
      assert.equal(code, 1);
      assert.match(stderr, /^The database has something that is not ours, [^\n]*trigger refuse\. [^\n]*\n$/);
      assert.match(stdout, /^3 reports sound, 0 erased by retention; /);
      assert.equal((await byHand(url, 'select * from arrival')).length, 3);
    });

    test('a longer retention than the one that erased does not explain it', async (t) => {
      const url = await create(t);
      const daysAgo = (days: number): string =>
        `${new Date(Date.now() - days * 24 * 60 * 60 * 1_000).toISOString().slice(0, 16)}:00Z`;
      await fill(url, soundRows(1, 2, { receivedAt: daysAgo(100) }));
      await fill(url, soundRows(3, 4, { receivedAt: daysAgo(10) }));
      await erase(url, daysAgo(90));
      const verify = (...options: string[]) => run(t, 'verify', '--database', url, ...options);
      assert.equal((await verify('--retention-days', '90')).code, 0);
      assert.match(
        (await verify('--retention-days', '120')).stderr,
        /^2 reports were erased too early: numbers 1–2\. /,
      );
      assert.equal((await verify()).code, 1, 'no retention at all');
      const bySetting = startCommand(t, ['verify', '--database', url], { RETENTION_DAYS: '90' });
      assert.equal(await bySetting.ended, 0, bySetting.output.stderr);
      const until = daysAgo(90).slice(0, 10);
      assert.equal((await verify('--retention-days', '120', '--erased', until)).code, 0);
      assert.equal((await verify('--retention-days', 'many')).code, 2);
    });
  });
