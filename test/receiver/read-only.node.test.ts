// Commands that only read change nothing in the database: an older receiver still starts on it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { makePostgres, makeSqlite } from '../operations/first-version.ts';
import { DATABASES } from './databases.ts';
import { byHand, exportLines, fill, run, soundRows } from './store-given.ts';
import { row } from './store-rows.ts';

const schemaQuery = (url: string): string =>
  url.startsWith('sqlite:')
    ? 'select name, sql from sqlite_master order by name'
    : `select relname as name from pg_class where relnamespace = 'public'::regnamespace order by relname`;

const migrationsQuery = `select name from kysely_migration order by name`;

for (const { name, create } of DATABASES) {
  describe(name, () => {
    test('an export of a database of an older version reads it as it is, and says what it cannot tell', async (t) => {
      const url = await create(t);
      const make = name === 'SQLite' ? makeSqlite(url.slice('sqlite:'.length), 3) : makePostgres(url, 3);
      const old = await make;
      const before = [await byHand(url, schemaQuery(url)), await byHand(url, migrationsQuery)];

      const { code, lines, stderr, next } = await exportLines(t, url);
      assert.deepEqual([code, lines.length, next], [0, 3, '3']);
      assert.match(stderr, /The tables are those of an older version/);
      assert.equal((await exportLines(t, url, '--after', '2', '--priority', 'normal')).lines.length, 1);
      assert.deepEqual((await exportLines(t, url, '--priority', 'urgent')).lines, []);
      assert.equal((await exportLines(t, url, '--after', '4')).code, 1);
      assert.equal((await exportLines(t, url, '--after', '0123456789ab.2')).code, 1);

      const target = await DATABASES[0]!.create(t);
      assert.equal((await run(t, 'copy', '--from', url, '--to', target)).code, 0);
      assert.deepEqual(
        (await exportLines(t, target)).lines.map(({ sequence }) => sequence),
        [1, 2, 3],
      );
      assert.deepEqual([await byHand(url, schemaQuery(url)), await byHand(url, migrationsQuery)], before);
      await old.close();
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

    test('tables that a newer version has changed are refused in a sentence, by readers and receivers', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 1));
      await byHand(url, `insert into kysely_migration values ('0009-split', '2030-01-01T00:00:00.000Z')`);
      for (const readOnly of [true, false]) {
        await assert.rejects(openStore(url, { readOnly }), {
          name: 'DatabaseSetupError',
          message: /^A newer version has changed the tables \(0009-split\)/,
        });
      }
    });

    test('tables that a newer version has added to are used as they are', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 1));
      await byHand(
        url,
        `insert into "schemaAddition" values ('of-later'); alter table report add column later text`,
      );
      await fill(url, soundRows(2, 2));
      const { code, lines } = await exportLines(t, url);
      assert.deepEqual([code, lines.length], [0, 2]);
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
