// The age from which children may give their e-mail address: by country, and the highest where none is known.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGE_IN_FRANCE } from '../../src/core/help/consent-age.ts';
import { consentAge } from '../../src/core/help/consent-age-abroad.ts';
import { TERRITORY_CODES } from '../../src/core/help/overseas.ts';

test('each country has the age of its law, from 13 to 16', () => {
  for (const [country, age] of [
    ['BE', 13],
    ['IT', 14],
    ['FR', 15],
    ['fr', 15],
    ['DK', 15],
    ['DE', 16],
    ['IE', 16],
  ] as const)
    assert.equal(consentAge(country), age, country);
  assert.equal(consentAge('FR'), AGE_IN_FRANCE);
});

test('the overseas territories have that of France', () => {
  for (const code of TERRITORY_CODES) assert.equal(consentAge(code), 15, code);
});

test('an unknown country has the highest age', () => {
  for (const country of [undefined, '', 'E', 'ZZ', 'BE EE', '13'])
    assert.equal(consentAge(country), 16, country);
});
