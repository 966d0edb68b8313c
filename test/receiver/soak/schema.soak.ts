// R12 at full size: zod, the generated JSON Schema and the given one on 100,000 valid reports, and as many broken ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { reportJsonSchema, reportSchema } from '../../../src/core/schema.ts';
import { validReport } from '../../core/report-arbitrary.ts';
import { breakReport, changes } from '../../core/report-breaking.ts';
import { GIVEN_SCHEMA } from '../../core/report-given.ts';
import { recordFigure } from './figures.ts';

const RUNS = 100_000;
const GROUP = 'Schema and validators, 200,000 reports';

const byGenerated = new Ajv2020({ strict: true, strictRequired: false }).compile(reportJsonSchema());
const byGiven = new Ajv2020({ strictRequired: false, strictTypes: false, unicodeRegExp: false }).compile(
  GIVEN_SCHEMA,
);

const verdictsOn = (document: unknown): [boolean, boolean, boolean] => [
  reportSchema.safeParse(document).success,
  byGenerated(document),
  byGiven(document),
];

test('zod and the two JSON Schemas agree on every document', (t) => {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
  t.diagnostic(`FC_SEED=${seed}`);
  let [disagreements, refused] = [0, 0];
  fc.assert(
    fc.property(validReport, changes, (valid, drawn) => {
      assert.deepEqual(verdictsOn(valid), [true, true, true]);
      const broken = breakReport(valid, drawn);
      const [first, ...others] = verdictsOn(broken);
      if (!first) refused++;
      if (others.some((verdict) => verdict !== first)) {
        disagreements++;
        t.diagnostic(JSON.stringify(broken));
      }
    }),
    { numRuns: RUNS, seed },
  );
  recordFigure(GROUP, 'broken on purpose', refused);
  recordFigure(GROUP, 'disagreements', disagreements);
  assert.equal(disagreements, 0);
});
