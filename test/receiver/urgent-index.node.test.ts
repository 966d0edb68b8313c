// An index finds urgent reports, however many others there are.
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { Client } from 'pg';
import { openStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { rowOf, saying } from './export-given.ts';
import { makePair, seal } from './sealed-given.ts';
import { byHand, exportLines, fill, soundRow } from './store-given.ts';

const ROWS = 5_000;

const COPIES = {
  SQLite: `with recursive number(i) as (select 1 union all select i + 1 from number where i < ${ROWS})`,
  PostgreSQL: `with number(i) as (select generate_series(1, ${ROWS}))`,
};

for (const { name, create } of DATABASES) {
  test(`${name}: what may be urgent is looked up, not looked for`, async (t) => {
    const url = await create(t);
    await fill(url, [soundRow('normal')]);
    const columns = `digest, "receivedAt", sealed, partner, trust, priority, answer, body`;
    await byHand(
      url,
      `${name === 'SQLite' ? '' : 'set synchronous_commit = off;'} ${COPIES[name]} insert into report (id, reference, ${columns})
        select 'id' || i, 'N' || i, ${columns} from number, report; analyze`.replace(/^ *with/, 'with'),
    );
    await fill(url, [
      soundRow('urgent', { priority: 'urgent' }),
      rowOf(seal(await makePair())),
      rowOf(saying('normal')),
    ]);
    const { lines, code } = await exportLines(t, url, '--priority', 'urgent', '--leave-sealed');
    assert.deepEqual([lines.length, lines[0]?.reference, code], [2, 'URGENT', 0]);

    // The exact statement that the store sends.
    const statement = await statementOf(t, url);
    const explain = `${name === 'SQLite' ? 'explain query plan' : 'explain'} ${statement}`;
    const plan = JSON.stringify(await byHand(url, explain));
    assert.match(plan, /report_urgent/);
    assert.doesNotMatch(plan, /\bSort|TEMP B-TREE|SCAN report\b/);
  });
}

/** The statement that reads a page of urgent reports, with its parameters filled in. */
async function statementOf(t: TestContext, url: string): Promise<string> {
  const sent: string[] = [];
  const [{ prepare }, { query }] = [DatabaseSync.prototype, Client.prototype];
  t.mock.method(DatabaseSync.prototype, 'prepare', function (this: DatabaseSync, text: string) {
    sent.push(text);
    return prepare.call(this, text);
  });
  t.mock.method(Client.prototype, 'query', function (this: Client, text: unknown, ...rest: never[]) {
    sent.push(String(text));
    return (query as (...all: unknown[]) => unknown).call(this, text, ...rest);
  });
  const store = await openStore(url, { readOnly: true });
  await store.list({ after: 0, limit: 25, mayBeUrgent: true });
  await store.close();
  const statement = sent.find((text) => text.includes("priority = 'urgent'"));
  assert.ok(statement);
  // On PostgreSQL, the last settled number stands between the other two parameters.
  const values = statement.includes('$3') ? [0, 1_000_000, 25] : [0, 25];
  return statement.replace(/\?|\$\d/g, () => String(values.shift()));
}
