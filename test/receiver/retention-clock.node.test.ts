// When a sweep looks like the effect of a wrong clock, it erases nothing until an operator confirms it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore, serveReceiver, type ReportStore } from '../../src/receiver/index.ts';
import { startRetention, type RetentionEvent } from '../../src/receiver/operations/retention.ts';
import { until } from '../setup/until.ts';
import { DATABASES } from './databases.ts';
import { temporaryFolder } from './harness.ts';
import { startServer } from './server-process.ts';
import { readAll, row } from './store-rows.ts';

const WRONG_CLOCK = fileURLToPath(new URL('wrong-clock.ts', import.meta.url));
const DAY_MS = 24 * 60 * 60 * 1_000;
const NOW = Date.parse('2026-11-24T12:00:00Z');

const daysBefore = (days: number, from = NOW): string =>
  `${new Date(from - days * DAY_MS).toISOString().slice(0, 16)}:00Z`;

async function fill(store: ReportStore, ages: readonly number[], from = NOW): Promise<void> {
  await Promise.all(
    ages.map((age, index) => store.put(row(`${age}-${index}`, { receivedAt: daysBefore(age, from) }))),
  );
}

const oneADay = (count: number): number[] => Array.from({ length: count }, (_, day) => day);

const MINUTE = 1 / 24 / 60;

/** So many of one age, and so many that are as old as one to a day. */
const fewAmong = (few: number, age: number, others: number): number[] => [
  ...Array.from({ length: few }, () => age),
  ...Array.from({ length: others }, (_, day) => 1 + (day % 20)),
];

/** One sweep over reports of these ages in days: the number left, and the log, whose last event is given as well. */
async function sweep(
  t: TestContext,
  given: { ages: readonly number[]; days: number; fast?: number; confirmed?: Date },
) {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  await fill(store, given.ages);
  const log: RetentionEvent[] = [];
  const now = () => new Date(NOW + (given.fast ?? 0) * DAY_MS);
  const { days, confirmed } = given;
  const stop = startRetention({ store, days, confirmed, now, emit: (event) => log.push(event) });
  while (log.length === 0) await new Promise(setImmediate);
  await stop();
  const events = log.map((event) => ({ ...event, durationMs: 0 }));
  return { left: (await readAll(store)).length, events, event: events.at(-1)! };
}

for (const { name, create } of DATABASES) {
  test(`on ${name}, one start with a clock of a year too far erases nothing, and says so`, async (t) => {
    const url = await create(t);
    const store = await openStore(url);
    t.after(() => store.close());
    await fill(
      store,
      oneADay(50).map((day) => day / 2),
      Date.now(),
    );
    const { child, ended, output } = await startServer(t, {
      DATABASE_URL: url,
      RETENTION_DAYS: '30',
      CLOCK_DAYS: '365',
      NODE_OPTIONS: `--import=${WRONG_CLOCK}`,
    });
    await until(() => output.stdout.includes('"erase'), 'a line about the sweep');
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
    assert.equal((await readAll(store)).length, 50);
    assert.match(
      output.stdout,
      /^\{"event":"erase-held","reason":"newest","count":50,"of":50,"before":"\d{4}-\d\d-\d\d","newest":"\d{4}-\d\d-\d\d","durationMs":\d+\}$/m,
    );
  });
}

test('a clock that is fast erases nothing either once a report has come under it', async (t) => {
  for (const ages of [oneADay(30), [0, 5, 12, 20, 25]]) {
    const { left, event } = await sweep(t, { ages: [...ages, -365], days: 30, fast: 365 });
    assert.equal(left, ages.length + 1);
    assert.deepEqual([event.event, 'reason' in event && event.reason], ['erase-held', 'share']);
  }
});

for (const [title, given, erased] of [
  ['an hour of a busy hotline', { ages: oneADay(3_000).map((hour) => hour / 24 - 0.01), days: 120 }, 119],
  ['a long weekend without the receiver', { ages: oneADay(33), days: 30 }, 2],
  ['the oldest of few reports', { ages: [1, 40], days: 30 }, 1],
  ['a third of few reports', { ages: [1, 10, 29, 31, 32], days: 30 }, 2],
  [
    'a night off, where reports stay for two days',
    { ages: oneADay(60).map((hour) => hour / 24), days: 2 },
    11,
  ],
  ['half of few reports', { ages: fewAmong(5, 31, 5), days: 30 }, 5],
  ['ten, fewer than half', { ages: fewAmong(10, 31, 11), days: 30 }, 10],
  ['a tenth of many', { ages: fewAmong(11, 31, 99), days: 30 }, 11],
  ['what three of twenty days bring', { ages: fewAmong(15, 21, 85), days: 20 }, 15],
  ['the oldest, where none has come for 30 days', { ages: [30, 31, 400], days: 365 }, 1],
  ['the oldest, where none has come for as long as reports stay', { ages: [5, 5, 6], days: 5 }, 1],
  ['nothing past its time', { ages: [1, 2, 3], days: 30 }, 0],
  ['no reports at all', { ages: [], days: 30 }, 0],
] as const) {
  test(`${title}: erased without a question`, async (t) => {
    const { left, event } = await sweep(t, given);
    assert.deepEqual(event, { event: 'erased', count: erased, durationMs: 0 });
    assert.equal(left, given.ages.length - erased);
  });
}

for (const [title, given, reason] of [
  ['RETENTION_DAYS lowered from a year to a month', { ages: oneADay(365), days: 30 }, 'share'],
  ['a clock that is fast by two months of a year', { ages: oneADay(365), days: 365, fast: 60 }, 'newest'],
  [
    'a clock that is fast by a month, where a report has come since',
    { ages: [...oneADay(365), -25], days: 300, fast: 25 },
    'share',
  ],
  ['a quiet hotline whose newest report is old', { ages: [40, 50], days: 30 }, 'newest'],
  ['one more than half of few reports', { ages: fewAmong(6, 31, 5), days: 30 }, 'share'],
  ['eleven, more than a tenth', { ages: fewAmong(11, 31, 98), days: 30 }, 'share'],
  ['more than three of twenty days bring', { ages: fewAmong(16, 21, 84), days: 20 }, 'share'],
  ['a minute more than 30 days without a report', { ages: [30 + MINUTE, 31, 400], days: 365 }, 'newest'],
  ['a minute more than reports stay without one', { ages: [5 + MINUTE, 6], days: 5 }, 'newest'],
] as const) {
  test(`${title}: held, until it is confirmed up to a day`, async (t) => {
    const held = await sweep(t, given);
    assert.equal(held.left, given.ages.length);
    assert.deepEqual([held.event.event, 'reason' in held.event && held.event.reason], ['erase-held', reason]);
    // The operator confirms the day that the log line names.
    assert.ok('before' in held.event);
    const confirmed = await sweep(t, { ...given, confirmed: new Date(held.event.before) });
    assert.deepEqual(confirmed.events, [{ event: 'erased', count: held.event.count, durationMs: 0 }]);
    assert.equal(confirmed.left, given.ages.length - held.event.count);
  });
}

test('what is confirmed up to a day is not confirmed for a clock that goes on', async (t) => {
  const given = { ages: oneADay(365), days: 30, confirmed: new Date('2026-10-25T00:00:00Z') };
  assert.equal((await sweep(t, given)).left, 31);
  const fast = await sweep(t, { ...given, fast: 100 });
  assert.equal(fast.left, 31);
  const facts = { count: 31, of: 31, before: '2027-02-03', newest: '2026-11-24' };
  assert.deepEqual(fast.events, [
    { event: 'erased', count: 334, durationMs: 0 },
    { event: 'erase-held', reason: 'newest', ...facts, durationMs: 0 },
  ]);
});

test('what is confirmed is erased and counted, however little, before the rest is held', async (t) => {
  const { events } = await sweep(t, { ages: [400, 50, 40], days: 30, confirmed: new Date('2026-01-01') });
  const facts = { count: 2, of: 2, before: '2026-10-26', newest: '2026-10-15' };
  assert.deepEqual(events, [
    { event: 'erased', count: 1, durationMs: 0 },
    { event: 'erase-held', reason: 'newest', ...facts, durationMs: 0 },
  ]);
});

test('a confirmed sweep that is stopped half-way is not held for the rest', async (t) => {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  await fill(store, [40, 50]);
  const log: RetentionEvent[] = [];
  await startRetention({
    store: { ...store, erase: () => Promise.resolve(1) },
    days: 30,
    confirmed: new Date(NOW),
    now: () => new Date(NOW),
    emit: (event) => log.push({ ...event, durationMs: 0 }),
  })();
  assert.deepEqual(log, [{ event: 'erased', count: 1, durationMs: 0 }]);
});

test('the facts of a doubt are whole, however few of the reports are past their time', async (t) => {
  const { events } = await sweep(t, { ages: [...oneADay(60).slice(31), 400], days: 365 });
  const facts = { count: 1, of: 30, before: '2025-11-25', newest: '2026-10-24' };
  assert.deepEqual(events, [{ event: 'erase-held', reason: 'newest', ...facts, durationMs: 0 }]);
});

test('what is held can be seen in the counts, and the receiver goes on', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const store = await openStore(url);
  t.after(() => store.close());
  await fill(store, [40, 50], Date.now());
  const running = await serveReceiver({ port: 0, databaseUrl: url, retentionDays: 30, metricsPort: 0 });
  t.after(() => running.close());
  const counts = async () => (await fetch(running.metricsUrl!)).text();
  await until(async () => (await counts()).includes('\ncliquez_signalez_reports_overdue 2\n'), 'two overdue');
  assert.equal((await fetch(`${running.url}/ready`)).status, 200);
});

for (const [value, expected] of [
  ['2026-10-25', 1],
  ['soon', /^RETENTION_CONFIRMED must be a day/],
  ['2026-02-30', /^RETENTION_CONFIRMED must be a day/],
] as const) {
  test(`RETENTION_CONFIRMED=${value} is ${typeof expected === 'number' ? 'taken' : 'explained'}`, async (t) => {
    const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
    const store = await openStore(url);
    t.after(() => store.close());
    await store.put(row('old', { receivedAt: '2020-01-01T00:00:00Z' }));
    const started = startServer(t, { DATABASE_URL: url, RETENTION_DAYS: '30', RETENTION_CONFIRMED: value });
    if (typeof expected !== 'number')
      return assert.rejects(started, ({ message }: Error) =>
        expected.test(message.replace('The server ended: ', '')),
      );
    const { output } = await started;
    await until(() => output.stdout.includes('"erased","count":1'), 'erased');
  });
}
