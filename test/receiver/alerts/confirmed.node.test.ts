// Nobody is told of a report that a failover could lose: first the standby has it.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { serveReceiver, type AlertEvent } from '../../../src/receiver/index.ts';
import { until } from '../../setup/until.ts';
import { startWaitingPair } from '../waiting-pair.ts';
import { post, urgentReport } from './given.ts';
import { SECRET, startHook } from './hook-server.ts';

async function startPair(t: TestContext, needsStandby: boolean) {
  const given = await startWaitingPair(t);
  const hook = await startHook(t);
  const log: AlertEvent[] = [];
  let passed = 0;
  const { endpoint, close } = await serveReceiver({
    port: 0,
    databaseUrl: given.urlOf(),
    needsStandby,
    now: () => new Date(Date.now() + passed),
    alerts: { webhook: { url: hook.url, secrets: [SECRET] } },
    log: (event) => {
      if ('channel' in event) log.push(event);
    },
  });
  t.after(close);
  const report = urgentReport();
  /** Posts the report, and expects that it is not acknowledged. */
  const refused = async () => {
    const { status } = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
      body: JSON.stringify(report),
    });
    assert.equal(status, 503);
  };
  /** Resolves once the primary shows the message. */
  const shown = () =>
    until(
      async () => (await given.pair.query('a', 'select from outbox')).length === 1,
      'a message that is shown',
    );
  return {
    ...given,
    hook,
    log,
    refused,
    shown,
    repeat: () => post(endpoint, report),
    pass: (minutes: number) => (passed += minutes * 60_000),
  };
}

test('a report whose wait for the standby was cut off is told once the standby has it', async (t) => {
  const { network, pair, hook, refused, shown, waits, repeat } = await startPair(t, false);
  network.cut('replication');
  const answered = refused();
  await waits();
  await pair.query('a', `select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`);
  await answered;
  await shown();
  // The delivery takes the message, and waits as well.
  await waits();
  assert.deepEqual(hook.calls, []);
  await network.heal('replication');
  await repeat();
  await until(() => hook.calls.length === 1, 'a call', 90_000);
});

test('where there must be a standby and there is none, nobody is told', async (t) => {
  const { hook, log, refused, shown, setStandbys, repeat, pair, pass } = await startPair(t, true);
  const [names] = await pair.query('a', 'show synchronous_standby_names');
  // As Patroni does when a standby dies: commits wait for none.
  await setStandbys('');
  await refused();
  await shown();
  await until(() => log.some(({ event }) => event === 'alert-unconfirmed'), 'an attempt', 30_000);
  assert.deepEqual(hook.calls, []);
  await setStandbys(String(names!['synchronous_standby_names']));
  await repeat();
  pass(1);
  await until(() => log.some(({ event }) => event === 'alert-sent'), 'told', 30_000);
  assert.equal(hook.calls.length, 1);
  assert.deepEqual(
    log.map(({ event }) => event).filter((event) => event !== 'alert-unconfirmed'),
    ['alert-sent'],
  );
});
