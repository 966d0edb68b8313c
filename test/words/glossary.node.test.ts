// One word for one thing, in the form and in the application: no text has a word that was given up.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONCEPTS, givenUpIn, glossaryOf, hasWord } from '../../.build/messages/glossary.ts';
import { textsOf } from '../../.build/messages/texts.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';

const TAGS = ['fr', 'en', ...FURTHER_LANGUAGES];

// Before the first test: with `--test-force-exit`, a file ends once the tests that it has made so far have ended.
const APP_WORDS = await Promise.all(
  TAGS.map(async (tag) => {
    const words = (await import(`../../src/app/words/${tag}.ts`)) as Record<string, Record<string, string>>;
    return [tag, (words['words'] ?? words[tag])!] as const;
  }),
);

for (const [tag, words] of APP_WORDS) {
  const texts = [...Object.entries(textsOf(tag)), ...Object.entries(words)];

  test(`${tag}: each thing has its word, which texts use`, () => {
    const glossary = glossaryOf(tag);
    assert.deepEqual(Object.keys(glossary), CONCEPTS);
    for (const concept of CONCEPTS) {
      const { term, forms = [term], givenUp } = glossary[concept];
      assert.ok(givenUp.length > 0, concept);
      for (const form of forms)
        assert.ok(
          texts.some(([, text]) => hasWord(text, form) || text.includes(form)),
          `${concept}: ${form}`,
        );
    }
  });

  test(`${tag}: no text has a word that was given up`, () => {
    const glossary = glossaryOf(tag);
    assert.deepEqual(
      texts.flatMap(([key, text]) => givenUpIn(glossary, key, text).map((fault) => `${key} ${fault}`)),
      [],
    );
  });

  test(`${tag}: each exception is one`, () => {
    const glossary = glossaryOf(tag);
    const all = new Map(texts);
    for (const concept of CONCEPTS)
      for (const key of glossary[concept].except)
        assert.ok(
          glossary[concept].givenUp.some((word) => hasWord(all.get(key) ?? '', word)),
          `${concept}: ${key}`,
        );
  });
}
