// An upgrade to an invented next version: its step is made once, and no version reads tables that it does not know.
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { Client } from 'pg';
import { openStore } from '../../../src/receiver/index.ts';
import type { SchemaStep } from '../../../src/receiver/database/schema.ts';
import { DATABASES } from '../databases.ts';
import { startCommand } from '../server-process.ts';
import { byHand, fill, run, soundRow, soundRows, withStore } from '../store-given.ts';
import { readAll } from '../store-rows.ts';
import { until } from '../../setup/until.ts';
import { openLater, secondStep } from './next-version.ts';

const NEXT_VERSION = fileURLToPath(new URL('next-version.ts', import.meta.url));

/** Keeps every other program from the tables. @returns a function that lets them go on */
async function hold(url: string): Promise<() => Promise<void>> {
  if (url.startsWith('sqlite:')) {
    const database = new DatabaseSync(url.slice('sqlite:'.length));
    database.exec('begin immediate');
    return async () => database.close();
  }
  const client = new Client(url);
  await client.connect();
  await client.query('begin; lock table "schemaStep"');
  return () => client.end();
}

/** How many sessions of PostgreSQL wait for a lock. */
const countWaiting = async (url: string): Promise<number> =>
  (await byHand(url, `select from pg_stat_activity where wait_event_type = 'Lock'`)).length;

/** Starts the next version in processes of their own, all at once. */
async function startTogether(t: TestContext, url: string, ids: readonly string[]): Promise<void> {
  const release = await hold(url);
  const started = ids.map((id) => startCommand(t, [url, id], {}, NEXT_VERSION));
  await until(
    async () =>
      started.every(({ output }) => output.stdout === 'starting\n') &&
      (url.startsWith('sqlite:') || (await countWaiting(url)) === ids.length),
    'processes of the next version, which wait for the tables',
  );
  await release();
  for (const { ended, output } of started) assert.equal(await ended, 0, output.stderr);
}

const stepsIn = async (url: string): Promise<number[]> =>
  (await byHand(url, 'select step from "schemaStep" order by step')).map(({ step }) => Number(step));

const NEWER = {
  name: 'DatabaseSetupError',
  message:
    'A newer version has changed the tables (step 2, and this version knows 1). Install the newer version, or restore a ' +
    'backup into an empty database.',
};

const OLDER = {
  name: 'DatabaseSetupError',
  message:
    'The tables are those of an older version. A receiver of this version brings them up to date when it starts.',
};

for (const { name, create } of DATABASES)
  describe(name, () => {
    test('of two processes that start at once, one makes the new step, and no report is touched', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 300));
      const before = await withStore(url, readAll);
      // One that has not restarted yet.
      const running = await openStore(url);
      t.after(() => running.close());
      await startTogether(t, url, ['one', 'two']);
      await running.put(soundRow('of the version before'));
      assert.deepEqual(await stepsIn(url), [1, 2]);
      assert.deepEqual(
        (await byHand(url, 'select * from later')).map(({ reports }) => Number(reports)),
        [300],
      );
      const store = await openLater(url, [secondStep]);
      t.after(() => store.close());
      const after = await readAll(store);
      assert.deepEqual(after.slice(0, 300), before);
      assert.deepEqual(
        new Set(after.slice(300).map(({ id }) => id)),
        new Set(['one', 'two', 'of the version before']),
      );
      assert.equal((await store.log.verify()).sound, 303);
    });

    test('a newer database is refused in a sentence, by receivers, readers and commands', async (t) => {
      const url = await create(t);
      await (await openLater(url, [secondStep])).close();
      for (const readOnly of [true, false]) await assert.rejects(openStore(url, { readOnly }), NEWER);
      const { code, stderr } = await run(t, 'export', '--database', url);
      assert.deepEqual([code, stderr], [1, `${NEWER.message}\n`]);
      assert.deepEqual(await stepsIn(url), [1, 2]);
    });

    test('an older database is brought up to date by a receiver, and by nobody who only reads', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 2));
      await assert.rejects(openLater(url, [secondStep], { readOnly: true }), OLDER);
      assert.deepEqual(await stepsIn(url), [1]);
      await (await openLater(url, [secondStep])).close();
      const reader = await openLater(url, [secondStep], { readOnly: true });
      t.after(() => reader.close());
      assert.equal((await reader.list()).length, 2);
    });

    test('a step that fails leaves the tables as they were, and those before it', async (t) => {
      const url = await create(t);
      await fill(url, soundRows(1, 2));
      const fails = async (): Promise<never> => {
        throw new Error('the third step fails');
      };
      await assert.rejects(openLater(url, [secondStep, fails]), /the third step fails/);
      assert.deepEqual(await stepsIn(url), [1]);
      await assert.rejects(byHand(url, 'select * from later'), /later/);
      await fill(url, soundRows(3, 3));
      const third: SchemaStep = async (database) => {
        await sql`alter table later add column more integer`.execute(database);
      };
      await (await openLater(url, [secondStep, third])).close();
      assert.deepEqual(await stepsIn(url), [1, 2, 3]);
    });
  });
