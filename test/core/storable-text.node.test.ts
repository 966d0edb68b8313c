// Text lengths as the protocol counts them, for any text, well-formed or not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codePoints, storable } from '../../src/core/report/storable-text.ts';

test('a text is as long as it has code points, half pairs counted by themselves', () => {
  const halves = fc.constantFrom('\ud83d', '\ude00', '😀', 'é', 'a', '\u200d');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: halves })), (text) => {
      assert.equal(codePoints(text), Array.from(text).length);
    }),
    { numRuns: 2_000 },
  );
});

test('a text is stored without surrounding blanks, with a sign for what no database takes, and cut to its limit', () => {
  assert.equal(storable(' a\0b\ud800 😀c\n', 10), 'a\ufffdb\ufffd 😀c');
  assert.equal(storable('😀😀😀', 2), '😀😀');
  assert.equal(storable('abc', 3), 'abc');
});
