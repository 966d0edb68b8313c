// The log of 100,000 operations with kills: every row that was changed by hand is found, and no other is named.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATABASES } from '../databases.ts';
import { runLogOperations } from '../log-operations.ts';
import { recordFigure } from './figures.ts';

for (const { name, create } of DATABASES)
  test(`${name}: 100,000 operations`, async (t) => {
    const run = await runLogOperations(await create(t), 36, 5_000);
    t.diagnostic(JSON.stringify(run));
    assert.ok(run.operations >= 100_000, `${run.operations} operations`);
    const group = `100,000 stored, erased or repeated reports with kills, ${name}`;
    recordFigure(group, 'operations', run.operations);
    recordFigure(group, 'kills', run.kills);
    recordFigure(group, 'rows changed by hand', run.changed);
    recordFigure(group, 'days made older', run.moved);
    recordFigure(group, 'changes not found', run.missed);
    recordFigure(group, 'false alarms', run.falseAlarms);
    assert.deepEqual([run.missed, run.falseAlarms], [0, 0]);
  });
