// While another program writes to the SQLite file, reports wait for their turn and other requests do not.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { openStore, serveReceiver } from '../../src/receiver/index.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { row } from './store-rows.ts';

/** A receiver, and another program with an open write transaction on its database. */
async function serveBeside(t: TestContext) {
  const file = join(await temporaryFolder(t), 'reports.sqlite');
  const running = await serveReceiver({ port: 0, databaseUrl: `sqlite:${file}` });
  t.after(() => running.close());
  const other = new DatabaseSync(file);
  t.after(() => other.close());
  other.exec('BEGIN IMMEDIATE');
  return { ...running, release: () => other.exec('ROLLBACK') };
}

function post(endpoint: string): Promise<number> {
  const report = sampleReport();
  return fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
    body: JSON.stringify(report),
  }).then(({ status }) => status);
}

test('while another program writes, everything else is answered, and reports are stored after it', async (t) => {
  const { url, endpoint, release } = await serveBeside(t);
  await fetch(`${url}/health`);
  const stored = Promise.all([post(endpoint), post(endpoint), post(endpoint)]);
  let isSettled = false;
  void stored.then(() => (isSettled = true));
  for (let turn = 0; turn < 5; turn++) {
    assert.equal((await fetch(`${url}/health`)).status, 200);
    assert.equal((await fetch(endpoint, { method: 'POST', body: 'x' })).status, 415);
  }
  assert.equal((await fetch(`${url}/ready`)).status, 503);
  assert.equal(isSettled, false);
  release();
  assert.deepEqual(await stored, [201, 201, 201]);
});

test('a writer that does not end costs the reports that wait a refusal within five seconds, and none after it', async (t) => {
  const { endpoint, release } = await serveBeside(t);
  const startedAt = performance.now();
  assert.equal(await post(endpoint), 503);
  assert.ok(performance.now() - startedAt < 5_000);
  release();
  assert.equal(await post(endpoint), 201);
});

test('a store that is closed while writes wait for their turn refuses them', async (t) => {
  const file = join(await temporaryFolder(t), 'reports.sqlite');
  const store = await openStore(`sqlite:${file}`);
  const other = new DatabaseSync(file);
  t.after(() => other.close());
  other.exec('BEGIN IMMEDIATE');
  const waiting = assert.rejects(store.put(row('a')));
  await new Promise((resolve) => setTimeout(resolve, 0));
  await store.close();
  await waiting;
});
