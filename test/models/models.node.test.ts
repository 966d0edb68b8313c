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
