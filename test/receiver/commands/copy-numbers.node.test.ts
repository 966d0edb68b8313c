// A copy keeps the numbers: an export after a number reads every later report, in the copy too.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openStore } from '../../../src/receiver/index.ts';
import { DATABASES } from '../databases.ts';
import { byHand, copyWell, erase, exportLines, fill, run, soundRow, soundRows } from '../store-given.ts';
import { readAll } from '../store-rows.ts';

const [SQLITE, POSTGRES] = DATABASES as [(typeof DATABASES)[0], (typeof DATABASES)[0]];

const numbersIn = async (url: string): Promise<number[]> => {
  const store = await openStore(url, { readOnly: true });
  const all = await readAll(store);
  await store.close();
  return all.map(({ sequence }) => sequence);
};

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const OLD = '2026-01-01T00:00:00Z';

describe('copy', () => {
  for (const [one, other] of [
    [SQLITE, POSTGRES],
    [POSTGRES, SQLITE],
  ] as const) {
    test(`${one.name} to ${other.name}: no report that arrives after a move is skipped by an export that goes on`, async (t) => {
      const [source, target] = [await one.create(t), await other.create(t)];
      await fill(source, soundRows(1, 4, { receivedAt: OLD }));
      await fill(source, soundRows(5, 8));
      await erase(source, '2026-02-01T00:00:00Z');
      const { next } = await exportLines(t, source);
      await copyWell(t, source, target);
      assert.deepEqual(await numbersIn(target), from(5, 8));

      const urgent = soundRows(9, 14, { priority: 'urgent' });
      await fill(target, urgent);
      for (const after of [next, '8']) {
        const { code, references } = await exportLines(t, target, '--after', after);
        assert.deepEqual([code, references], [0, urgent.map(({ reference }) => reference)], after);
      }
    });

    test(`${one.name} to ${other.name}: a number that was given is not given again, also where its report is erased`, async (t) => {
      const [source, target] = [await one.create(t), await other.create(t)];
      await fill(source, [soundRow('kept')]);
      await fill(source, soundRows(2, 5, { receivedAt: OLD }));
      await erase(source, '2026-02-01T00:00:00Z');
      await copyWell(t, source, target);
      await fill(target, [soundRow('new')]);
      assert.deepEqual(await numbersIn(target), [1, 6]);
    });
  }

  test('a backup that is put back keeps the numbers it has; a number beyond it is refused, not passed over', async (t) => {
    const [lost, backup, restored] = [
      await SQLITE.create(t),
      await SQLITE.create(t),
      await POSTGRES.create(t),
    ];
    await fill(lost, soundRows(1, 10));
    const before = await exportLines(t, lost);
    await copyWell(t, lost, backup);
    await fill(lost, soundRows(11, 20));
    const beyond = await exportLines(t, lost);

    await copyWell(t, backup, restored);
    await fill(restored, soundRows(21, 45));
    assert.equal((await exportLines(t, restored, '--after', before.next)).lines.length, 25);
    const refused = await exportLines(t, restored, '--after', beyond.next);
    assert.deepEqual([refused.code, refused.lines], [1, []]);
    assert.match(refused.stderr, /^--after \S+\.20: .*copied up to number 10\..*--after \S+\.10\b/);
    const [, safe = ''] = /--after (\S+\.10)\b/.exec(refused.stderr) ?? [];
    assert.equal((await exportLines(t, restored, '--after', safe)).lines.length, 25);
  });

  test('reports that reach the old database after the new one is in use get the next numbers of the new one', async (t) => {
    const [source, target] = [await SQLITE.create(t), await POSTGRES.create(t)];
    await fill(source, soundRows(1, 5));
    await copyWell(t, source, target);
    await fill(target, [soundRow('new')]);
    const { next } = await exportLines(t, target);
    await fill(source, [soundRow('late'), soundRow('later')]);
    const atSource = await exportLines(t, source);
    await copyWell(t, source, target);
    assert.deepEqual((await exportLines(t, target, '--after', next)).references, ['LATE', 'LATER']);
    // Number 6 belongs to a different report in each database.
    assert.equal((await exportLines(t, target, '--after', atSource.next)).code, 1);
    await fill(target, [soundRow('last')]);
    assert.deepEqual(await numbersIn(target), from(1, 9));
  });

  test('a copy begins where the last one ended, and --verify reads all', async (t) => {
    const [source, target] = [await POSTGRES.create(t), await SQLITE.create(t)];
    await fill(source, soundRows(1, 30));
    await copyWell(t, source, target);
    const again = await copyWell(t, source, target);
    assert.match(again.stdout, /^0 reports copied, 0 were there already\.\n.*after number 30.*--verify/);
    await fill(source, [soundRow('new')]);
    assert.match((await copyWell(t, source, target)).stdout, /^1 reports copied, 0 were there already\./);
    const verified = await copyWell(t, source, target, '--verify');
    assert.match(verified.stdout, /^0 reports copied, 31 were there already\.\n$/);

    await byHand(target, `update report set body = 'changed' where id = 'r7'`);
    assert.equal((await run(t, 'copy', '--from', source, '--to', target)).code, 0);
    const found = await run(t, 'copy', '--from', source, '--to', target, '--verify');
    assert.equal(found.code, 1);
    assert.match(found.stderr, /Only 30 of 31 reports could be read back/);
  });

  test('what was not copied is looked at again by every later copy, until it is', async (t) => {
    const [source, target] = [await SQLITE.create(t), await SQLITE.create(t)];
    await fill(source, [soundRow('fine'), soundRow('damaged', { body: 'x' }), soundRow('other')]);
    await byHand(source, `update report set body = 'changed' where id = 'damaged'`);
    for (const attempt of [1, 2]) {
      const { code, stderr } = await run(t, 'copy', '--from', source, '--to', target);
      assert.deepEqual([code, /DAMAGED is damaged/.test(stderr)], [1, true], `${attempt}`);
    }
    await byHand(source, `update report set body = 'x' where id = 'damaged'`);
    assert.match((await copyWell(t, source, target)).stdout, /^1 reports copied, 1 were/);
    assert.deepEqual(await numbersIn(target), [1, 3, 4]);
    assert.match((await copyWell(t, source, target)).stdout, /^0 reports copied, 0 were/);
  });

  test('reports deleted by hand come back from a backup, for every export that goes on, and are no longer missing', async (t) => {
    const [url, backup] = [await POSTGRES.create(t), await SQLITE.create(t)];
    await fill(url, soundRows(1, 5));
    await copyWell(t, url, backup);
    const { next } = await exportLines(t, url);
    await byHand(url, 'delete from report where sequence in (2, 5)');
    assert.equal((await exportLines(t, url)).code, 3);
    await copyWell(t, backup, url, '--verify');
    const { code, references } = await exportLines(t, url, '--after', next);
    assert.deepEqual([code, references], [0, ['R2', 'R5']]);
    assert.equal((await exportLines(t, url)).code, 0);
  });

  test('a database that was put back to an earlier time is read again as a whole', async (t) => {
    const [source, target] = [await SQLITE.create(t), await SQLITE.create(t)];
    await fill(source, soundRows(1, 10));
    await copyWell(t, source, target);
    // Simulates an older file put in place of the database.
    await byHand(
      source,
      `delete from arrival where sequence > 5; delete from report where sequence > 5;
      update sqlite_sequence set seq = 5 where name = 'report'`,
    );
    await fill(source, [soundRow('after')]);
    assert.match((await copyWell(t, source, target)).stdout, /^1 reports copied, 5 were there already\./);
  });
});
