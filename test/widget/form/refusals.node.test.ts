// Where a refused report is corrected: the step, and the answers that the endpoint names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SubmitError } from '../../../src/widget/client/errors.ts';
import { createDraft } from '../../../src/core/draft/draft.ts';
import { mendingOf } from '../../../src/widget/form/refusals.ts';

const { answers } = createDraft({ location: 'https://exemple.fr/', pageContext: 'ask', fields: [] });

const fieldsOf = (...pointers: readonly string[]): readonly string[] | undefined =>
  mendingOf(
    new SubmitError('invalid', 'not-sent', {
      pointers: pointers.map((pointer) => ({ pointer, code: 'invalid' })),
    }),
    answers,
  )?.errors.map(({ field }) => field);

test('earlier reports lead to their question, the reference of one’s own file to its field', () => {
  assert.deepEqual(fieldsOf('/priorReports/police'), ['questions.priorReports']);
  assert.deepEqual(fieldsOf('/priorReports/references/0/reference'), ['questions.ownReference']);
  assert.deepEqual(fieldsOf('/priorReports/references', '/priorReports/platform'), [
    'questions.ownReference',
    'questions.priorReports',
  ]);
});
