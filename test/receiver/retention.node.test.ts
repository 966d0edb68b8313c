// Reports are erased after the retention period, where the hotline sets one.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  CopiesLeftError,
  openStore,
  RetentionError,
  serveReceiver,
  type ReportRow,
  type ReportStore,
} from '../../src/receiver/index.ts';
import { startRetention, type RetentionEvent } from '../../src/receiver/operations/retention.ts';
import { temporaryFolder } from './harness.ts';
import { startCommand, startServer } from './server-process.ts';

function rowOf(receivedAt: string): ReportRow {
  const id = crypto.randomUUID();
  return {
    id,
    digest: '0'.repeat(64),
    reference: id.slice(0, 8),
    receivedAt,
    sealed: false,
    partner: null,
    trust: 'normal',
    priority: 'normal',
    answer: '{}',
    body: '{}',
  };
}

async function fill(store: ReportStore, ...dates: string[]): Promise<void> {
  for (const date of dates) assert.ok((await store.put(rowOf(date))).stored);
}

const datesIn = async (store: ReportStore) => (await store.list()).map(({ receivedAt }) => receivedAt);

async function memoryStore(t: TestContext): Promise<ReportStore> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  return store;
}

test('what is past its time is erased at the start and every hour, to the minute', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'], now: new Date('2026-11-24T12:00:30Z') });
  const store = await memoryStore(t);
  await fill(
    store,
    '2026-10-25T11:59:00Z',
    '2026-10-25T12:00:00Z',
    '2026-10-25T13:00:00Z',
    '2026-11-24T12:00:00Z',
  );
  const log: RetentionEvent[] = [];
  const stop = startRetention({ store, days: 30, now: () => new Date(), emit: (event) => log.push(event) });
  while (log.length < 1) await new Promise(setImmediate);
  assert.deepEqual(await datesIn(store), [
    '2026-10-25T12:00:00Z',
    '2026-10-25T13:00:00Z',
    '2026-11-24T12:00:00Z',
  ]);
  t.mock.timers.tick(3_600_000);
  while (log.length < 2) await new Promise(setImmediate);
  assert.deepEqual(await datesIn(store), ['2026-10-25T13:00:00Z', '2026-11-24T12:00:00Z']);
  await stop();
  t.mock.timers.tick(3_600_000);
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  assert.deepEqual(
    log.map((event) => ({ ...event, durationMs: 0 })),
    [
      { event: 'erased', count: 1, durationMs: 0 },
      { event: 'erased', count: 1, durationMs: 0 },
    ],
  );
});

test('a clock that goes back erases nothing, and one day too far costs one day', async (t) => {
  const store = await memoryStore(t);
  await fill(store, '2026-11-20T00:00:00Z', '2026-11-22T00:00:00Z');
  for (const [now, left] of [
    ['1970-01-01T00:00:00Z', 2],
    ['2026-11-23T00:00:00Z', 2],
    ['2026-11-24T00:00:00Z', 2],
    ['2026-11-25T00:00:00Z', 1],
  ] as const) {
    await startRetention({ store, days: 4, now: () => new Date(now), emit: () => {} })();
    assert.equal((await store.list()).length, left, now);
  }
});

test('a failure is logged by its name alone, and the next hour tries again', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const log: RetentionEvent[] = [];
  let isDown = true;
  const erase = async () => {
    if (isDown) throw Object.assign(new Error('secret'), { code: 'ECONNREFUSED' });
    return 7;
  };
  const store = { ...(await memoryStore(t)), erase };
  const stop = startRetention({ store, days: 1, now: () => new Date(), emit: (event) => log.push(event) });
  while (log.length < 1) await new Promise(setImmediate);
  isDown = false;
  t.mock.timers.tick(3_600_000);
  while (log.length < 2) await new Promise(setImmediate);
  await stop();
  assert.deepEqual(
    log.map((event) => ({ ...event, durationMs: 0 })),
    [
      { event: 'erase-failed', cause: 'Error ECONNREFUSED', durationMs: 0 },
      { event: 'erased', count: 7, durationMs: 0 },
    ],
  );
});

test('where another program keeps copies, the sweep says so, counts what it erased, and goes on', async (t) => {
  const log: RetentionEvent[] = [];
  let swept = 0;
  const erase = () => Promise.reject(new CopiesLeftError(7));
  const store = { ...(await memoryStore(t)), erase };
  const afterSweep = () => Promise.resolve(void swept++);
  const options = { store, days: 1, now: () => new Date(), afterSweep };
  await startRetention({ ...options, emit: (event) => log.push({ ...event, durationMs: 0 }) })();
  assert.deepEqual(log, [
    { event: 'erase-failed', cause: 'CopiesLeftError', durationMs: 0 },
    { event: 'erased', count: 7, durationMs: 0 },
  ]);
  assert.equal(swept, 1);
});

test('a sweep says how long it took, whole or failed', async (t) => {
  let now = 1_000_000.25;
  t.mock.method(performance, 'now', () => now);
  const log: RetentionEvent[] = [];
  const results = [
    () => Promise.resolve(7),
    () => Promise.reject(new CopiesLeftError(3)),
    () => Promise.reject(new Error('no')),
  ];
  for (const result of results) {
    const erase = () => {
      now += 1_234.4;
      return result();
    };
    const store = { ...(await memoryStore(t)), erase };
    await startRetention({ store, days: 1, now: () => new Date(), emit: (event) => log.push(event) })();
  }
  assert.deepEqual(log, [
    { event: 'erased', count: 7, durationMs: 1_234 },
    { event: 'erase-failed', cause: 'CopiesLeftError', durationMs: 1_234 },
    { event: 'erased', count: 3, durationMs: 1_234 },
    { event: 'erase-failed', cause: 'Error', durationMs: 1_234 },
  ]);
});

test('a sweep that waits for the one before is not begun once the retention ends', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const ends: ((count: number) => void)[] = [];
  const erase = () => new Promise<number>((resolve) => ends.push(resolve));
  const store = { ...(await memoryStore(t)), erase };
  const log: RetentionEvent[] = [];
  const stop = startRetention({ store, days: 1, now: () => new Date(), emit: (event) => log.push(event) });
  while (ends.length < 1) await new Promise(setImmediate);
  t.mock.timers.tick(3_600_000);
  const stopped = stop();
  ends[0]!(0);
  await stopped;
  assert.deepEqual([ends.length, log.length], [1, 1]);
});

test('closing waits for an erasure under way, so that the store is not gone under it', async (t) => {
  let release = (_count: number): void => {};
  const held = new Promise<number>((resolve) => (release = resolve));
  const store = { ...(await memoryStore(t)), erase: () => held };
  const stopped = startRetention({ store, days: 1, now: () => new Date(), emit: () => {} })();
  const later = new Promise((resolve) => setImmediate(resolve, 'waiting'));
  assert.equal(await Promise.race([stopped, later]), 'waiting');
  release(0);
  await stopped;
});

for (const days of [0, -1, 1.5, Number.NaN, Infinity, 36_526]) {
  test(`${days} days are refused`, async () => {
    await assert.rejects(
      serveReceiver({ port: 0, databaseUrl: 'sqlite::memory:', retentionDays: days }),
      RetentionError,
    );
  });
}

test('a hundred years are taken, and what is confirmed must be a date', async (t) => {
  const store = await memoryStore(t);
  const options = { store, now: () => new Date(), emit: () => {} };
  await startRetention({ ...options, days: 36_525 })();
  const explained = { name: 'RetentionError', message: /date/ };
  assert.throws(() => startRetention({ ...options, days: 30, confirmed: new Date('soon') }), explained);
  assert.throws(() => startRetention({ ...options, days: 0 }), { name: 'RetentionError', message: /36525/ });
});

test('RETENTION_DAYS erases what a server finds when it starts, and says how many', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const before = await openStore(url);
  const later = ['2999-01-01T00:00:00Z', '2999-01-01T00:00:00Z'];
  await fill(before, '2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z', ...later);
  await before.close();
  const { child, ended, output } = await startServer(t, { DATABASE_URL: url, RETENTION_DAYS: '365' });
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.match(output.stdout, /^\{"event":"erased","count":2,"durationMs":\d+\}\n$/);
  const after = await openStore(url);
  t.after(() => after.close());
  assert.deepEqual(await datesIn(after), later);
});

for (const value of ['0', 'a month', '-3', '99999']) {
  test(`RETENTION_DAYS=${value} is explained without a stack`, async (t) => {
    const { ended, output } = startCommand(t, ['serve'], {
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      RETENTION_DAYS: value,
    });
    assert.notEqual(await ended, 0);
    assert.match(output.stderr, /^RETENTION_DAYS.*from 1.*\n$/);
  });
}
