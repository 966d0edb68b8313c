// An export reports changed, missing and unreadable reports, and never ends with exit code 0 when it finds any.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import { openStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { rowOf } from './export-given.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';
import { byHand, copyWell, erase, exportLines, fill, run, soundRow, soundRows } from './store-given.ts';

/** The exit code when the export is complete but an operator must check it. */
const ATTENTION = 3;

const CHANGE = `update report set body = replace(body, '/t/42', '/t/43') where sequence = 2`;

for (const { name, create } of DATABASES) {
  describe(name, () => {
    test('a report that was changed in the database is marked, told, and not exported as if nothing were', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 3));
      await byHand(url, CHANGE);
      const { code, stderr, lines } = await exportLines(t, url);
      assert.deepEqual(
        lines.map(({ altered }) => altered),
        [undefined, true, undefined],
      );
      assert.equal(code, ATTENTION);
      assert.match(stderr, /1 of them changed in the database since it was received: number 2\n/);

      const csv = await run(t, 'export', '--database', url, '--format', 'csv');
      const { data } = Papa.parse<Record<string, string>>(csv.stdout, { header: true, skipEmptyLines: true });
      assert.deepEqual(
        data.map(({ altered }) => altered),
        ['', 'yes', ''],
      );
      assert.equal(csv.code, ATTENTION);
    });

    test('a report that was changed is not drafted for an institution', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 3));
      await byHand(url, CHANGE);
      const named = ['--hotline-name', 'Hotline', '--hotline-email', 'analyst@hotline.example'];
      const { code, stdout, stderr } = await run(t, 'export', '--database', url, '--format', 'dsa', ...named);
      assert.deepEqual([code, stdout.match(/\n/g)?.length], [ATTENTION, 2]);
      assert.match(stderr, /1 left out: changed in the database since it was received\n/);
      assert.doesNotMatch(stderr, /unread/);
    });

    test('reports deleted by hand are told, by every export that covers them; erased ones are not', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 4, { receivedAt: '2026-01-01T00:00:00Z' }));
      await fill(url, soundRows(5, 12));
      await erase(url, '2026-02-01T00:00:00Z');
      assert.equal((await exportLines(t, url)).code, 0);
      await byHand(url, 'delete from report where sequence in (6, 8, 9, 12)');
      const { code, stderr } = await exportLines(t, url);
      assert.equal(code, ATTENTION);
      assert.match(stderr, /4 reports are missing: numbers 6, 8–9, 12\. /);
      assert.equal((await exportLines(t, url, '--priority', 'urgent')).code, ATTENTION);
      assert.match(
        (await exportLines(t, url, '--after', '8')).stderr,
        /2 reports are missing: numbers 9, 12\. /,
      );
      assert.equal((await exportLines(t, url, '--after', '12')).code, 0);
    });

    test('a report that is gone is told, also where another one has lost its number alone', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 4));
      await byHand(url, 'delete from report where sequence = 2; delete from arrival where sequence = 3');
      const { code, stderr } = await exportLines(t, url);
      assert.equal(code, ATTENTION);
      assert.match(stderr, /1 report is missing: number 2\. /);
    });

    test('an export of some reports alone knows what was deleted, without looking at every number', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 6));
      const marked = async (): Promise<number[]> => {
        const store = await openStore(url, { readOnly: true });
        const found = await store.ledger.marked(1);
        await store.close();
        return found;
      };
      // In the order of the guide, and in the other one.
      await byHand(url, 'delete from arrival where sequence = 2; delete from report where sequence = 2');
      await byHand(
        url,
        'delete from report where sequence in (1, 3, 4); delete from arrival where sequence = 4',
      );
      assert.deepEqual(await marked(), [3]);
      // Put back under its own number, as from a backup by the database's own tools.
      await byHand(
        url,
        `insert into report (sequence, id, digest, reference, "receivedAt", sealed, trust, priority, answer, body) ${name === 'SQLite' ? '' : 'overriding system value'}
          select 3, 'back', digest, 'BACK', "receivedAt", 0, trust, priority, answer, body from report where sequence = 5`,
      );
      assert.deepEqual(await marked(), []);
    });

    test('numbers that were drawn and never used are no missing reports', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 2));
      const store = await openStore(url);
      for (let again = 0; again < 3; again++) await store.put(soundRow('r1'));
      await store.put(soundRow('new'));
      await store.close();
      if (name === 'PostgreSQL') {
        await byHand(
          url,
          `begin; insert into report
          (id, digest, reference, "receivedAt", sealed, trust, priority, answer, body)
          values ('x', '0', 'X', '2026-11-24T13:50:00Z', 0, 'normal', 'normal', '{}', '{}'); rollback`,
        );
      }
      assert.equal((await exportLines(t, url)).code, 0);
    });

    test('a copy says what is missing in the database that it reads', async (t) => {
      const [url, target] = [await create(t), await create(t)];
      await fill(url, soundRows(1, 5));
      await byHand(url, 'delete from report where sequence = 3');
      const { code, stderr } = await run(t, 'copy', '--from', url, '--to', target);
      assert.equal(code, 1);
      assert.match(stderr, /1 report is missing in the old database: number 3\. /);
      await copyWell(t, url, target);
      assert.equal((await run(t, 'copy', '--from', url, '--to', target, '--verify')).code, 1);
    });
  });
}

test('sealed reports that stay unread are told, and end the export with another code than 0', async (t) => {
  const folder = await temporaryFolder(t);
  const [url, pair, other] = [`sqlite:${join(folder, 'r.sqlite')}`, await makePair(), await makePair()];
  await fill(url, [rowOf(sampleReport()), rowOf(seal(pair)), rowOf(seal(pair))]);
  const [key, wrong] = [join(folder, 'key.json'), join(folder, 'wrong.json')];
  await writeFile(key, JSON.stringify(pair.jwk));
  await writeFile(wrong, JSON.stringify(other.jwk));

  const without = await exportLines(t, url);
  assert.deepEqual([without.code, without.lines.length], [ATTENTION, 3]);
  assert.match(without.stderr, /2 reports stay unread\. .*--key FILE.*--leave-sealed/);
  const locked = await exportLines(t, url, '--key', wrong);
  assert.equal(locked.code, ATTENTION);
  assert.match(locked.stderr, /2 reports stay unread\./);
  assert.equal((await exportLines(t, url, '--key', key)).code, 0);
  // The operator keeps the keys elsewhere and wants the envelopes.
  const meant = await exportLines(t, url, '--leave-sealed');
  assert.deepEqual([meant.code, meant.lines.length], [0, 3]);
  assert.equal((await run(t, 'export', '--database', url, '--leave-sealed', '--key', key)).code, 2);
  const drafted = await run(t, 'export', '--database', url, '--format', 'iccam');
  assert.equal(drafted.code, ATTENTION);
});

test('a report that this version does not know stays unread, and is told', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'r.sqlite')}`;
  await fill(url, [soundRow('newer', { body: '{"schemaVersion":"9.0"}' })]);
  const { code, stderr } = await exportLines(t, url);
  assert.equal(code, ATTENTION);
  assert.match(stderr, /1 report stays unread\./);
});
