// The example of the page on case management, as an operator runs it: a receiver, the example, a server with Coop's API, and
// the reporter who reads what was decided.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/receiver/index.ts';
import { until } from '../setup/until.ts';
import { post, urgentReport } from '../receiver/alerts/given.ts';
import { SECRET } from '../receiver/alerts/hook-server.ts';
import { temporaryFolder } from '../receiver/harness.ts';
import { startServer } from '../receiver/server-process.ts';
import { runIn } from '../receiver/store-given.ts';
import { drawCode } from '../receiver/follow-up-given.ts';

const BRIDGE = fileURLToPath(new URL('../../demo/case-management/bridge.ts', import.meta.url));

interface Case {
  readonly reporter: { readonly kind: string; readonly typeId: string; readonly id: string };
  readonly reportedAt: string;
  readonly reportedForReason: { readonly policyId: string; readonly csam: boolean };
  readonly reportedItem: { readonly id: string; readonly data: { readonly addresses: readonly string[] } };
}

/** A server with the one address of Coop, which refuses at first. */
async function startCoop(t: TestContext) {
  const cases: Case[] = [];
  let refusals = 1;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const isFound = request.method === 'POST' && request.url === '/api/v1/report';
    const status = !isFound || request.headers['x-api-key'] !== 'key' ? 403 : refusals-- > 0 ? 500 : 201;
    if (status === 201) cases.push(JSON.parse(Buffer.concat(parts).toString()) as Case);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end('{"reportId":"1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { cases, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function startBridge(t: TestContext, settings: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [BRIDGE], { env: { PORT: '0', ...settings } });
  t.after(() => child.kill());
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  let port: string | undefined;
  while (!(port = /"port":(\d+)/.exec(output)?.[1])) {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    assert.equal(child.exitCode, null, output);
  }
  return `http://127.0.0.1:${port}`;
}

test('a report becomes a case, and the decision about it reaches the reporter', async (t) => {
  const folder = await temporaryFolder(t);
  const decisions = join(folder, 'decisions.csv');
  await writeFile(decisions, 'reference,provider,date,action\n');
  const coop = await startCoop(t);
  const bridge = await startBridge(t, {
    WEBHOOK_SECRET: SECRET,
    COOP_URL: coop.url,
    COOP_KEY: 'key',
    DECISIONS: decisions,
  });
  const database = `sqlite:${join(folder, 'reports.sqlite')}`;
  const { endpoint } = await startServer(t, {
    DATABASE_URL: database,
    WEBHOOK_URL: `${bridge}/hooks/reports`,
    WEBHOOK_SECRET: SECRET,
    WEBHOOK_BODY: 'report',
  });
  const report = { ...urgentReport(), followUp: { hash: (await drawCode()).hash } };
  const reference = await post(endpoint, report);
  // Coop fails at first: the receiver waits, and an operator does not want to.
  const store = await openStore(database);
  t.after(() => store.close());
  await until(async () => (await store.outbox.list(1))[0]?.attempts === 1, 'one attempt');
  await runIn(t, {}, 'outbox', '--retry', '--database', database);
  await until(() => coop.cases.length === 1, 'a case', 30_000);
  const [opened = assert.fail()] = coop.cases;
  assert.deepEqual(opened.reporter, { kind: 'user', typeId: 'public', id: 'anonymous' });
  assert.match(opened.reportedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
  assert.equal(opened.reportedForReason.policyId, 'hate_violence_discrimination');
  assert.equal(opened.reportedForReason.csam, false);
  assert.equal(opened.reportedItem.id, reference);
  assert.deepEqual(opened.reportedItem.data.addresses, ['https://example.org/forum/t/42#post-7']);

  const decided = await fetch(`${bridge}/decisions`, {
    method: 'POST',
    body: JSON.stringify({ reference, provider: 'Example Host', date: '2026-11-30', action: 'removed' }),
  });
  assert.equal(decided.status, 204);
  assert.match(
    await readFile(decisions, 'utf8'),
    new RegExp(`^${reference},Example Host,2026-11-30,removed$`, 'm'),
  );
  const { code, stdout, stderr } = await runIn(t, {}, 'outcomes', decisions, '--database', database);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^1 report got a new state: 1 removed/);
  assert.equal((await store.followUps.findOutcome(reference))?.state, 'removed');
});

test('a message that nobody signed opens no case', async (t) => {
  const folder = await temporaryFolder(t);
  const coop = await startCoop(t);
  const bridge = await startBridge(t, {
    WEBHOOK_SECRET: SECRET,
    COOP_URL: coop.url,
    COOP_KEY: 'key',
    DECISIONS: join(folder, 'decisions.csv'),
  });
  const { status } = await fetch(`${bridge}/hooks/reports`, {
    method: 'POST',
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
      'webhook-signature': 'v1,x',
    },
    body: JSON.stringify({ type: 'report.stored', data: { reference: 'FAKE' } }),
  });
  assert.equal(status, 500);
  assert.deepEqual(coop.cases, []);
});
