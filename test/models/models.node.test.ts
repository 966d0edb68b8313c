// Each model on the cases that were once refused, then on some random ones. `npm run test:models` tries more.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptOf } from './kept.ts';
import { MODELS } from './models.ts';

const SEED = 20_261_130;

for (const model of MODELS) {
  test(`the model of ${model.name} finds nothing`, async () => {
    const { failure } = await model.try({ seed: SEED, runs: model.runs, kept: keptOf(model) });
    assert.equal(failure && `${failure.message}\n${JSON.stringify(failure.kept)}`, undefined);
  });
}

test('a model whose time is over leaves nothing behind: neither a clock nor a page', async () => {
  const { now } = performance;
  const screens = MODELS.find(({ name }) => name === 'screens')!;
  for (let milliseconds = 1; milliseconds <= 20; milliseconds++) {
    await screens.try({ seed: SEED + milliseconds, milliseconds });
    assert.equal(performance.now, now);
    assert.ok(!('window' in globalThis));
  }
});
