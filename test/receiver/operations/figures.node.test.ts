// The figures of long runs: stored, and shown as measured in the guide for hotlines.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { withReceiverFigures } from '../../../.build/receiver-figures.ts';
import { temporaryFolder } from '../harness.ts';
import { readFigures, readGrowth, recordFigure } from '../soak/figures.ts';

const GUIDE = readFileSync(new URL('../../../src/receiver/README.md', import.meta.url), 'utf8');

test('the guide gives the figures of the last runs', () => {
  // Compares to a boolean, because the diff of two guides is too long to read.
  const isFresh = GUIDE === withReceiverFigures(GUIDE, readFigures(), readGrowth());
  assert.ok(isFresh, 'npm run test:soak and npm run bench:receiver bring it up to date');
});

test('a figure is kept beside the others, and replaces its own last value', async (t) => {
  const file = pathToFileURL(join(await temporaryFolder(t), 'figures.json'));
  assert.deepEqual(readFigures(file), {});
  recordFigure('SQLite', 'reports a second', 2_500, '', file);
  recordFigure('SQLite', 'answered within', 12.5, 'ms', file);
  recordFigure('Flood', 'refused', 3, '', file);
  recordFigure('Flood', 'refused', 0, '', file);
  const runs = readFigures(file);
  assert.deepEqual(
    Object.entries(runs).map(([name, { figures }]) => [name, figures]),
    [
      [
        'SQLite',
        { 'reports a second': { value: 2_500, unit: '' }, 'answered within': { value: 12.5, unit: 'ms' } },
      ],
      ['Flood', { refused: { value: 0, unit: '' } }],
    ],
  );
  const { measuredOn, cores } = runs['SQLite']!;
  assert.match(measuredOn, /^\d{4}-\d\d-\d\d$/);
  assert.ok(cores >= 1);

  const growth = {
    small: { measuredOn, cores, figures: { start: { value: 1, unit: 's' } } },
    large: {
      measuredOn,
      cores,
      figures: { start: { value: 2, unit: 's' }, disk: { value: 1_000, unit: 'GiB' } },
    },
  };
  const blocks = ['receiver-figures', 'receiver-growth'].map(
    (name) => `<!-- ${name} -->\nold\n<!-- /${name} -->\n`,
  );
  const shown = withReceiverFigures(`a\n${blocks.join('')}b\n`, runs, { One: growth, Other: {} });
  assert.equal(
    shown,
    `a
<!-- receiver-figures -->
| Run | Figures | Measured |
| --- | --- | --- |
| SQLite | reports a second 2,500 · answered within 12.5 ms | ${measuredOn}, ${cores} cores |
| Flood | refused 0 | ${measuredOn}, ${cores} cores |
<!-- /receiver-figures -->
<!-- receiver-growth -->
| One, reports | small | large |
| --- | ---: | ---: |
| start | 1 s | 2 s |
| disk | – | 1,000 GiB |
| measured | ${measuredOn}, ${cores} cores | ${measuredOn}, ${cores} cores |

| Other, reports |
| --- |
| measured |
<!-- /receiver-growth -->
b
`,
  );
});

test('a guide without a place for them is an error that says which', () => {
  assert.throws(() => withReceiverFigures('# Title\n', {}, {}), /<!-- receiver-figures -->/);
});
