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
  for (const [place, { identifiers }] of Object.entries(PLACE_FIELDS)) {
    assert.ok(identifiers.length <= 3, place);
    assert.equal(new Set(identifiers).size, identifiers.length, place);
    for (const type of identifiers) assert.ok(IDENTIFIER_TYPES.includes(type) && type !== 'other', place);
  }
});

test('ask what an analyst needs there first', () => {
  const first = PLACES.map((place) => `${place}: ${PLACE_FIELDS[place].identifiers[0] ?? 'words'}`);
  assert.deepEqual(first, [
    'website: words',
    'social_network: account_handle',
    'messaging: group_name',
    'forum: account_handle',
    'image_board: post_id',
    'game: account_handle',
    'live_stream: account_handle',
    'file_host: file_name',
    'p2p: info_hash',
    'tor: words',
    'email: email_address',
    'sms_rcs: phone_number',
    'ai_service: ai_character',
    'mobile_app: app_id',
    'search_result: words',
    'other: words',
  ]);
});

test('ask the name of the service wherever there are several', () => {
  const unasked = PLACES.filter((place) => !PLACE_FIELDS[place].service);
  assert.deepEqual(unasked, ['p2p', 'email', 'sms_rcs']);
});
