// The easy languages are easy to read, as far as a program can tell; the ordinary ones are not, so the gate bites.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EASY_LANGUAGES,
  easyFaults,
  MOST_WORDS_ON_AVERAGE,
  wordsOnAverage,
} from '../../.build/messages/readability.ts';
import { textsOf } from '../../.build/messages/texts.ts';
import { PICTURES } from '../../src/words/pictures.ts';

// Before the first test: with `--test-force-exit`, a file ends once the tests that it has made so far have ended.
const APP_WORDS = await Promise.all(
  EASY_LANGUAGES.map(async (tag) => {
    const { words } = (await import(`../../src/app/words/${tag}.ts`)) as { words: Record<string, string> };
    return [tag, words] as const;
  }),
);

for (const [tag, words] of APP_WORDS) {
  const texts = [...Object.entries(textsOf(tag)), ...Object.entries(words)];

  test(`${tag}: short sentences, easy words, no passive, numbers as digits`, (t) => {
    assert.deepEqual(
      texts.flatMap(([key, text]) => easyFaults(tag, text).map((fault) => `${key} ${fault}`)),
      [],
    );
    const average = wordsOnAverage(texts.map(([, text]) => text));
    t.diagnostic(`${average.toFixed(1)} words a sentence`);
    assert.ok(average <= MOST_WORDS_ON_AVERAGE, `${average}`);
  });

  test(`${tag}: the ordinary language breaks these rules`, (t) => {
    const ordinary = Object.values(textsOf(tag.slice(0, 2)));
    const faults = ordinary.flatMap((text) => easyFaults(tag, text));
    t.diagnostic(`${faults.length} faults in ${ordinary.length} texts`);
    for (const kind of ['a sentence of', 'the long word', 'a hard word', 'a passive', 'a number in letters'])
      assert.ok(
        faults.some((fault) => fault.includes(kind)),
        kind,
      );
  });
}

test('every category and every aim has a picture, and no two are alike', () => {
  const keys = Object.keys(textsOf('fr'));
  const wanted = keys.filter(
    (key) => /^cat\.(?!or$)\w+$/.test(key) || /^aim\.(?:remove|complain|talk)$/.test(key),
  );
  assert.deepEqual(Object.keys(PICTURES).toSorted(), wanted.toSorted());
  assert.equal(new Set(Object.values(PICTURES)).size, wanted.length);
});
