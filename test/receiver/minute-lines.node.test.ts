// The log counts the reports of each minute and never reveals the moment of a single report.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createMinuteLog, openStore, type LogEvent, type MinuteLine } from '../../src/receiver/index.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

const stored = (receivedAt: string, more: Partial<LogEvent> = {}): LogEvent => ({
  event: 'stored',
  status: 201,
  trust: 'normal',
  receivedAt,
  durationMs: 7,
  ...more,
});

function start(t: TestContext, at: string) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: new Date(at) });
  const written: [at: string, line: MinuteLine][] = [];
  const log = createMinuteLog((line) => void written.push([new Date().toISOString().slice(11, 19), line]));
  return { log, written };
}

test('reports that come one after the other are one line of the log of a server, not one each', async (t) => {
  const { child, ended, endpoint, output } = await startServer(t, { DATABASE_URL: 'sqlite::memory:' });
  for (let count = 0; count < 6; count++) {
    const report = sampleReport(count === 3 ? { danger: { immediate: 'yes', helpShown: true } } : {});
    const { status } = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
      body: JSON.stringify(report),
    });
    assert.equal(status, 201);
  }
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  const lines = output.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as MinuteLine);
  const sum = (of: readonly MinuteLine[]) => of.reduce((total, { count }) => total + count, 0);
  assert.equal(sum(lines), 6);
  assert.equal(sum(lines.filter((line) => 'priority' in line && line.priority === 'urgent')), 1);
  // At most two kinds of line in each of two minutes.
  assert.ok(lines.length <= 4, output.stdout);
  assert.match(output.stdout, /"priority":"urgent"/);
  assert.doesNotMatch(output.stdout, /duration/);
});

test('a line is written a few seconds after its minute, at the same second whenever its one report came', (t) => {
  for (const at of ['12:00:00', '12:00:23.456', '12:00:59.999']) {
    const { log, written } = start(t, `2026-11-26T${at.padEnd(12, '.000')}Z`);
    log.add(stored('2026-11-26T12:00:00Z', { priority: 'urgent' }));
    t.mock.timers.tick(67_000 - (Date.now() % 60_000));
    assert.deepEqual(written, []);
    t.mock.timers.tick(1_000);
    assert.deepEqual(written, [
      [
        '12:01:08',
        {
          event: 'stored',
          status: 201,
          trust: 'normal',
          priority: 'urgent',
          count: 1,
          minute: '2026-11-26T12:00:00Z',
        },
      ],
    ]);
    log.end();
    t.mock.timers.reset();
  }
});

test('what came in the last moment of a minute is counted with it, though it is on disk in the next', (t) => {
  const { log, written } = start(t, '2026-11-26T12:00:30Z');
  log.add(stored('2026-11-26T12:00:00Z'));
  t.mock.timers.tick(31_000);
  log.add(stored('2026-11-26T12:00:00Z'));
  log.add(stored('2026-11-26T12:01:00Z'));
  t.mock.timers.tick(7_000);
  assert.deepEqual(
    written.map(([at, { minute, count }]) => [at, minute, count]),
    [['12:01:08', '2026-11-26T12:00:00Z', 2]],
  );
});

test('the order of lines says nothing of the order of reports', (t) => {
  const events = [
    stored('2026-11-26T12:00:00Z'),
    stored('2026-11-26T12:00:00Z', { priority: 'urgent' }),
    stored('2026-11-26T12:00:00Z', { partner: 'ville' }),
    stored('2026-11-26T12:00:00Z', { trust: 'low' }),
  ];
  const orders = [events, events.toReversed()].map((each) => {
    const { log, written } = start(t, '2026-11-26T12:00:30Z');
    for (const event of each) log.add(event);
    log.end();
    t.mock.timers.reset();
    return written;
  });
  assert.deepEqual(orders[0], orders[1]);
  assert.equal(orders[0]!.length, 4);
});

test('a clock that is set back holds up no line, and what ends writes what is left, once', (t) => {
  const { log, written } = start(t, '2026-11-26T12:00:30Z');
  log.add(stored('2026-11-27T09:00:00Z', { priority: 'urgent' }));
  t.mock.timers.tick(60_000);
  assert.equal(written.length, 1);
  log.add(stored('2026-11-26T12:01:00Z'));
  log.end();
  log.end();
  t.mock.timers.tick(600_000);
  assert.deepEqual(
    written.map(([, { count }]) => count),
    [1, 1],
  );
});

test('the minute of a stored report is that of its row', async (t) => {
  const now = () => new Date('2026-11-26T12:00:59.999Z');
  const { post, log, store } = await startReceiver(t, { store: await openStore('sqlite::memory:'), now });
  await post(sampleReport());
  const [report] = await store.list();
  assert.deepEqual(
    [log[0]?.receivedAt, report?.receivedAt],
    ['2026-11-26T12:00:00Z', '2026-11-26T12:00:00Z'],
  );
});
