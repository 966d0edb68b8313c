// Text lengths as the protocol counts them, for any text, well-formed or not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codePoints } from '../../src/core/report/storable-text.ts';

test('a text is as long as it has code points, half pairs counted by themselves', () => {
  const halves = fc.constantFrom('\ud83d', '\ude00', '😀', 'é', 'a', '\u200d');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: halves })), (text) => {
      assert.equal(codePoints(text), Array.from(text).length);
    }),
    { numRuns: 2_000 },
  );
});
