// Whether reports can be taken right now, as load balancers ask it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore, type ReportStore } from '../../src/receiver/index.ts';
import { ENDPOINT, startReceiver } from './harness.ts';

const question = (method = 'GET') => new Request(new URL('/ready', ENDPOINT), { method });

const answering = async (ping: ReportStore['ping']): Promise<ReportStore> => ({
  ...(await openStore('sqlite::memory:')),
  ping,
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

test('a database that does not answer within two seconds counts as one that refuses', async (t) => {
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
  t.mock.timers.tick(1_999);
  assert.equal(
    await Promise.race([answer, new Promise((later) => setImmediate(later, 'waiting'))]),
    'waiting',
  );
  t.mock.timers.tick(1);
  assert.equal((await answer).status, 503);
});

test('a flood of questions is one query a second, and its answer is forgotten then', async (t) => {
  let clock = 5_000;
  t.mock.method(performance, 'now', () => clock);
  let isUp = true;
  let pingCount = 0;
  const store = await answering(async () => {
    pingCount++;
    if (!isUp) throw new Error('down');
  });
  const { send } = await startReceiver(t, { store });
  const statuses = async () =>
    (await Promise.all(Array.from({ length: 50 }, () => send(question())))).map(({ status }) => status);
  assert.deepEqual(new Set(await statuses()), new Set([200]));
  isUp = false;
  clock += 999;
  assert.deepEqual(new Set(await statuses()), new Set([200]));
  assert.equal(pingCount, 1);
  clock += 1;
  assert.deepEqual(new Set(await statuses()), new Set([503]));
  isUp = true;
  clock += 1_000;
  assert.deepEqual(new Set(await statuses()), new Set([200]));
  assert.equal(pingCount, 3);
});

test('a process that is ending says no, while its health stays good', async (t) => {
  let isEnding = false;
  const { send } = await startReceiver(t, { isEnding: () => isEnding });
  assert.equal((await send(question())).status, 200);
  isEnding = true;
  assert.equal((await send(question())).status, 503);
  assert.equal((await send(new Request(new URL('/health', ENDPOINT)))).status, 200);
});
