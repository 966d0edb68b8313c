// The readiness check for load balancers: whether the receiver can store reports now.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { openStore, type ReportStore } from '../../src/receiver/index.ts';
import { startPostgres } from '../setup/postgres.ts';
import { until } from '../setup/until.ts';
import { ENDPOINT, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const question = (method = 'GET') => new Request(new URL('/ready', ENDPOINT), { method });

const answering = async (probe: ReportStore['probe']): Promise<ReportStore> => ({
  ...(await openStore('sqlite::memory:')),
  probe,
});

test('with a database that answers it says yes, and nothing else', async (t) => {
  const { send } = await startReceiver(t);
  const { status, text } = await send(question());
  assert.deepEqual([status, text], [200, '{"status":"ready"}']);
  assert.equal((await send(question('HEAD'))).status, 200);
  const { status: refused, headers } = await send(question('POST'));
  assert.deepEqual([refused, headers.get('allow')], [405, 'GET, HEAD']);
});

test('with a database that refuses it says no, and not why', async (t) => {
  const store = await answering(() =>
    Promise.reject(new Error('password authentication failed for user "secret"')),
  );
  const { send, log } = await startReceiver(t, { store });
  const { status, headers, text } = await send(question());
  assert.deepEqual([status, headers.get('retry-after')], [503, '5']);
  assert.match(text, /problem:unavailable/);
  assert.doesNotMatch(text + JSON.stringify(log), /secret|password/);
});

test('a database that does not answer within a second and a half counts as one that refuses', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let resolve = (): void => {};
  const asked = new Promise<void>((done) => (resolve = done));
  const store = await answering(() => {
    resolve();
    return new Promise(() => {});
  });
  const { send } = await startReceiver(t, { store });
  const answer = send(question());
  await asked;
  t.mock.timers.tick(1_499);
  assert.equal(
    await Promise.race([answer, new Promise((later) => setImmediate(later, 'waiting'))]),
    'waiting',
  );
  t.mock.timers.tick(1);
  assert.equal((await answer).status, 503);
});

test('a flood of questions is two writes a second, and their answer is forgotten then', async (t) => {
  let clock = 5_000;
  t.mock.method(performance, 'now', () => clock);
  let isUp = true;
  let probeCount = 0;
  const store = await answering(async () => {
    probeCount++;
    if (!isUp) throw new Error('down');
  });
  const { send } = await startReceiver(t, { store });
  const statuses = async () =>
    (await Promise.all(Array.from({ length: 50 }, () => send(question())))).map(({ status }) => status);
  assert.deepEqual(new Set(await statuses()), new Set([200]));
  isUp = false;
  clock += 499;
  assert.deepEqual(new Set(await statuses()), new Set([200]));
  assert.equal(probeCount, 1);
  clock += 1;
  assert.deepEqual(new Set(await statuses()), new Set([503]));
  isUp = true;
  clock += 500;
  assert.deepEqual(new Set(await statuses()), new Set([200]));
  assert.equal(probeCount, 3);
});

test('a database that does not answer is not asked again before it has', async (t) => {
  let clock = 5_000;
  t.mock.method(performance, 'now', () => clock);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const probes: (() => void)[] = [];
  const store = await answering(() => new Promise((resolve) => probes.push(resolve)));
  const { send } = await startReceiver(t, { store });
  const first = send(question());
  while (probes.length === 0) await new Promise(setImmediate);
  t.mock.timers.tick(1_500);
  assert.equal((await first).status, 503);
  clock += 3_000;
  assert.equal((await send(question())).status, 503);
  assert.equal(probes.length, 1);
  probes[0]!();
  await new Promise(setImmediate);
  const next = send(question());
  while (probes.length === 1) await new Promise(setImmediate);
  probes[1]!();
  assert.equal((await next).status, 200);
});

test('a PostgreSQL that only reads is not ready, and ready again once it writes', async (t) => {
  const { url, stop } = await startPostgres();
  t.after(stop);
  const { send, post } = await startReceiver(t, { store: await openStore(url) });
  const status = async () => (await send(question())).status;
  assert.equal(await status(), 200);
  const other = new Client(url).on('error', () => {}); // its database goes away first
  await other.connect();
  t.after(() => other.end());
  // A database setting applies to new connections only.
  const set = (change: string) =>
    other.query(`
      alter database ${new URL(url).pathname.slice(1)} ${change};
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'cliquez-signalez' and datname = current_database()`);
  await set('set default_transaction_read_only = on');
  let refused = 0;
  await until(async () => (refused = (await post(sampleReport())).status) !== 201, 'a write that fails');
  assert.equal(refused, 503);
  await until(async () => (await status()) === 503, 'not ready', 2_000);
  // The receiver stays unready: the cause is the setting, not a single broken connection.
  for (let turn = 0; turn < 3; turn++) {
    await delay(500);
    assert.equal(await status(), 503);
  }
  await other.query('set default_transaction_read_only = off');
  await set('reset default_transaction_read_only');
  await until(async () => (await status()) === 200, 'ready again');
  assert.equal((await post(sampleReport())).status, 201);
});

test('a PostgreSQL that only reads is explained at the start', async (t) => {
  const { url, stop } = await startPostgres();
  t.after(stop);
  const address = new URL(url);
  address.searchParams.set('options', '-c default_transaction_read_only=on');
  await assert.rejects(openStore(address.href), { name: 'DatabaseSetupError', message: /takes no writes/ });
});

test('a process that is ending says no, while its health stays good', async (t) => {
  let isEnding = false;
  const { send } = await startReceiver(t, { isEnding: () => isEnding });
  assert.equal((await send(question())).status, 200);
  isEnding = true;
  assert.equal((await send(question())).status, 503);
  assert.equal((await send(new Request(new URL('/health', ENDPOINT)))).status, 200);
});
