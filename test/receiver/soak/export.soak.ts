// The export of 100,000 reports: its time, and a memory use no higher than for 1,000.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { exportAndCount, fillDatabase } from '../export-process.ts';
import { temporaryFolder } from '../harness.ts';
import { recordFigure } from './figures.ts';

const GROUP = 'Export of 100,000 reports, SQLite';

for (const format of ['jsonl', 'csv']) {
  test(`${format}: 100,000 reports take no more memory than 1,000`, async (t) => {
    const folder = await temporaryFolder(t);
    const few = await exportAndCount(t, await fillDatabase(join(folder, 'few.sqlite'), 1_000), format);
    const many = await exportAndCount(t, await fillDatabase(join(folder, 'many.sqlite'), 100_000), format);
    t.diagnostic(JSON.stringify({ few, many }));
    assert.deepEqual([few.code, many.code], [0, 0], many.stderr);
    assert.equal(many.lines, 100_000 + (format === 'csv' ? 1 : 0));
    assert.ok(many.peakMiB < few.peakMiB + 64, `${few.peakMiB} MiB, then ${many.peakMiB} MiB`);
    recordFigure(GROUP, `${format}: duration`, Math.round(many.seconds), 's');
    recordFigure(GROUP, `${format}: peak memory`, Math.round(many.peakMiB), 'MiB');
  });
}
