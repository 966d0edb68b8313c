// A copy keeps the numbers: an export after a number reads every later report, in the copy too.
import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { openStore } from '../../../src/receiver/index.ts';
import { DATABASES } from '../databases.ts';
import {
  byHand,
  copyWell,
  erase,
  exportLines,
  fill,
  run,
  soundRow,
  soundRows,
  withStore,
} from '../store-given.ts';
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

  test('each database knows how far the others are the same, also those that a copy was copied from', async (t) => {
    const [first, second, third] = [await SQLITE.create(t), await SQLITE.create(t), await SQLITE.create(t)];
    const originsOf = async (url: string) =>
      withStore(url, async ({ ledger }) =>
        (await ledger.origins()).map(({ storeId, ...origin }) => ({ ...origin, name: names.get(storeId) })),
      );
    const names = new Map<string, string>();
    for (const [url, name] of [
      [first, 'first'],
      [second, 'second'],
      [third, 'third'],
    ] as const)
      names.set((await withStore(url, ({ ledger }) => ledger.origins()))[0].storeId, name);
    const itself = (name: string) => ({ name, sharedUpTo: Number.MAX_SAFE_INTEGER, readUpTo: 0 });

    await fill(first, soundRows(1, 3));
    await copyWell(t, first, second);
    assert.deepEqual(await originsOf(second), [
      itself('second'),
      { name: 'first', sharedUpTo: 3, readUpTo: 3 },
    ]);
    await fill(second, [soundRow('own')]);
    await fill(first, [soundRow('late')]);
    await copyWell(t, first, second);
    assert.deepEqual(await originsOf(second), [
      itself('second'),
      { name: 'first', sharedUpTo: 3, readUpTo: 4 },
    ]);

    await copyWell(t, second, third);
    assert.deepEqual(await originsOf(third), [
      itself('third'),
      { name: 'second', sharedUpTo: 5, readUpTo: 5 },
      { name: 'first', sharedUpTo: 3, readUpTo: 0 },
    ]);
    assert.deepEqual(await numbersIn(third), from(1, 5));
    // What was read from the first directly is known as read.
    assert.match((await copyWell(t, first, third)).stdout, /^0 reports copied, 4 were there already\.\n$/);
    assert.deepEqual((await originsOf(third))[2], { name: 'first', sharedUpTo: 3, readUpTo: 4 });
    await fill(second, [soundRow('later')]);
    await copyWell(t, second, third);
    assert.deepEqual(await originsOf(third), [
      itself('third'),
      { name: 'second', sharedUpTo: 6, readUpTo: 6 },
      { name: 'first', sharedUpTo: 3, readUpTo: 4 },
    ]);

    // Back to where they came from: it stays what it is.
    await copyWell(t, third, first, '--verify');
    assert.deepEqual(await originsOf(first), [
      itself('first'),
      { name: 'third', sharedUpTo: 0, readUpTo: 6 },
      { name: 'second', sharedUpTo: 0, readUpTo: 0 },
    ]);
    assert.deepEqual(await numbersIn(first), from(1, 6));
    assert.deepEqual((await originsOf(third))[0], itself('third'));
  });

  test('a report that is found damaged later is looked at again by every later copy', async (t) => {
    const [source, target] = [await SQLITE.create(t), await SQLITE.create(t)];
    await fill(source, soundRows(1, 3));
    await copyWell(t, source, target);
    await byHand(source, `update report set answer = body, body = 'changed' where sequence = 2`);
    const { code, stdout } = await run(t, 'copy', '--from', source, '--to', target, '--verify');
    assert.deepEqual([code, stdout], [1, '0 reports copied, 2 were there already.\n']);
    await byHand(source, 'update report set body = answer where sequence = 2');
    assert.match(
      (await copyWell(t, source, target)).stdout,
      /^0 reports copied, 2 were there already\.\nBegun after number 1,/,
    );
  });

  test('states are copied once, after every change, and put back where all is read', async (t) => {
    const [source, target] = [await SQLITE.create(t), await SQLITE.create(t)];
    const copied = async (...options: string[]) =>
      /^\d+ states? .*$/m.exec((await copyWell(t, source, target, ...options)).stdout)?.[0];
    const setState = (state: 'reading' | 'passed_on' | 'not_illegal') =>
      withStore(source, ({ followUps }) => followUps.setOutcome('A', { state, since: '2026-11-24' }));
    const stateThere = () =>
      withStore(target, async ({ followUps }) => (await followUps.findOutcome('A'))?.state);
    await withStore(source, async (store) => {
      await store.put(soundRow('a'), 'hash-a');
      await store.put(soundRow('b'), 'hash-b');
    });
    assert.equal(await copied(), '2 states of reports copied.');
    assert.equal(await copied(), undefined);
    await setState('reading');
    await setState('passed_on');
    assert.deepEqual([await copied(), await stateThere()], ['1 state of reports copied.', 'passed_on']);
    assert.equal(await copied(), undefined);
    await byHand(
      target,
      `delete from "followUpState" where hash = 'hash-b'; delete from "followUp" where reference = 'B'`,
    );
    assert.deepEqual([await copied(), await copied('--verify')], [undefined, '1 state of reports copied.']);
    // As a source that was put back from a backup counts: from an earlier change on.
    await byHand(source, 'update "followUpVersion" set last = 0');
    await setState('not_illegal');
    await copied();
    assert.equal(await stateThere(), 'not_illegal');
  });

  test('a copy of its own file gives a database back what it lost, and changes nothing else of it', async (t) => {
    const url = await SQLITE.create(t);
    await fill(url, soundRows(1, 4));
    const { next } = await exportLines(t, url);
    const file = url.slice('sqlite:'.length);
    await cp(file, `${file}.backup`);
    await byHand(url, 'delete from report where sequence = 2');
    const before = await byHand(url, 'select * from lineage');
    assert.match(
      (await copyWell(t, `${url}.backup`, url, '--verify')).stdout,
      /^1 reports copied, 3 were there already\.\n$/,
    );
    assert.deepEqual(await byHand(url, 'select * from lineage'), before);
    assert.deepEqual((await exportLines(t, url, '--after', next)).references, ['R2']);
  });

  for (const { name, create } of DATABASES)
    test(`${name}: a damaged page is copied as far as it goes, and what a target damages is noticed`, async (t) => {
      const [source, target] = [await SQLITE.create(t), await create(t)];
      await fill(source, soundRows(1, 2));
      await byHand(source, `update report set body = 'changed'`);
      const damaged = await run(t, 'copy', '--from', source, '--to', target);
      assert.deepEqual([damaged.code, damaged.stdout], [1, '0 reports copied, 0 were there already.\n']);
      assert.match(
        damaged.stderr,
        /^Report R1 is damaged [^]*\n2 were not copied, for the reasons above\.\n$/,
      );
      if (name === 'PostgreSQL') return;

      const other = await SQLITE.create(t);
      await fill(other, soundRows(11, 12));
      await copyWell(t, other, target);
      await fill(other, soundRows(13, 13));
      await byHand(
        target,
        `create trigger worm after insert on report begin
          update report set body = 'worm' where sequence = new.sequence; end`,
      );
      const { code, stderr } = await run(t, 'copy', '--from', other, '--to', target);
      assert.deepEqual(
        [code, stderr],
        [1, 'Only 0 of 1 reports could be read back from the new database.\n'],
      );
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
