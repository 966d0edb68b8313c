// None is lost, and what is told twice has one id: processes killed between every two statements, and two that race.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../../src/receiver/index.ts';
import { until } from '../../setup/until.ts';
import { DATABASES } from '../databases.ts';
import { startServer } from '../server-process.ts';
import { post, urgentReport } from './given.ts';
import { SECRET, startHook } from './hook-server.ts';
import { killBetweenStatements } from './kills.ts';

for (const { name, create } of DATABASES) {
  test(`${name}: killed between every two statements, beside another process, it has told of each report`, async (t) => {
    const run = await killBetweenStatements(t, await create(t));
    t.diagnostic(JSON.stringify(run));
    assert.ok(run.kills >= 5, String(run.kills));
    assert.deepEqual([run.lost, run.twoIds], [0, 0]);
  });

  test(`${name}: two processes that are told of fifty reports at once tell of each of them once`, async (t) => {
    const url = await create(t);
    const hook = await startHook(t);
    const settings = {
      DATABASE_URL: url,
      WEBHOOK_URL: hook.url,
      WEBHOOK_SECRET: SECRET,
      FREE_REPORTS: '1000',
    };
    const servers = await Promise.all([startServer(t, settings), startServer(t, settings)]);
    const references = await Promise.all(
      Array.from({ length: 50 }, (_, index) => post(servers[index % 2]!.endpoint, urgentReport())),
    );
    const store = await openStore(url);
    t.after(() => store.close());
    await until(async () => (await store.outbox.list(1)).length === 0, 'an empty outbox', 30_000);
    assert.deepEqual(
      hook.calls.map(({ body }) => String(body.data['reference'])).toSorted((a, b) => (a < b ? -1 : 1)),
      references.toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });
}
