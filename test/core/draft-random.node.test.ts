// For any answers, a draft that reaches the review is a report that the schema accepts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answer, createDraft } from '../../src/core/draft/draft.ts';
import { partsOf } from '../../src/core/draft/parts.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
import { changesOf } from '../../src/core/draft/addresses.ts';
import { alarmsOf } from '../../src/core/draft/given-answers.ts';
import { remarksOf } from '../../src/core/draft/remarks.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { drawnOf } from '../setup/every.ts';
import { answers, settings } from './draft-arbitrary.ts';
import { context, walk } from './draft-given.ts';

const SHARE = 1 / 8;

test('random drafts that reach the review are reports that the schema takes', (t) => {
  let finished = 0;
  let folded = 0;
  fc.assert(
    fc.property(settings, answers, fc.integer({ min: -720, max: 840 }), (its, given, offset) => {
      const draft = walk(answer(createDraft(its), given));
      remarksOf(draft);
      if (draft.step !== 'check') return;
      finished += 1;
      const report = reportOf(draft, { ...context, timeZoneOffset: offset });
      const parts = partsOf(draft);
      assert.ok(parts.length <= (its.reports ?? 1));
      if (parts.length > 1) return;
      if (report.priorReports || report.reportedAccounts || report.locations[0]?.access?.needs) folded += 1;
      const result = reportSchema.safeParse(report);
      if (!result.success) assert.fail(`${JSON.stringify(given)}: ${JSON.stringify(result.error.issues)}`);
      // The report survives JSON: no member is undefined.
      assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
      assert.equal(alarmsOf(draft).danger, report.danger.immediate === 'yes');
      assert.equal(changesOf(draft).length, given.where === 'elsewhere' ? report.locations.length : 0);
      // A second call gives an equal report: the first dropped no answers.
      assert.deepEqual(
        reportOf({ ...draft, answers: { ...draft.answers } }, { ...context, timeZoneOffset: offset }),
        report,
      );
    }),
    { numRuns: drawnOf(34_000, SHARE) },
  );
  t.diagnostic(`${finished} drafts reached the review, ${folded} with answers to folded questions`);
  assert.ok(finished >= drawnOf(20_000, SHARE), `only ${finished} drafts reached the review`);
  assert.ok(folded >= drawnOf(2_000, SHARE), `only ${folded} with answers to folded questions`);
});
