// « Did you mean »: the guess is a word that a person can have meant, or none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS } from '../../src/widget/attributes/settings.ts';
import { nearest } from '../../src/core/nearest.ts';

for (const [word, expected, guess] of [
  ['pres', ['signal', 'presse', 'ecole'], 'presse'],
  ['PRESSE', ['signal', 'presse'], 'presse'],
  ['end-point', ['endpoint', 'embed'], 'endpoint'],
  ['nonsense', ['signal', 'presse', 'ecole'], undefined],
  // Of a number, its neighbour; of a heading's name, its number.
  ['9', WORDS['heading-level'], '5'],
  ['1', WORDS['heading-level'], '2'],
  ['0', WORDS['heading-level'], '2'],
  ['3.2', WORDS['heading-level'], '3'],
  ['h3', WORDS['heading-level'], '3'],
  ['', WORDS['heading-level'], undefined],
  // A word with no letter in common is no slip of the finger.
  ['x', ['s', 'm', 'l'], undefined],
  ['xs', ['s', 'm', 'l'], 's'],
  ['', ['s', 'm', 'l'], undefined],
] as const) {
  test(`« ${word} » among ${expected.join(' ')}: ${guess ?? 'no guess'}`, () => {
    assert.equal(nearest(word, expected), guess);
  });
}
