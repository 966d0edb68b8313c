// Commands that only read change nothing in the database.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { byHand, exportLines, fill, run, soundRows } from './store-given.ts';
import { row } from './store-rows.ts';

const schemaQuery = (url: string): string =>
  url.startsWith('sqlite:')
    ? 'select name, sql from sqlite_master order by name'
    : `select relname as name from pg_class where relnamespace = 'public'::regnamespace order by relname`;

for (const { name, create } of DATABASES) {
  describe(name, () => {
    test('an export and a copy from a database change nothing in it', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 3));
      const tables = (): Promise<unknown> => byHand(url, schemaQuery(url));
      const rows = (): Promise<unknown> => byHand(url, 'select * from lineage');
      const before = [await tables(), await rows()];
      assert.equal((await exportLines(t, url)).lines.length, 3);
      const target = await DATABASES[0]!.create(t);
      assert.equal((await run(t, 'copy', '--from', url, '--to', target)).code, 0);
      assert.deepEqual([await tables(), await rows()], before);
    });

    test('a store opened to be read refuses to write, and one that was never a receiver’s is explained', async (t) => {
      const url = await create(t);
      if (name === 'SQLite') await byHand(url, 'create table other (a)');
      await assert.rejects(openStore(url, { readOnly: true }), {
        name: 'DatabaseSetupError',
        message: /has no reports, nor a table for them/,
      });
      await fill(url, soundRows(1, 2));
      const store = await openStore(url, { readOnly: true });
      t.after(() => store.close());
      await assert.rejects(store.put(row('new')), /read-?only/);
      await assert.rejects(store.erase('2100-01-01T00:00:00Z'), /read-?only/);
      assert.equal((await store.list()).length, 2);
    });
  });
}

test('a file that may not be written is exported, byte for byte what it was', async (t) => {
  const url = await DATABASES[0]!.create(t);
  await fill(url, soundRows(1, 5));
  const file = url.slice('sqlite:'.length);
  await chmod(file, 0o400);
  const digest = async () =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  const before = await digest();
  assert.equal((await exportLines(t, url)).lines.length, 5);
  assert.equal(await digest(), before);
});
