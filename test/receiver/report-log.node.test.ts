// The log of what was stored: whatever is altered or deleted by hand is found, and what a receiver did is not.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Client } from 'pg';
import { openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import { factsOf, leafOf } from '../../src/receiver/log/log-entries.ts';
import type { LogHead, VerifyStep } from '../../src/receiver/log/report-log.ts';
import { until } from '../setup/until.ts';
import { DATABASES } from './databases.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { row as plainRow } from './store-rows.ts';
import {
  byHand,
  erase,
  exportLines,
  fill,
  headOf,
  run,
  soundRow,
  soundRows,
  sumUpLog,
  withStore,
} from './store-given.ts';

const OLD = { receivedAt: '2026-01-01T10:00:00Z' };
const NEW = { receivedAt: '2026-11-24T13:50:00Z' };

/** Another report, as SQL has it between apostrophes. */
const FORGED = JSON.stringify({ ...sampleReport(), details: undefined });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One change by hand of a sound database of reports 1 to 6, and what `verify` says of it. `log-fields` has single columns. */
const CHANGES: readonly { name: string; change: string; says: RegExp; exportSees?: true }[] = [
  {
    name: 'another text',
    change: `update report set body = '{}' where sequence = 3`,
    says: /^1 report is not what was stored: number 3\.\n$/,
    exportSees: true,
  },
  {
    name: 'another text, with its digest',
    change: `update report set body = '${FORGED}', digest = '${sha256(FORGED)}' where sequence = 3`,
    says: /^1 report is not what was stored: number 3\.\n$/,
  },
  {
    name: 'a report less',
    change: 'delete from report where sequence = 3',
    says: /^1 report is gone: number 3\. /,
    exportSees: true,
  },
  {
    name: 'a report less, and its number',
    change: 'delete from report where sequence = 3; delete from arrival where sequence = 3',
    says: /^1 report is gone: number 3\. /,
  },
  {
    name: 'a report less, marked as erased',
    change:
      'delete from report where sequence = 3; delete from arrival where sequence = 3; ' +
      'update "logEntry" set erased = 1 where sequence = 3',
    says: /^1 report was erased too early: number 3\. /,
  },
  {
    name: 'a report less, with an erasure that was never made',
    change:
      'delete from report where sequence = 3; delete from arrival where sequence = 3; ' +
      `update "logEntry" set erased = 1 where sequence = 3; insert into "logErasure" values ('2026-11-25T00:00:00Z')`,
    says: /^1 report was erased too early: number 3\. /,
  },
  {
    name: 'a report less, and its entry',
    change: 'delete from report where sequence = 3; delete from "logEntry" where sequence = 3',
    says: /^The log does not continue the head [\da-f]{12}:6:/,
    exportSees: true,
  },
  {
    name: 'the last report less, its number and its entry',
    change:
      'delete from report where sequence = 6; delete from arrival where sequence = 6; ' +
      'delete from "logEntry" where sequence = 6',
    says: /^The log does not continue the head [\da-f]{12}:6:/,
  },
  {
    name: 'an entry less, so that its report can be altered',
    change: `delete from "logEntry" where sequence = 3; update report set trust = 'low' where sequence = 3`,
    says: /^1 report is in no entry of the log: number 3\. [^\n]*\nThe log does not continue the head /,
  },
  {
    name: 'a report that was written by hand',
    change: `insert into report (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
      select 'x', digest, 'X', "receivedAt", 0, trust, priority, answer, body from report where sequence = 1`,
    says: /^1 report is in no entry of the log: number 7\. /,
  },
];

/** Stores many rows under their numbers, quickly, as a copy does. */
async function putMany(store: DatabaseStore, first: number, last: number): Promise<void> {
  const elsewhere = { storeId: '0'.repeat(12), sharedUpTo: last, readUpTo: 0 };
  for (let start = first; start <= last; start += 200) {
    const rows = soundRows(start, Math.min(start + 199, last));
    await store.transfer.take(
      rows.map((each, index) => ({ ...each, sequence: start + index })),
      { origins: [elsewhere], readUpTo: 0 },
    );
  }
}

/** Adds a row with another id under a number that it chooses. */
const slipIn = (url: string, sequence: number) =>
  byHand(
    url,
    `insert into report (sequence, id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
     ${url.startsWith('sqlite:') ? '' : 'overriding system value'}
     select ${sequence}, 'x', digest, 'X', "receivedAt", 0, trust, priority, answer, body from report where sequence = 1`,
  );

for (const { name, create } of DATABASES) {
  describe(name, () => {
    test('a sound log says so, and continues every head that it had', async (t) => {
      const url = await create(t);
      const heads = [];
      for (let number = 1; number <= 5; number++) {
        await fill(url, [soundRow(`r${number}`)]);
        heads.push(await headOf(t, url));
      }
      assert.match(heads[4]!, /^[\da-f]{12}:5:[\da-f]{64}$/);
      const file = join(await temporaryFolder(t), 'heads.txt');
      await writeFile(file, heads.map((head) => `2026-11-24 ${head}\n`).join('\n'));
      const { code, stdout, stderr } = await run(t, 'verify', '--database', url, '--heads', file);
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(
        stdout,
        `5 reports sound, 0 erased by retention; 5 earlier heads compared.\nHead  ${heads[4]!}\n`,
      );
    });

    // Heads are kept for years, and later versions compare them. These roots were computed by another program; those of
    // erasures, whose numbers are drawn, are in `log-format`.
    test('the same reports have the same root in every version', async (t) => {
      const url = await create(t);
      await withStore(url, async () => {});
      const empty = await headOf(t, url);
      assert.match(empty, /^[\da-f]{12}:0:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855$/);
      const { code, stdout, stderr } = await run(t, 'verify', '--database', url, '--head', empty);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^0 reports sound, 0 erased by retention; 1 earlier head compared\.\n/);
      await fill(url, [
        plainRow('r1', OLD),
        plainRow('r2', { sealed: true }),
        plainRow('r3', { partner: 'é🦊' }),
        plainRow('r4'),
      ]);
      assert.match(
        await headOf(t, url),
        /^[\da-f]{12}:4:95c6f47ce32e82f93b03672da58f1a1a9efc891e970be4932c33d7daa09cc720$/,
      );
    });

    test('what export does not see, verify does', async (t) => {
      // One of each kind on PostgreSQL, where each change needs a server.
      const changes =
        name === 'SQLite'
          ? CHANGES
          : CHANGES.filter(
              ({ says }, at) => CHANGES.findIndex((one) => String(one.says) === String(says)) === at,
            );
      for (const { name: change, change: statements, says, exportSees } of changes)
        await t.test(change, async (u) => {
          const url = await create(u);
          await fill(url, soundRows(1, 6, NEW));
          const head = await headOf(u, url);
          assert.equal((await run(u, 'verify', '--database', url, '--head', head)).code, 0);
          for (const statement of statements.split('; ')) await byHand(url, statement);
          const { code, stderr } = await run(u, 'verify', '--database', url, '--head', head);
          assert.match(stderr, says);
          assert.equal(code, 1);
          const { code: ofExport } = await exportLines(u, url, '--leave-sealed');
          assert.equal(ofExport, exportSees ? 3 : 0, 'the attack that was there before the log');
        });
    });

    // A number that every reader has passed hides a report from them.
    test('another number is found, in each table, and with an entry of its own', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 6, NEW));
      const head = await headOf(t, url);
      if (name === 'PostgreSQL')
        await byHand(url, 'alter table report alter column sequence set generated by default');
      const renumber = async (table: string, from: number, to: number): Promise<unknown> =>
        byHand(url, `update ${table} set sequence = ${to} where sequence = ${from}`);
      const complaint = async (): Promise<string> => {
        const { code, stderr } = await run(t, 'verify', '--database', url, '--head', head);
        assert.equal(code, 1);
        return stderr;
      };
      for (const table of ['report', 'arrival']) await renumber(table, 3, -3);
      assert.match(await complaint(), /number -3\./);
      await renumber('"logEntry"', 3, -3);
      assert.match(
        await complaint(),
        /^1 entry of the log cannot be understood: number 3\. [^\n]*\nThe log does/,
      );
      await renumber('"logEntry"', -3, 3);
      const [row] = await withStore(url, (store) => store.search.byNumber([-3]));
      await byHand(
        url,
        `insert into "logEntry" (sequence, leaf, day)
          values (-3, '${leafOf(-3, factsOf(row!))}', '2026-11-24')`,
      );
      assert.match(
        await complaint(),
        /^1 entry of the log cannot be understood: number 7\. [^\n]*\n1 report is gone: number 3\. /,
      );
    });

    // PostgreSQL computes the hash itself.
    test('whatever characters a row has, its entry holds', async (t) => {
      const url = await create(t);
      const answer = JSON.stringify({ of: '\u0000\\x00 \'" \ud800 é 🦊 \u2028' });
      await fill(url, [soundRow('r1', { ...NEW, partner: `o'\\n"é🦊`, answer })]);
      const { code, stdout, stderr } = await run(t, 'verify', '--database', url);
      assert.deepEqual([code, stderr], [0, ''], stdout);
    });

    test('what retention erased is no complaint, nor what came or was asked for again meanwhile', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 150, OLD));
      await fill(url, soundRows(151, 153, NEW));
      const head = await headOf(t, url);
      await erase(url, '2026-02-01T00:00:00Z');
      const store = await openStore(url);
      await store.put(soundRow('r151', NEW));
      await store.put(soundRow('new', { ...NEW, reference: 'R152' }));
      await store.put(soundRow('new', NEW));
      await store.close();
      const { code, stdout, stderr } = await run(
        t,
        'verify',
        '--database',
        url,
        '--head',
        head,
        '--erased',
        '2026-02-01',
      );
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /\n4 reports sound, 150 erased by retention; 1 earlier head compared\.\n/);
    });

    test('what the hotline erased by hand, and says so, is no complaint', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 4));
      for (const table of ['arrival', 'report'])
        await byHand(url, `delete from ${table} where sequence in (2, 3)`);
      const { code, stdout } = await run(t, 'verify', '--database', url, '--erased', '2,3');
      assert.equal(code, 0);
      assert.match(stdout, /^2 reports sound, 0 erased by retention, 2 by hand; /);
      const { stderr } = await run(t, 'verify', '--database', url, '--erased', '2');
      assert.match(stderr, /^1 report is gone: number 3\./);
      assert.equal((await run(t, 'verify', '--database', url, '--erased', 'two')).code, 2);
    });

    test('nothing of an erased report stays but a hash, its number and its day', async (t) => {
      const url = await create(t);
      await fill(url, [soundRow('r1', OLD)]);
      await erase(url, '2026-02-01T00:00:00Z');
      const [entry, note] = await byHand(url, 'select * from "logEntry" order by position');
      assert.equal(note!['day'], '');
      assert.ok(Number(note!['sequence']) < 0);
      const { leaf, ...rest } = entry!;
      assert.deepEqual(
        { ...rest, sequence: Number(rest['sequence']), position: Number(rest['position']) },
        { position: 1, sequence: 1, day: '2026-01-01', erased: 1, note: null },
      );
      assert.match(String(leaf), /^[\da-f]{64}$/);
      assert.deepEqual(JSON.parse(String(note!['note'])), {
        kind: 'erasure',
        before: '2026-02-01T00:00:00Z',
        numbers: [1],
      });
    });

    test('what is summed up gives the same head, and is checked', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 1));
      const heads: LogHead[] = [];
      const store = await openStore(url);
      t.after(() => store.close());
      // Two of these heads are at the end of a part, one is within a part.
      for (const [first, last] of [
        [2, 4_096],
        [4_097, 5_000],
        [5_001, 8_192],
        [8_193, 9_000],
      ] as const) {
        await putMany(store, first, last);
        await store.log.tend(new AbortController().signal);
        heads.push(await store.log.head());
      }
      assert.deepEqual(
        heads.map(({ size }) => size),
        [4_096, 5_000, 8_192, 9_000],
      );
      const [, , since] = heads;
      const steps: VerifyStep[] = [];
      const { begunAt, sound, broken } = await store.log.verify({
        heads,
        since: since!,
        onStep: (step) => steps.push(step),
      });
      assert.deepEqual([begunAt, sound, broken], [8_192, 808, []]);
      const within = steps[0]!.soundHead!;
      const later = await store.log.verify({ heads, since: within });
      assert.deepEqual([later.begunAt, later.sound, later.broken], [8_292, 708, []]);
      const before = await headOf(t, url);
      const sums = await byHand(url, 'select * from "logPart"');
      assert.equal(sums.length, 2);
      await byHand(url, 'delete from "logPart"');
      assert.equal(await headOf(t, url), before);
      await sumUpLog(url);
      assert.equal((await run(t, 'verify', '--database', url, '--head', before)).code, 0);
      await byHand(url, `update "logPart" set root = '${'0'.repeat(64)}'`);
      const { code, stderr } = await run(t, 'verify', '--database', url, '--head', before);
      assert.equal(code, 1);
      assert.match(stderr, /^The log does not continue the head [\da-f]{12}:9000:/);
    });

    test('a copy has a log of its own, and what was missing and came back is not gone', async (t) => {
      const [from, to] = [await create(t), await create(t)];
      const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-22', '2026-11-23'];
      await fill(
        from,
        days.map((day, index) => soundRow(`r${index + 1}`, { receivedAt: `${day}T10:00:00Z` })),
      );
      const head = await headOf(t, from);
      assert.equal((await run(t, 'copy', '--from', from, '--to', to)).code, 0);
      assert.equal((await run(t, 'verify', '--database', to)).code, 0);
      const { code, stderr } = await run(t, 'verify', '--database', to, '--head', head);
      assert.equal(code, 1);
      assert.match(stderr, /^1 head is of another database, and could not be compared\./);
      for (const numbers of ['2', '3, 4']) {
        await byHand(to, `delete from report where sequence in (${numbers})`);
        assert.match(
          (await run(t, 'verify', '--database', to)).stderr,
          new RegExp(`^. reports? (?:is|are) gone: numbers? ${numbers.replace(', ', '–')}\\. `),
        );
        assert.equal((await run(t, 'copy', '--from', from, '--to', to, '--verify')).code, 0);
        const mended = await run(t, 'verify', '--database', to);
        assert.deepEqual([mended.code, mended.stderr], [0, '']);
      }
    });

    test('a backup that is put back is told by the heads that it does not have', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 3));
      const early = await headOf(t, url);
      await fill(url, soundRows(4, 5));
      const late = await headOf(t, url);
      // As the earlier backup has it, with another report since.
      for (const table of ['report', 'arrival', '"logEntry"'])
        await byHand(url, `delete from ${table} where sequence > 3`);
      await fill(url, [soundRow('other'), soundRow('another')]);
      assert.equal((await run(t, 'verify', '--database', url, '--head', early)).code, 0);
      const { code, stderr } = await run(t, 'verify', '--database', url, '--head', early, '--head', late);
      assert.equal(code, 1);
      assert.equal(stderr.trim().split('\n').length, 1);
      assert.ok(stderr.includes(late));
    });

    test('with a note, only what is new is read, and the note stays before what is found', async (t) => {
      const url = await create(t);
      const note = join(await temporaryFolder(t), 'note');
      const verify = (...options: string[]) =>
        run(t, 'verify', '--database', url, '--note', note, ...options);
      await fill(url, soundRows(1, 4, OLD));
      const early = await headOf(t, url);
      assert.match((await verify()).stdout, /^4 reports sound/);
      assert.equal(await readFile(note, 'utf8'), `${early}\n`);

      await fill(url, soundRows(5, 7, NEW));
      const late = await headOf(t, url);
      const { code, stdout } = await verify('--head', early, '--head', late);
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^Begun after entry 4, where the note was; without --note, all is read\.\n3 reports sound, 0 erased by retention; 2 earlier heads compared\.\n/,
      );
      assert.equal(await readFile(note, 'utf8'), `${late}\n`);

      // Heads from before the note are compared as well.
      assert.equal((await verify('--head', early)).code, 0);
      const rewritten = `${early.slice(0, -64)}${'0'.repeat(64)}`;
      const compared = await verify('--head', early, '--head', rewritten);
      assert.equal(compared.code, 1);
      assert.match(
        compared.stderr,
        new RegExp(`^The log does not continue the head ${rewritten}: [^\n]*\n$`),
      );

      // Earlier entries are not read again: the whole reading finds later changes.
      const change = (sequence: number, trust: string) =>
        byHand(url, `update report set trust = '${trust}' where sequence = ${sequence}`);
      await change(2, 'low');
      assert.equal((await verify()).code, 0);
      assert.match(
        (await run(t, 'verify', '--database', url)).stderr,
        /^1 report is not what was stored: number 2\./,
      );
      await change(2, 'normal');
      await slipIn(url, -5);
      assert.equal((await verify()).code, 0);
      assert.match(
        (await run(t, 'verify', '--database', url)).stderr,
        /^1 report is in no entry of the log: number -5\./,
      );
      for (const table of ['report', 'arrival'])
        await byHand(url, `delete from ${table} where sequence = -5`);

      await fill(url, soundRows(8, 10, NEW));
      await change(9, 'low');
      for (let again = 0; again < 2; again++) {
        const found = await verify();
        assert.equal(found.code, 1);
        assert.match(found.stderr, /^1 report is not what was stored: number 9\./);
        assert.equal(await readFile(note, 'utf8'), `${late}\n`);
      }
      await change(9, 'normal');
      assert.equal((await verify()).code, 0);
      await byHand(url, 'delete from report where sequence = 10');
      assert.equal((await verify()).code, 0);
      await fill(url, soundRows(11, 12, NEW));
      await byHand(url, 'delete from report where sequence = 12');
      assert.match((await verify()).stderr, /^1 report is gone: number 12\./);
      assert.equal((await verify('--erased', '12')).code, 0);
      // The entries of what is erased now are not read again; the entry of the erasure is.
      await erase(url, '2026-02-01T00:00:00Z');
      assert.match((await verify()).stderr, /^4 reports were erased too early: numbers 1–4\. /);
      assert.match(
        (await verify('--erased', '2026-02-01')).stdout,
        /^Begun after entry 12, .*\nErased, as entry 13 of the log says: 4 reports from before 2026-02-01T00:00:00Z\.\n0 reports sound, 0 erased/,
      );

      await byHand(
        url,
        `insert into report (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
          select 'x', digest, 'X', "receivedAt", 0, trust, priority, answer, body from report where sequence = 5`,
      );
      assert.match((await verify()).stderr, /^1 report is in no entry of the log: number 13\./);
    });

    test('a note that the log does not continue is told, and then all is read', async (t) => {
      const url = await create(t);
      const folder = await temporaryFolder(t);
      const note = join(folder, 'note');
      await fill(url, soundRows(1, 3));
      assert.equal((await run(t, 'verify', '--database', url, '--note', note)).code, 0);
      await fill(url, soundRows(4, 6));
      await byHand(url, `update "logEntry" set leaf = '${'0'.repeat(64)}' where sequence = 2`);
      const { code, stdout, stderr } = await run(t, 'verify', '--database', url, '--note', note);
      assert.equal(code, 1);
      assert.match(stdout, /^5 reports sound/);
      assert.match(
        stderr,
        /^1 report is not what was stored: number 2\.\nThe log does not continue the head /,
      );

      await writeFile(note, `${'0'.repeat(12)}:3:${'0'.repeat(64)}\n`);
      const other = await run(t, 'verify', '--database', url, '--note', note);
      assert.deepEqual(
        [other.code, other.stderr],
        [1, `--note: ${note} is of another database. Name a new file.\n`],
      );
      await writeFile(note, 'nothing');
      const none = await run(t, 'verify', '--database', url, '--note', note);
      assert.match(none.stderr, /^--note: there is no head in /);
      const nowhere = await run(t, 'verify', '--database', url, '--note', join(folder, 'no', 'note'));
      assert.equal(nowhere.code, 1);
    });

    test('a verification that was cut off goes on from its last sound head, to the same end', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 350, NEW));
      await byHand(url, 'delete from report where sequence = 320');
      const store = await openStore(url, { readOnly: true });
      t.after(() => store.close());
      const steps: VerifyStep[] = [];
      const whole = await store.log.verify({ onStep: (step) => steps.push(step) });
      assert.deepEqual(
        steps.map(({ soundHead }) => soundHead?.size),
        [100, 200, 300, undefined],
      );
      assert.deepEqual(
        steps.map(({ start, position, end }) => [start, position, end]),
        [100, 200, 300, 350].map((position) => [0, position, 350]),
      );
      assert.deepEqual([whole.sound, whole.deleted], [349, [320]]);
      for (const { soundHead: since } of steps.slice(0, 3)) {
        const starts: number[] = [];
        const rest = await store.log.verify({ since: since!, onStep: ({ start }) => starts.push(start) });
        assert.ok(starts.length > 0 && starts.every((start) => start === since!.size));
        assert.deepEqual(rest, { ...whole, begunAt: since!.size, sound: 349 - since!.size });
      }
    });

    test('a row that somebody slips in under an old number is found, and is erased without an entry', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 5));
      await byHand(url, 'delete from report where sequence = 3; delete from arrival where sequence = 3');
      await byHand(url, 'delete from "logEntry" where sequence = 3');
      await slipIn(url, 3);
      const { code, stderr } = await run(t, 'verify', '--database', url);
      assert.equal(code, 1);
      assert.match(stderr, /^1 report is in no entry of the log: number 3\./);
      await byHand(url, 'delete from "logEntry" where sequence = 5');
      assert.equal(await withStore(url, (store) => store.eraseByNumber([3, 5])), 2);
      assert.deepEqual(await byHand(url, 'select * from "logEntry" where sequence in (3, 5)'), []);
    });

    test('a report without an entry is found behind the head of an empty log', async (t) => {
      const url = await create(t);
      const store = await openStore(url);
      t.after(() => store.close());
      const since = await store.log.head();
      for (const each of soundRows(1, 3)) await store.put(each);
      await byHand(url, 'delete from "logEntry" where sequence = 1');
      const { begunAt, sound, unlogged } = await store.log.verify({ since });
      assert.deepEqual([begunAt, sound, unlogged], [0, 2, [1]]);
    });
  });
}

const SQLITE = DATABASES.find(({ name }) => name === 'SQLite')!;

test('nothing is noted as sound behind what is found, of whatever kinds it is', async (t) => {
  const url = await SQLITE.create(t);
  await fill(url, soundRows(1, 6, NEW));
  const file = url.slice('sqlite:'.length);
  const erased = 'delete from report where sequence = 4; update "logEntry" set erased = 1 where sequence = 4';
  const altered = `update report set trust = 'low' where sequence = 1`;
  const unlogged = 'delete from "logEntry" where sequence = 2';
  const gone = 'delete from report where sequence = 3';
  for (const changes of [
    [altered],
    [unlogged],
    [gone],
    [erased],
    ...[unlogged, gone, erased].map((change) => [altered, change]),
  ]) {
    const copy = `${file}-copy`;
    await copyFile(file, copy);
    for (const change of changes) await byHand(`sqlite:${copy}`, change);
    const store = await openStore(`sqlite:${copy}`, { readOnly: true });
    const steps: VerifyStep[] = [];
    await store.log.verify({ onStep: (step) => steps.push(step) });
    await store.close();
    assert.deepEqual(
      steps.map(({ soundHead }) => soundHead),
      [undefined],
      changes.join(),
    );
  }
});

test('what is erased, as the hotline knows, is as sound as what is there', async (t) => {
  const url = await SQLITE.create(t);
  await fill(url, [...soundRows(1, 3, OLD), ...soundRows(4, 6, NEW)]);
  await erase(url, '2026-02-01T00:00:00Z');
  await byHand(url, 'delete from report where sequence = 5');
  const known = { before: '2026-02-01T00:00:00Z', numbers: new Set([5]) };
  const steps: VerifyStep[] = [];
  await withStore(url, async ({ log }) => {
    const { head, erased, byHand: known5 } = await log.verify({ known, onStep: (step) => steps.push(step) });
    assert.deepEqual([erased, known5], [3, 1]);
    assert.deepEqual(
      steps.map(({ soundHead }) => soundHead),
      [head],
    );
  });
});

test('numbers are told in their order, wherever their entries are', async (t) => {
  const url = await SQLITE.create(t);
  await fill(url, soundRows(1, 12, NEW));
  await byHand(url, 'update "logEntry" set position = position + 100 where sequence between 1 and 3');
  await byHand(url, `update report set trust = 'low' where sequence in (1, 10)`);
  await byHand(url, 'delete from report where sequence in (2, 3, 11, 12)');
  await byHand(url, 'update "logEntry" set erased = 1 where sequence in (3, 12)');
  const { altered, deleted, unexplained } = await withStore(url, ({ log }) => log.verify());
  assert.deepEqual(
    { altered, deleted, unexplained },
    { altered: [1, 10], deleted: [2, 11], unexplained: [3, 12] },
  );
});

test('a report that is marked as erased during a verification does not pass for one that came back', async (t) => {
  const url = await SQLITE.create(t);
  const rows = soundRows(1, 3, NEW);
  await fill(url, rows);
  await byHand(url, 'delete from report where sequence = 2');
  await fill(url, [rows[1]!]);
  await withStore(url, async ({ log }) => {
    assert.deepEqual((await log.verify()).deleted, []);
    const mark = () => void byHand(url, 'update "logEntry" set erased = 1 where sequence = 2');
    const { deleted, unexplained } = await log.verify({ onStep: mark });
    assert.deepEqual([deleted, unexplained], [[], [2]]);
  });
});

test('reports are stored while a log is tended, and while it is verified', async (t) => {
  const url = await SQLITE.create(t);
  const store = await openStore(url);
  t.after(() => store.close());
  // Three full parts: summing up takes a turn for each.
  await putMany(store, 1, 12_500);
  const works = [() => store.log.tend(new AbortController().signal), () => store.log.verify()];
  for (const [index, work] of works.entries()) {
    let isOver = false;
    const working = work().then(() => (isOver = true));
    await store.put(soundRow(`new${index}`));
    assert.equal(isOver, false);
    await working;
  }
});

test('PostgreSQL: what is erased while its entries are read is neither gone nor erased too early', async (t) => {
  const url = await DATABASES.find(({ name }) => name === 'PostgreSQL')!.create(t);
  await fill(url, [...soundRows(1, 3, OLD), ...soundRows(4, 5, NEW)]);
  const store = await openStore(url, { readOnly: true });
  t.after(() => store.close());
  const client = new Client(url);
  await client.connect();
  await client.query('begin; lock table report in access exclusive mode');
  const verifying = store.log.verify({ known: { before: '2026-02-01T00:00:00Z' } });
  await until(
    async () => (await byHand(url, `select from pg_stat_activity where wait_event_type = 'Lock'`)).length > 0,
    'a verification that waits for the rows',
  );
  // As retention does, in one transaction.
  await client.query(
    `delete from arrival where sequence < 4; delete from report where sequence < 4;
     update "logEntry" set erased = 1 where sequence between 1 and 3; commit`,
  );
  await client.end();
  const { sound, erased, deleted, unexplained, broken } = await verifying;
  assert.deepEqual(
    { sound, erased, deleted, unexplained, broken },
    {
      sound: 2,
      erased: 3,
      deleted: [],
      unexplained: [],
      broken: [],
    },
  );
});

test('what is no head is refused, with what is expected', async (t) => {
  const { code, stderr } = await run(t, 'verify', '--database', 'sqlite::memory:', '--head', 'abc');
  assert.equal(code, 2);
  assert.match(stderr, /^--head: « abc » is no head\. Give a line that cliquez-signalez head printed\./);
  const missing = await run(t, 'verify', '--heads', '/nowhere/heads.txt');
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /^--heads: \/nowhere\/heads\.txt cannot be read\./);
});
