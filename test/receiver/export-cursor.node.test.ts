// The cursor of an export names its database. The export refuses a cursor of another database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATABASES } from './databases.ts';
import { erase, exportLines, fill, soundRow, soundRows } from './store-given.ts';

for (const { name, create } of DATABASES) {
  test(`${name}: an export goes on from its own cursor, and from a bare number that the database has given`, async (t) => {
    const url = await create(t);
    const empty = await exportLines(t, url.startsWith('sqlite') ? (await fill(url, []), url) : url);
    assert.deepEqual([empty.code, empty.lines], url.startsWith('sqlite') ? [0, []] : [1, []]);
    await fill(url, soundRows(1, 3));
    const { code, next } = await exportLines(t, url);
    assert.equal(code, 0);
    assert.match(next, /^[0-9a-f]{12}\.3$/);
    await fill(url, [soundRow('new')]);
    for (const after of [next, '3']) {
      assert.deepEqual((await exportLines(t, url, '--after', after)).references, ['NEW'], after);
    }
    // The last number stays valid after its report is erased.
    const last = await exportLines(t, url);
    await erase(url, '2100-01-01T00:00:00Z');
    assert.equal((await exportLines(t, url, '--after', last.next)).code, 0);
    assert.equal((await exportLines(t, url, '--after', '4')).code, 0);
  });

  test(`${name}: a cursor ahead of the database, or of another one, fails with a sentence`, async (t) => {
    const [url, other] = [await create(t), await create(t)];
    await fill(url, soundRows(1, 3));
    await fill(other, soundRows(1, 3));
    const { next } = await exportLines(t, url);
    for (const [after, expected] of [
      ['4', /^--after 4 is beyond this database, whose last number is 3\./],
      [next.replace(/3$/, '4'), /is beyond this database, whose last number is 3\./],
      [(await exportLines(t, other)).next, /is of another database\./],
    ] as const) {
      const { code, stderr, lines } = await exportLines(t, url, '--after', after);
      assert.deepEqual([code, lines], [1, []], after);
      assert.match(stderr, expected);
      assert.match(stderr, /^[^\n]+\n$/);
    }
  });
}
