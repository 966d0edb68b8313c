// Attacks on the log by somebody who may write everything but the heads: kinds of entries, numbers, days, and triggers.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createReceiver, openStore } from '../../src/receiver/index.ts';
import { factsOf, leafOf, type LogEntry } from '../../src/receiver/log/log-entries.ts';
import { DATABASES } from './databases.ts';
import { insertNote } from './forged-notes.ts';
import { postRequest } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { byHand, fill, headOf, run, soundRow, soundRows, withStore } from './store-given.ts';

const JANUARY = { receivedAt: '2026-01-01T10:00:00Z' };
const SEPTEMBER = { receivedAt: '2026-09-10T10:00:00Z' };
const NOVEMBER = { receivedAt: '2026-11-24T13:50:00Z' };

const remove = (numbers: string): string[] =>
  ['report', 'arrival'].map((table) => `delete from ${table} where sequence in (${numbers})`);

/** Statements that take the uniqueness of numbers away, as SQLite and PostgreSQL do it. */
const NOT_UNIQUE = {
  SQLite: [
    `create table other (position integer primary key autoincrement, sequence integer not null, leaf text not null,
      day text not null, erased integer not null default 0, note text)`,
    'insert into other select * from "logEntry"',
    'drop table "logEntry"',
    'alter table other rename to "logEntry"',
  ],
  PostgreSQL: ['alter table "logEntry" drop constraint "logEntry_sequence_key"'],
};

/** Triggers that lose reports which were acknowledged, or change them. */
const SWALLOWING = {
  SQLite: {
    'takes it out again': [
      'create trigger swallow after insert on report begin delete from report where sequence = new.sequence; end',
    ],
    'writes another text': [
      `create trigger swallow after insert on report begin update report set body = '{}' where sequence = new.sequence; end`,
    ],
  },
  PostgreSQL: {
    'takes it out again': [
      `create function swallow() returns trigger language plpgsql as $$ begin
        delete from report where sequence = new.sequence; return null; end $$`,
      'create trigger swallow after insert on report for each row execute function swallow()',
    ],
    'takes it out at the end of the transaction': [
      `create function swallow() returns trigger language plpgsql as $$ begin
        delete from report where sequence = new.sequence; return null; end $$`,
      `create constraint trigger swallow after insert on report deferrable initially deferred
        for each row execute function swallow()`,
    ],
    'writes another text': [
      `create function swallow() returns trigger language plpgsql as $$ begin new.body = '{}'; return new; end $$`,
      'create trigger swallow before insert on report for each row execute function swallow()',
    ],
  },
};

/** What else changes what is stored or read, and how `verify` names it. */
const GUESTS = {
  SQLite: {
    'view others': ['create view others as select 1'],
    'trigger report_gone': ['drop trigger report_gone'],
    'trigger outbox_left': [
      'drop trigger outbox_left',
      'create trigger outbox_left after delete on report begin delete from outbox; end',
    ],
  },
  PostgreSQL: {
    'rule others': ['create rule others as on delete to "spentProof" do instead nothing'],
    'function others': [`create function others() returns integer language sql as 'select 1'`],
    'policy others': ['create policy others on report using (true)'],
    'trigger report_gone': ['drop trigger report_gone on report'],
    'function outbox_left': [
      `create or replace function outbox_left() returns trigger language plpgsql as $$ begin return null; end $$`,
    ],
    'trigger outbox_left': ['alter table report disable trigger outbox_left'],
  },
};

for (const { name, create } of DATABASES)
  describe(name, () => {
    /** Reports 1 to 3 of January, 4 to 6 of September, 7 to 9 of November; 8 was erased by its number. */
    async function given(t: TestContext) {
      const url = await create(t);
      await fill(url, [
        ...soundRows(1, 3, JANUARY),
        ...soundRows(4, 6, SEPTEMBER),
        ...soundRows(7, 9, NOVEMBER),
      ]);
      await withStore(url, (store) => store.eraseByNumber([8]));
      const head = await headOf(t, url);
      const change = async (...statements: readonly string[]): Promise<void> => {
        for (const statement of statements) await byHand(url, statement);
      };
      const verify = (...options: string[]) =>
        run(t, 'verify', '--database', url, '--erased', '8', ...options);
      const sound = await verify('--head', head);
      assert.deepEqual([sound.code, sound.stderr], [0, '']);
      return { url, head, change, verify };
    }

    test('an entry does not pass for a note, nor a note for an entry', async (t) => {
      const { head, change, verify } = await given(t);
      await change(...remove('4, 5'), `update "logEntry" set note = '{}' where sequence = 4`);
      await change(
        `update "logEntry" set note = 'row ' || sequence || ' ' || day || ' ' || leaf, sequence = -sequence, day = ''
          where sequence = 5`,
      );
      const { code, stderr } = await verify('--head', head);
      assert.equal(code, 1);
      assert.match(stderr, /^2 entries of the log cannot be understood: numbers 4–5\. /);
      assert.match(stderr, /The log does not continue the head /);
    });

    test('an entry that is not understood is a fault by itself, and ends what is noted as sound', async (t) => {
      const { url, change, verify } = await given(t);
      const notes = await byHand(url, 'select sequence, note from "logEntry" where note is not null');
      const [{ note }] = notes as [{ note: string }];
      const forms = [
        '',
        '{}',
        'null',
        note.replace('erasure', 'mercy'),
        note.replace('[8]', '[8.5]'),
        note.replace('[8]', '["8"]'),
        note.replace('}', ',"more":1}'),
        `${note} `,
      ];
      for (const form of forms) {
        await change(`update "logEntry" set note = '${form}' where note is not null`);
        const { code, stderr } = await verify();
        assert.match(stderr, /^1 entry of the log cannot be understood: number 10\. /, form);
        assert.equal(code, 1);
        await withStore(url, async ({ log }) => {
          const heads: unknown[] = [];
          const known = { numbers: new Set([8]) };
          const { unread } = await log.verify({ known, onStep: (step) => heads.push(step.soundHead) });
          assert.deepEqual([unread, heads], [[10], [undefined]]);
        });
      }
      await change(`update "logEntry" set note = '${note}' where note is not null`);
      for (const alteration of [
        `day = '2026-11-24'`,
        'erased = 1',
        `leaf = '${'0'.repeat(64)}'`,
        'sequence = 77',
      ]) {
        const [entry] = await byHand(url, 'select * from "logEntry" where note is not null');
        await change(`update "logEntry" set ${alteration} where note is not null`);
        assert.match((await verify()).stderr, /^1 entry of the log cannot be understood: number 10\. /);
        const { day, erased, leaf, sequence } = entry as unknown as LogEntry;
        await change(
          `update "logEntry" set day = '${day}', erased = ${erased}, leaf = '${leaf}', sequence = ${sequence}
            where note is not null`,
        );
      }
      assert.equal((await verify()).code, 0);
    });

    test('the number that was erased by hand explains no other deletion', async (t) => {
      const { head, change, verify } = await given(t);
      await change(...remove('5'));
      await change(
        'update "logEntry" set sequence = 1000 where sequence = 8',
        'update "logEntry" set sequence = 8 where sequence = 5',
        'update "logEntry" set sequence = 5, erased = 0 where sequence = 1000',
      );
      const swapped = await verify('--head', head);
      assert.equal(swapped.code, 1);
      assert.match(swapped.stderr, /The log does not continue the head /);
    });

    test('two entries do not share one number', async (t) => {
      const { head, change, verify } = await given(t);
      await change(...NOT_UNIQUE[name], ...remove('5'));
      await change('update "logEntry" set sequence = 8 where sequence = 5');
      const { code, stderr } = await verify('--head', head);
      assert.equal(code, 1);
      assert.match(stderr, /^1 number is in several entries of the log: number 8\. /);
      assert.match(stderr, /The log does not continue the head /);
    });

    test('a report is not dated back', async (t) => {
      const { url, head, change, verify } = await given(t);
      await fill(url, [soundRow('false', { receivedAt: '2026-11-23T23:49:00Z' })]);
      const { code, stderr } = await verify('--head', head);
      assert.match(stderr, /^1 report has a day that its place in the log contradicts: number 10\. /);
      assert.equal(code, 1);
      // A head from after a copy explains what came before it, and nothing else.
      const later = await headOf(t, url);
      assert.equal((await verify('--copied', later)).code, 0);
      assert.equal((await verify('--copied', head)).code, 1);
      await change('delete from report where sequence = 9');
      assert.match((await verify('--copied', later)).stderr, /^1 report is gone: number 9\. /);
    });

    test('what is stored around midnight by several processes is no complaint', async (t) => {
      const url = await create(t);
      await fill(url, [
        soundRow('a', { receivedAt: '2026-11-25T00:00:00Z' }),
        soundRow('b', { receivedAt: '2026-11-24T23:50:00Z' }),
      ]);
      assert.equal((await run(t, 'verify', '--database', url)).code, 0);
      await fill(url, [soundRow('c', { receivedAt: '2026-11-24T23:49:00Z' })]);
      assert.match((await run(t, 'verify', '--database', url)).stderr, /contradicts: number 3\. /);
    });

    test('days are compared with those of the heads that were kept', async (t) => {
      const { url, head, verify } = await given(t);
      assert.equal((await verify('--head', `2026-11-24 ${head}`)).code, 0);
      // Report 10 is of November as well: only the day of the head tells that it came later.
      await fill(url, [soundRow('false', NOVEMBER)]);
      assert.equal((await verify('--head', head)).code, 0);
      assert.match(
        (await verify('--head', `2026-11-26 ${head}`)).stderr,
        /^1 report has a day that its place in the log contradicts: number 10\. /,
      );
      assert.match(
        (await verify('--head', `2026-11-23 ${head}`)).stderr,
        /^2 reports have a day that their place in the log contradicts: numbers 7, 9\. /,
      );
    });

    test('behind a note, days are compared with the last one before it', async (t) => {
      const { url } = await given(t);
      const row = soundRow('false', SEPTEMBER);
      await withStore(url, async (store) => {
        const since = await store.log.head();
        await store.put(row);
        const { misdated } = await store.log.verify({ since });
        assert.deepEqual(misdated, [10]);
      });
    });

    test('a row below 1 is a fault, with an entry of its own', async (t) => {
      const { url, change, verify } = await given(t);
      const [row] = await withStore(url, (store) => store.search.byNumber([9]));
      await change(
        `insert into "logEntry" (sequence, leaf, day) values (-9, '${leafOf(-9, factsOf(row!))}', '2026-11-24')`,
      );
      assert.match((await verify()).stderr, /^1 entry of the log cannot be understood: number 11\. /);
    });

    test('an erasure of numbers that a report has is a fault', async (t) => {
      const { url, change, verify } = await given(t);
      await change(`update "logEntry" set erased = 1 where sequence = 9`);
      assert.match((await verify()).stderr, /^1 report is not what was stored: number 9\.\n/);
      await change(`update "logEntry" set erased = 0 where sequence = 9`);
      await byHand(url, insertNote({ kind: 'erasure', numbers: [9] }));
      assert.match((await verify()).stderr, /^1 report was erased too early: number 9\. /);
    });

    for (const [what, statements] of Object.entries(SWALLOWING[name]))
      test(`a report is not acknowledged if a trigger ${what}, and verify names the trigger`, async (t) => {
        const { url, change, verify } = await given(t);
        const store = await openStore(url);
        t.after(() => store.close());
        await change(...statements);
        // The form tries again, and the second answer must be no receipt either.
        const receive = createReceiver({ store });
        const report = sampleReport();
        for (const attempt of ['first', 'second'])
          assert.equal((await receive(postRequest(report))).status, 503, attempt);
        const { code, stderr } = await verify();
        assert.equal(code, 1);
        assert.match(
          stderr,
          /^The database has something that is not ours, or lacks what is: .*trigger swallow/m,
        );
      });

    for (const [what, statements] of Object.entries(GUESTS[name]))
      test(`verify names the ${what} where it is not as a receiver makes it`, async (t) => {
        const { change, verify } = await given(t);
        await change(...statements);
        const { code, stderr } = await verify();
        assert.equal(code, 1);
        assert.ok(
          stderr.startsWith(`The database has something that is not ours, or lacks what is: ${what}. `),
          stderr,
        );
      });
  });
