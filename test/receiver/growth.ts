// The operations of the receiver and its commands, on a small database and on one that is ten times as large.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Client } from 'pg';
import { readReports } from '../../src/receiver/export/reader.ts';
import type { DatabaseUnderTest } from './databases.ts';
import { figures } from './figures-given.ts';
import { temporaryFolder } from './harness.ts';
import { dayBack, fillWithMany, LAST_DAY } from './many-reports.ts';
import { byHand, exportLines, makeEmptyBackup, run, soundRow, withStore } from './store-given.ts';

/** Reports of a day, and of the two databases: with nearly as many entries behind the last full part of the log. */
const PER_DAY = 200;
const FEW = 5_000;
const MANY = 50_000;

/** Reports that came since the last copy and verification. */
const NEW = 20;

/** The input of one operation. */
interface Given {
  readonly t: TestContext;
  readonly url: string;
  readonly count: number;
  readonly folder: string;
}

/** One operation, and what it returns: the same on both databases. */
interface Operation {
  readonly name: string;
  run(given: Given): Promise<unknown>;
}

/** How many reports an export gives. */
const exported = async ({ t, url }: Given, ...options: string[]): Promise<number> =>
  (await exportLines(t, url, '--leave-sealed', ...options)).lines.length;

const cursorOf = async (given: Given, back: number): Promise<string> => {
  const [self] = await withStore(given.url, (store) => store.ledger.origins());
  return `${self.storeId}.${given.count - back}`;
};

const SINCE = ['--since', LAST_DAY];

const noteOf = ({ folder, count }: Given): string => join(folder, `${count}.note`);
const backupOf = ({ folder, count }: Given): string => join(folder, `${count}.sqlite`);

const OPERATIONS: readonly Operation[] = [
  {
    name: 'start',
    run: (given) => withStore(given.url, (store) => store.log.tend(new AbortController().signal)),
  },
  { name: 'a question whether it is ready', run: (given) => withStore(given.url, (store) => store.probe()) },
  {
    name: 'a sweep that erases nothing',
    run: (given) => withStore(given.url, (store) => store.age('2000-01-01T00:00:00Z')),
  },
  {
    name: 'the place where ten days begin',
    run: (given) =>
      withStore(
        given.url,
        async ({ search }) => given.count - (await search.skipTo(0, { since: dayBack(9) })),
      ),
  },
  {
    name: 'the missing ones of ten days',
    run: (given) => withStore(given.url, ({ ledger }) => ledger.missing(given.count - 10 * PER_DAY)),
  },
  {
    name: 'a day long ago, with all that came since',
    run: (given) =>
      withStore(given.url, async (store) => {
        const [since, before] = [1, 0].map((later) => dayBack(given.count / PER_DAY - 2 + later));
        let count = 0;
        for await (const _ of readReports(store, { since: since!, before: before! })) count++;
        return count;
      }),
  },
  { name: 'an export of a day', run: (given) => exported(given, ...SINCE) },
  {
    name: 'an export of a day’s urgent ones',
    run: (given) => exported(given, ...SINCE, '--priority', 'urgent'),
  },
  { name: 'an export of all urgent ones', run: (given) => exported(given, '--priority', 'urgent') },
  { name: 'an export of low trust', run: (given) => exported(given, '--trust', 'low') },
  {
    name: 'an export of a partner’s day',
    run: (given) => exported(given, '--partner', 'partner-1', '--day', LAST_DAY),
  },
  {
    name: 'an export of a day long ago',
    run: (given) => exported(given, '--day', dayBack(given.count / PER_DAY - 2).slice(0, 10)),
  },
  {
    name: 'a report by its reference',
    async run(given) {
      const [row] = await byHand(given.url, 'select reference from report where sequence = 500');
      return exported(given, '--reference', String(row!['reference']));
    },
  },
  {
    name: 'an export that goes on',
    run: async (given) => exported(given, '--after', await cursorOf(given, 50)),
  },
  {
    name: 'the figures of a partner',
    async run({ t, url }) {
      const month = LAST_DAY.slice(0, 7);
      t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-12-05') });
      try {
        const options = ['--partner', 'partner-1', '--month', month, '--format', 'json'];
        return (JSON.parse((await figures(t, url, ...options)).text) as { tables: unknown }).tables;
      } finally {
        t.mock.timers.reset();
      }
    },
  },
  {
    name: 'the figures of another year, with decisions on reports of this one',
    async run({ t, url, count, folder }) {
      const rows = await byHand(url, `select reference from report where sequence > ${count - 10}`);
      const lines = rows.map(({ reference }) => `${String(reference)},Exemple,2025-12-31,removed\n`);
      const file = join(folder, 'decisions.csv');
      await writeFile(file, `reference,provider,date,action\n${lines.join('')}`);
      const options = ['--year', '2025', '--decisions', file, '--format', 'json'];
      const { tables } = JSON.parse((await figures(t, url, ...options)).text) as { tables: unknown };
      return tables;
    },
  },
  {
    name: 'the head of the log',
    run: async ({ t, url }) => (await run(t, 'head', '--database', url)).code,
  },
  {
    name: 'a verification of what is new',
    async run(given) {
      const { t, url } = given;
      const { stdout } = await run(t, 'verify', '--database', url, '--note', noteOf(given));
      return /^\d+ reports sound/m.exec(stdout)?.[0];
    },
  },
  {
    name: 'a copy of what is new',
    async run(given) {
      const { t, url } = given;
      const { stdout } = await run(t, 'copy', '--from', url, '--to', `sqlite:${backupOf(given)}`);
      return /^\d+ reports copied/.exec(stdout)?.[0];
    },
  },
  {
    name: 'a report, and the same again',
    run: (given) =>
      withStore(given.url, async (store) => {
        const row = soundRow('one-more', { receivedAt: `${LAST_DAY}T23:59:00Z` });
        return [(await store.put(row)).stored, (await store.put(row)).stored];
      }),
  },
  {
    name: 'a sweep that erases ten reports',
    run: (given) =>
      withStore(given.url, async (store) => {
        const first = dayBack(given.count / PER_DAY - 1);
        const before = `${first}T01:12:00Z`;
        const { overdue } = await store.age(before);
        await store.count(before, overdue * 10);
        return store.erase(before);
      }),
  },
];

/** Fills a database; a note and a backup of it lack the last reports alone. */
async function prepare(t: TestContext, { create }: DatabaseUnderTest, count: number): Promise<Given> {
  const given = { t, url: await create(t), count, folder: await temporaryFolder(t) };
  const { url } = given;
  await fillWithMany(url, { count, perDay: PER_DAY, isPlainBefore: true });
  await writeFile(noteOf(given), (await run(t, 'head', '--database', url)).stdout);
  await makeEmptyBackup(backupOf(given), url, count);
  await withStore(given.url, async (store) => {
    for (let number = 0; number < NEW; number++)
      await store.put(soundRow(`new-${number}`, { receivedAt: `${LAST_DAY}T23:58:00Z` }));
  });
  return given;
}

/** The reads of a database until now. */
type Meter = (url: string) => Promise<number>;

/** Bytes that this process has read, from SQLite's file above all. */
export const bytesRead: Meter = async () =>
  Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

/** Rows that PostgreSQL has read, from tables and indexes. A connection tells its own before it is gone from the list. */
export const rowsRead: Meter = async (url) => {
  const client = new Client(url);
  await client.connect();
  const numberOf = async (query: string): Promise<number> => {
    const { rows } = await client.query<{ number: string }>(query);
    return Number(rows[0]?.number);
  };
  const others = `select count(*) as number from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  while ((await numberOf(others)) > 0);
  const read = await numberOf(`
    select (select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables)
      + (select sum(idx_tup_read) from pg_stat_user_indexes) as number`);
  await client.end();
  return read;
};

/**
 * Tests that operations read as much of a large database as of a small one.
 * @param most how much more may be read: an index of ten times as many rows is a page deeper
 */
export function testGrowth(database: DatabaseUnderTest, meter: Meter, most: number): void {
  test(`${database.name}: what is read grows with what is returned, not with what is stored`, async (t) => {
    // The first run of each operation reads its modules.
    const warm = await prepare(t, database, 1_000);
    for (const { run: operate } of OPERATIONS) await operate(warm);
    const few = await prepare(t, database, FEW);
    const many = await prepare(t, database, MANY);
    for (const { name, run: operate } of OPERATIONS) {
      await t.test(name, async () => {
        const measure = async (given: Given) => {
          const before = await meter(given.url);
          const result = await operate(given);
          return { result, read: (await meter(given.url)) - before };
        };
        const [small, large] = [await measure(few), await measure(many)];
        t.diagnostic(`${name}: ${small.read}, then ${large.read}`);
        assert.deepEqual(large.result, small.result);
        assert.ok(large.read <= small.read + most, `${small.read}, then ${large.read}`);
      });
    }
  });
}
