// The log names exactly what was changed by hand, in a database whose process is killed while it stores and erases. The
// long run is test/receiver/soak/report-log.soak.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATABASES } from './databases.ts';
import { runLogOperations } from './log-operations.ts';

for (const { name, create } of DATABASES)
  test(`${name}: 100 % of what was changed by hand is found, and nothing else`, async (t) => {
    const run = await runLogOperations(await create(t), 4, 600);
    t.diagnostic(JSON.stringify(run));
    assert.equal(run.kills, 3);
    assert.deepEqual([run.changed, run.missed, run.falseAlarms], [36, 0, 0]);
  });
