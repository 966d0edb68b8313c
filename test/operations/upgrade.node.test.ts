// An upgrade: several processes of today's receiver start at once on a database of the first version, while the old
// version still runs.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { temporaryFolder } from '../receiver/harness.ts';
import { sampleReport } from '../receiver/sample-report.ts';
import { startServer } from '../receiver/server-process.ts';
import { byHand } from '../receiver/store-given.ts';
import { startPostgres } from '../setup/postgres.ts';
import {
  makePostgres,
  makeReport,
  makeSqlite,
  restartBeforeAdditions,
  type OldDatabase,
} from './first-version.ts';
import { missing, receiptsIn } from './steady-reports.ts';

const REPORTS = 300;

const OPEN: Record<string, (t: TestContext) => Promise<{ url: string; old: OldDatabase }>> = {
  async SQLite(t) {
    const file = join(await temporaryFolder(t), 'reports.sqlite');
    const old = await makeSqlite(file, REPORTS);
    t.after(() => old.close());
    return { url: `sqlite:${file}`, old };
  },
  async PostgreSQL(t) {
    const { url, stop } = await startPostgres();
    const old = await makePostgres(url, REPORTS);
    t.after(async () => {
      await old.close();
      await stop();
    });
    return { url, old };
  },
};

async function post(endpoint: string, id: string, body: string): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': id };
  const response = await fetch(endpoint, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

for (const [kind, open] of Object.entries(OPEN)) {
  test(`${kind}: three processes upgrade a database of the first version at once, and no report is touched`, async (t) => {
    const { url, old } = await open(t);
    const servers = await Promise.all(Array.from({ length: 3 }, () => startServer(t, { DATABASE_URL: url })));

    // Each process accepts new reports and recognises old ones.
    for (const [index, { endpoint }] of servers.entries()) {
      const report = sampleReport();
      assert.equal((await post(endpoint, report.submissionId, JSON.stringify(report))).status, 201);
      const { id, body, answer } = old.reports[index * 100]!;
      assert.deepEqual(await post(endpoint, id, body), { status: 200, text: answer });
      assert.equal((await post(endpoint, id, body.replace('/t/42#', '/t/43#'))).status, 422);
    }

    const store = await openStore(url);
    t.after(() => store.close());
    const kept = await store.list({ limit: REPORTS });
    assert.deepEqual(
      kept.map(({ id, body, answer }) => ({ id, body, answer })),
      old.reports,
    );
    assert.deepEqual(
      kept.map(({ sequence }) => sequence),
      Array.from({ length: REPORTS }, (_, index) => index + 1),
    );
    assert.deepEqual(new Set(kept.map(({ sealed }) => sealed)), new Set([false]));

    // Features added after the first version work.
    const proof = { digest: '0'.repeat(64), submissionId: 'a', expiresAt: '2100-01-01T00:00:00Z' };
    assert.equal(await store.spend(proof), true);
    assert.equal(await store.spend({ ...proof, submissionId: 'b' }), false);

    // Processes of the first version that have not restarted keep writing to the database.
    const late = makeReport();
    await old.put(late);
    const all = await receiptsIn(url);
    assert.deepEqual(missing(new Map([...old.reports, late].map(({ id, answer }) => [id, answer])), all), []);
    assert.equal(all.size, REPORTS + 3 + 1);

    // Their rows are in the ledger too: an export would report a deletion.
    assert.deepEqual(await store.ledger.missing(0), []);
    await byHand(url, `delete from report where id = '${late.id}'`);
    assert.equal((await store.ledger.missing(0)).length, 1);

    // Later migrations only add to the tables: the last version that accepts no additions still starts.
    await restartBeforeAdditions(url);
  });
}
