// The basis of the benchmark and the soaks: the load matches its settings, and honest reports survive a flood.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLoad } from '../soak/load.ts';
import { floodBesideHonest } from '../soak/flood.ts';
import { processorTime, startMeasured } from '../soak/measured-process.ts';
import { startReceiver } from '../../setup/receiver.ts';

test('the load is reports that are all different, each stored once', async (t) => {
  const receiver = await startReceiver({ TRUSTED_PROXIES: '127.0.0.1' });
  t.after(() => receiver.stop());
  const endpoint = `${receiver.url}/v1/reports`;
  const { statuses, unanswered } = await runLoad({
    endpoints: [endpoint],
    seconds: 1,
    connections: 4,
    addresses: 65_536,
  });
  assert.deepEqual(Object.keys(statuses), ['201']);
  assert.equal(unanswered, 0);
  // Requests in progress at the end may be stored, and are not counted.
  const stored = receiver.reports().length - (statuses['201'] ?? 0);
  assert.ok(stored >= 0 && stored <= 4, `${stored} more stored than answered`);
});

test('the handler that stores nothing answers the load, and its processor time is seen', async (t) => {
  const server = await startMeasured('bare');
  t.after(() => server.stop());
  const before = processorTime([server.pid]);
  const { statuses } = await runLoad({
    endpoints: [server.endpoint],
    seconds: 1,
    connections: 4,
    addresses: 1,
  });
  assert.deepEqual(Object.keys(statuses), ['201']);
  assert.ok(processorTime([server.pid]) > before);
});

for (const [name, rate, sources] of [
  ['one address', 50, 1],
  ['a hundred addresses', 100, 100],
] as const) {
  test(`a flood from ${name} silences no honest reporter`, async (t) => {
    const receiver = await startReceiver({ TRUSTED_PROXIES: '127.0.0.1' });
    t.after(() => receiver.stop());
    const { acknowledged, refused, p99, flood } = await floodBesideHonest({
      endpoint: `${receiver.url}/v1/reports`,
      seconds: 4,
      rate,
      sources,
    });
    t.diagnostic(JSON.stringify({ p99, flood }));
    assert.deepEqual(refused, []);
    assert.equal(acknowledged.length, 20);
    // Generous, because other tests run on this machine. The soak sets the limit at two seconds.
    assert.ok(p99 < 15_000, `${p99} ms`);
    const reports = new Set(
      receiver.reports().map((text) => (JSON.parse(text) as { submissionId: string }).submissionId),
    );
    assert.deepEqual(
      acknowledged.filter((id) => !reports.has(id)),
      [],
    );
  });
}
