// The strings after the first step as files for script tags hold them: a list without names reads back to the same
// strings, and a list of another build is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIST_NAMES, listed, type ListedPart } from '../../.build/listed-messages.ts';
import { mayLack, textsOf, TRANSLATED } from '../../.build/messages/texts.ts';
import { readListed } from '../../src/words/listed-messages.ts';
import { partOf } from '../../src/words/parts.ts';

// What the bundler puts in place of these names.
for (const [name, value] of Object.entries(LIST_NAMES))
  (globalThis as Record<string, unknown>)[name] = JSON.parse(value);

type Strings = Parameters<typeof readListed>[0];

const stringsOf = (tag: string, part: ListedPart): Strings => partOf(textsOf(tag), part) as Strings;
const listOf = (tag: string, part: ListedPart): object => listed(part, partOf(textsOf(tag), part));

for (const tag of ['fr', ...TRANSLATED])
  for (const part of ['later', 'extra'] as const)
    test(`${tag}, ${part}: every string reads back under its name, and one that is missing is empty`, () => {
      const list = listOf(tag, part);
      assert.doesNotMatch(JSON.stringify(list), /"(?:s4\.title|payload\.ip)"/);
      const read = [...readListed(list as Strings)];
      assert.deepEqual(
        Object.fromEntries(read.filter(([key, text]) => text !== '' || !mayLack(tag, key))),
        stringsOf(tag, part),
      );
    });

test('a list that was written for other names is refused', () => {
  assert.throws(() => readListed({ ...listOf('de', 'later'), edition: 'other' } as Strings), /another build/);
});

test('strings under their names, as a language that an application adds has them, are taken as they are', () => {
  const later = stringsOf('de', 'later');
  assert.deepEqual(Object.fromEntries(readListed(later)), later);
});
