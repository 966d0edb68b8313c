// A hotline moves from SQLite to PostgreSQL while reports arrive, by the steps of the guide for hotlines: none is lost.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { DATABASES } from '../databases.ts';
import { startCommand, startServer } from '../server-process.ts';
import { missing, receiptsIn, sendSteadily } from './steady-reports.ts';

async function copy(t: TestContext, from: string, to: string): Promise<string> {
  const { ended, output } = startCommand(t, ['copy', '--from', from, '--to', to]);
  assert.equal(await ended, 0, output.stderr);
  return output.stdout;
}

test('copy, switch over, stop the old receiver, copy once more: every acknowledged report has moved', async (t) => {
  const [sqlite, postgres] = await Promise.all(DATABASES.map((database) => database.create(t)));
  assert.ok(sqlite && postgres);
  const old = await startServer(t, { DATABASE_URL: sqlite });
  let endpoint = old.endpoint;
  const reports = sendSteadily(() => endpoint);
  await reports.more(40);
  await copy(t, sqlite, postgres);
  await reports.more(10);

  const next = await startServer(t, { DATABASE_URL: postgres });
  endpoint = next.endpoint;
  await reports.more(10);
  old.child.kill('SIGTERM');
  assert.equal(await old.ended, 0);
  const [, fetched] = /^(\d+) reports copied/.exec(await copy(t, sqlite, postgres)) ?? [];
  assert.ok(Number(fetched) >= 10, `${fetched} came between the first copy and the switch`);

  await reports.more(10);
  const receipts = await reports.end();
  assert.deepEqual(missing(receipts, await receiptsIn(postgres)), []);
  // The old file is read-only from now on. An operator may keep it until the new database is checked.
  assert.match(await copy(t, sqlite, postgres), /^0 reports copied/);
});
