// The runs that failover.node.test.ts makes, in a network of its own where one can be had.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAULTS, LOSING } from './faults.ts';
import { runFaults } from './scene.ts';

test('100,000 requests, and every fault: nothing acknowledged is lost', async (t) => {
  const toll = await runFaults(t, {
    operations: Number(process.env['OPERATIONS'] ?? 100_000),
    faults: FAULTS,
  });
  t.diagnostic(JSON.stringify({ ...toll, findings: toll.findings.slice(0, 5) }));
  assert.deepEqual(toll.findings, []);
});

for (const { name, ...options } of [
  { name: 'an asynchronous standby', isSynchronous: false },
  { name: 'synchronous_commit = local', workers: [{ version: 'first', synchronousCommit: 'local' }] },
] as const)
  test(`with ${name}, reports that were acknowledged are lost, and the check sees it`, async (t) => {
    const toll = await runFaults(t, { operations: 1_000, faults: [LOSING], ...options });
    t.diagnostic(JSON.stringify({ ...toll, findings: toll.findings.slice(0, 5) }));
    assert.ok(toll.findings.some(({ fault }) => fault === 'lost'));
  });
