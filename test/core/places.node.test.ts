// The sixteen kinds of place, and the questions about each kind without an address.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLACE_FIELDS } from '../../src/core/draft/place-fields.ts';
import { PLACES } from '../../src/core/report/places.ts';
import { IDENTIFIER_TYPES } from '../../src/core/report/vocabulary.ts';

test('are sixteen, each with its fields, in the same order', () => {
  assert.equal(new Set(PLACES).size, 16);
  assert.deepEqual(Object.keys(PLACE_FIELDS), PLACES);
});

test('ask three identifiers at most, of types that exist, each once, and never « other », which is said in words', () => {
  for (const [place, identifiers] of Object.entries(PLACE_FIELDS)) {
    assert.ok(identifiers.length <= 3, place);
    assert.equal(new Set(identifiers).size, identifiers.length, place);
    for (const type of identifiers) assert.ok(IDENTIFIER_TYPES.includes(type) && type !== 'other', place);
  }
});
