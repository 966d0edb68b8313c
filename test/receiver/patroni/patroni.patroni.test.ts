// Reports arrive while two PostgreSQL servers under Patroni die: with SYNCHRONOUS_STANDBY=1, nothing that was acknowledged
// is lost, whether Patroni goes on without a standby or not.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Fault } from '../failover/history.ts';
import { BOTH_KILLED, FAULTS } from './faults.ts';
import { runFaults, type RunOptions } from './patroni-run.ts';

/** Makes a run. @returns what came out, with the findings counted by their kind */
async function run(t: TestContext, options: RunOptions) {
  const { findings, ...toll } = await runFaults(t, options);
  const found: Partial<Record<Fault, number>> = {};
  for (const { fault } of findings) found[fault] = (found[fault] ?? 0) + 1;
  t.diagnostic(JSON.stringify({ ...toll, found }));
  return { ...toll, found };
}

for (const isStrict of [false, true])
  test(`synchronous_mode_strict: ${isStrict}, SYNCHRONOUS_STANDBY=1: none is lost`, async (t) => {
    const { found, ...toll } = await run(t, { isStrict, needsStandby: true, faults: FAULTS });
    assert.deepEqual(found, {});
    assert.equal(toll.acknowledgedAlone, 0);
    // Guards the run: faults were felt.
    assert.ok(toll.unconfirmed > 50, `${toll.unconfirmed} unconfirmed`);
    assert.ok(toll.acknowledged > 1_000, `${toll.acknowledged} acknowledged`);
  });

test('synchronous_mode_strict: false, without SYNCHRONOUS_STANDBY=1: acknowledged reports are lost', async (t) => {
  const { found, acknowledgedAlone } = await run(t, {
    isStrict: false,
    needsStandby: false,
    faults: [BOTH_KILLED],
  });
  assert.ok(found.lost);
  assert.ok(acknowledgedAlone > 0);
});
