// A restore does not bring back what was erased: not into the database that erased it, nor, with the file that « erase »
// has written, into an empty one.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { DATABASES } from '../databases.ts';
import { temporaryFolder } from '../harness.ts';
import { byHand, exportLines, fill, run, soundRows } from '../store-given.ts';

const MOMENTS = { old: '2025-12-31T23:59:00Z', young: '2026-01-02T10:00:00Z' };

const referencesIn = async (t: TestContext, url: string): Promise<string[]> =>
  (await exportLines(t, url)).lines.map(({ reference }) => reference).toSorted();

for (const { name, create } of DATABASES) {
  describe(name, () => {
    /** A database with two old reports and four young ones, and a backup of it. */
    const given = async (t: TestContext): Promise<{ url: string; backup: string; folder: string }> => {
      const url = await create(t);
      await fill(url, soundRows(1, 2, { receivedAt: MOMENTS.old }));
      await fill(url, soundRows(3, 6, { receivedAt: MOMENTS.young }));
      const folder = await temporaryFolder(t);
      const backup = `sqlite:${join(folder, 'backup.sqlite')}`;
      assert.equal((await run(t, 'copy', '--from', url, '--to', backup)).code, 0);
      return { url, backup, folder };
    };
    const eraseFrom = async (t: TestContext, url: string, ...options: string[]): Promise<void> => {
      const { code, stderr } = await run(t, 'erase', '--database', url, ...options);
      assert.deepEqual([code, stderr], [0, '']);
    };

    test('what this database has erased stays out, by a day and by numbers, and the copy says how many', async (t) => {
      const { url, backup } = await given(t);
      await eraseFrom(t, url, '--numbers', '4,5', '--confirm', '2');
      await eraseFrom(t, url, '--before', '2026-01-01', '--confirm', '2');
      const left = await referencesIn(t, url);
      assert.equal(left.length, 2);
      const { code, stdout } = await run(t, 'copy', '--verify', '--from', backup, '--to', url);
      assert.deepEqual(
        [code, stdout],
        [
          0,
          '0 reports copied, 2 were there already.\n4 reports were left out: erased, and not to come back.\n',
        ],
      );
      assert.deepEqual(await referencesIn(t, url), left);
      const verified = await run(t, 'verify', '--database', url, '--erased', '4,5', '--erased', '2026-01-01');
      assert.equal(verified.code, 0, verified.stdout);
    });

    test('also where its mark is gone, by what the log says; what another database has under its number comes in', async (t) => {
      const { url, backup } = await given(t);
      await eraseFrom(t, url, '--numbers', '4,5', '--confirm', '2');
      await byHand(url, 'delete from "erasedReport"');
      const { stdout } = await run(t, 'copy', '--verify', '--from', backup, '--to', url);
      assert.match(stdout, /^0 reports copied, 4 were there already\.\n2 reports were left out/);
      const other = `sqlite:${join(await temporaryFolder(t), 'other.sqlite')}`;
      await fill(other, soundRows(21, 26, { receivedAt: MOMENTS.young }));
      const foreign = await run(t, 'copy', '--from', other, '--to', url);
      assert.deepEqual([foreign.code, foreign.stdout], [0, '6 reports copied, 0 were there already.\n']);
    });

    test('also where the database gave it another number', async (t) => {
      const { backup } = await given(t);
      const other = await create(t);
      await fill(other, soundRows(11, 13, { receivedAt: MOMENTS.young }));
      assert.equal((await run(t, 'copy', '--from', backup, '--to', other)).code, 0);
      const { lines } = await exportLines(t, other);
      const moved = lines.find(({ sequence }) => sequence === 7)!;
      await eraseFrom(t, other, '--numbers', '7', '--confirm', '1');
      const { stdout } = await run(t, 'copy', '--verify', '--from', backup, '--to', other);
      assert.match(stdout, /^1 report was left out/m);
      assert.ok(!(await referencesIn(t, other)).includes(moved.reference));
    });

    test('by a day too; and what it never had comes in, however old', async (t) => {
      const { backup } = await given(t);
      const other = await create(t);
      await fill(other, soundRows(11, 13, { receivedAt: MOMENTS.young }));
      assert.equal((await run(t, 'copy', '--from', backup, '--to', other)).code, 0);
      await eraseFrom(t, other, '--before', '2026-01-01', '--confirm', '2');
      const again = await run(t, 'copy', '--verify', '--from', backup, '--to', other);
      assert.match(again.stdout, /^2 reports were left out/m);
      const foreign = await create(t);
      await fill(foreign, soundRows(21, 23, { receivedAt: MOMENTS.old }));
      const { code, stdout } = await run(t, 'copy', '--from', foreign, '--to', other);
      assert.deepEqual([code, stdout], [0, '3 reports copied, 0 were there already.\n']);
    });

    test('an empty database leaves out what the record names, and takes all without it', async (t) => {
      const { url, backup, folder } = await given(t);
      const record = join(folder, 'erased.txt');
      await eraseFrom(t, url, '--numbers', '4,5', '--confirm', '2', '--record', record);
      await eraseFrom(t, url, '--before', '2026-01-01', '--confirm', '2', '--record', record);
      const left = await referencesIn(t, url);
      assert.equal(statSync(record).mode & 0o777, 0o600);
      const text = readFileSync(record, 'utf8');
      assert.match(text, /^(report [\da-f]{64}\n){2}before 2026-01-01T00:00:00Z\n$/);
      const empty = await create(t);
      const { code, stdout } = await run(t, 'copy', '--from', backup, '--to', empty, '--erased', record);
      assert.deepEqual(
        [code, stdout],
        [
          0,
          '2 reports copied, 0 were there already.\n4 reports were left out: erased, and not to come back.\n',
        ],
      );
      assert.deepEqual(await referencesIn(t, empty), left);
      const whole = await create(t);
      await run(t, 'copy', '--from', backup, '--to', whole);
      assert.equal((await referencesIn(t, whole)).length, 6);
    });

    test('without a record nothing is erased; a file that is none copies nothing', async (t) => {
      const { url, backup, folder } = await given(t);
      const nowhere = join(folder, 'nowhere', 'erased.txt');
      const options = ['--numbers', '4', '--confirm', '1', '--record', nowhere];
      const refused = await run(t, 'erase', '--database', url, ...options);
      assert.equal(refused.code, 1);
      assert.match(refused.stderr, /--record: .* cannot be written \(ENOENT\), so nothing was erased/);
      assert.equal((await referencesIn(t, url)).length, 6);
      const other = join(folder, 'other.txt');
      writeFileSync(other, 'report abc\n');
      const empty = await create(t);
      const copied = await run(t, 'copy', '--from', backup, '--to', empty, '--erased', other);
      assert.equal(copied.code, 1);
      assert.match(copied.stderr, /line 1 of .* Nothing was copied/);
      assert.equal((await referencesIn(t, empty)).length, 0);
    });
  });
}
