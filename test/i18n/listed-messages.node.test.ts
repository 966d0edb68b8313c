// The later strings as files for script tags hold them: a list without names reads back to the same strings, and a list
// of another build is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIST_NAMES, listed } from '../../.build/listed-messages.ts';
import { textsOf, TRANSLATED } from '../../.build/messages/texts.ts';
import { readLater } from '../../src/i18n/listed-messages.ts';
import type { LaterMessages } from '../../src/i18n/messages.ts';
import { partOf } from '../../src/i18n/parts.ts';

// What the bundler puts in place of these names.
for (const [name, value] of Object.entries(LIST_NAMES))
  (globalThis as Record<string, unknown>)[name] = JSON.parse(value);

type Listed = Parameters<typeof readLater>[0];

const laterOf = (tag: string): LaterMessages => partOf(textsOf(tag), 'later') as LaterMessages;

for (const tag of ['fr', ...TRANSLATED]) {
  test(`${tag}: every string reads back under its name`, () => {
    const list = listed(laterOf(tag));
    assert.doesNotMatch(JSON.stringify(list), /"s4\.title"/);
    assert.deepEqual(Object.fromEntries(readLater(list as Listed)), laterOf(tag));
  });
}

test('a list that was written for other names is refused', () => {
  assert.throws(() => readLater({ ...listed(laterOf('de')), edition: 'other' } as Listed), /another build/);
});

test('strings under their names, as applications and npm have them, are taken as they are', () => {
  const later = laterOf('de');
  assert.deepEqual(Object.fromEntries(readLater(later)), later);
});
