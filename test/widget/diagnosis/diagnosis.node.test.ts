// The values that `check()` carries itself, because their source is elsewhere or heavy, match the sources.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../../src/core/help/abroad.ts';
import { FOLLOW_UP_BYTES } from '../../../src/core/follow-up/answer.ts';
import { COUNTRIES_WITH_LINES } from '../../../src/widget/diagnosis/attribute-findings.ts';
import { ANSWER_BYTES } from '../../../src/widget/diagnosis/follow-up-address.ts';

test('the countries that it takes to have lines are those that have some', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  assert.deepEqual(
    codes.filter((code) => linesOf(code).some(({ number }) => number)),
    COUNTRIES_WITH_LINES,
  );
});

test('the length of an answer about a code is that of the contract', () => {
  assert.equal(ANSWER_BYTES, FOLLOW_UP_BYTES);
});
