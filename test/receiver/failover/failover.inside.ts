// The run that failover.node.test.ts makes, in a network of its own where one can be had.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnOf } from '../../setup/every.ts';
import { FAULTS } from './faults.ts';
import { runFaults } from './failover-run.ts';

const OPERATIONS = drawnOf(100_000, 1 / 10);

test(`of ${OPERATIONS} requests while servers and receivers fail, none that was acknowledged is lost`, async (t) => {
  const { findings, ...toll } = await runFaults(t, { operations: OPERATIONS, faults: FAULTS });
  t.diagnostic(JSON.stringify(toll));
  assert.deepEqual(findings, []);
  assert.ok(toll.operations >= OPERATIONS, `${toll.operations} operations`);
  // Guards the run: faults were felt, and most requests were answered.
  assert.ok(toll.unconfirmed > 50, `${toll.unconfirmed} unconfirmed`);
  assert.ok(toll.acknowledged > 0.8 * OPERATIONS, `${toll.acknowledged} acknowledged`);
  assert.ok(toll.formsUnconfirmed > 0 && toll.forms > 100, `${toll.forms} forms`);
  // A busy machine answers later, here as well as where all is well.
  assert.ok(toll.notReadyMs <= 2_000 + toll.slowestMs, `not ready after ${toll.notReadyMs} ms`);
  assert.ok(toll.readyMs <= 5_000 + toll.slowestMs, `ready after ${toll.readyMs} ms`);
});
