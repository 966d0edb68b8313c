// The further languages: each string by the rules of its language. They are drafts until
// somebody who speaks them has read each string (src/words/review.json); these rules hold for drafts too.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { doubtsOf } from '../../.build/messages/drafts.ts';
import { isDraft, readReadings } from '../../.build/messages/review.ts';
import { faultsOf, lengthOf, sentencesOf, wordsIn } from '../../.build/messages/text-rules.ts';
import { textsOf } from '../../.build/messages/texts.ts';
import { includeLanguage } from '../../src/words/include-language.ts';
import { EASY } from '../../src/words/easy.ts';
import { FURTHER, FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { partOf } from '../../src/words/parts.ts';
import { addedLocale } from '../../src/words/registry.ts';
import type { LanguageRules } from './language-rules.ts';

/** Languages of the European Union beside French and English, those of many of its newcomers, and the easy ones. */
const EXPECTED =
  'ar bg cs da de el en-simple es et fi fr-simple ga hr hu it lt lv mt nl pl pt ro sk sl sv uk'.split(' ');

/** How much longer than French a language may be: easy words say in two sentences what others say in one. */
const LONGEST: Readonly<Record<string, number>> = { 'fr-simple': 1.6, 'en-simple': 1.6 };

const french = textsOf('fr');

const importOf = async <T>(path: string): Promise<T> => (await import(path)) as T;

// Before the first test: with `--test-force-exit`, a file ends once the tests that it has made so far have ended.
const RULES = await Promise.all(
  FURTHER_LANGUAGES.map(async (tag) => {
    await includeLanguage(tag);
    const { rules } = await importOf<{ rules: LanguageRules }>(`./languages/${tag}.ts`);
    return [tag, rules] as const;
  }),
);

test('there are 24 further languages and two easy ones, each with its rules', () => {
  assert.deepEqual(FURTHER_LANGUAGES, EXPECTED);
  const rules = readdirSync(new URL('languages/', import.meta.url)).map((name) => name.replace('.ts', ''));
  assert.deepEqual(rules.toSorted(), EXPECTED);
});

test('an easy language has one name, and the dates of its language', () => {
  for (const [base, { tag, name }] of Object.entries(EASY)) {
    assert.equal(FURTHER[tag].name, name);
    assert.ok(FURTHER[tag].dateTag?.startsWith(base), tag);
  }
});

for (const [tag, rules] of RULES) {
  const all = textsOf(tag);
  const texts = Object.entries(all);

  test(`${tag}: each string keeps the rules of its source and of its language`, () => {
    assert.deepEqual(
      texts.flatMap(([key, text]) => faultsOf(key, text, rules).map((fault) => `${key} ${fault}`)),
      [],
    );
  });

  test(`${tag}: what is in doubt is a string of it, with the reason and another wording`, () => {
    const doubts = Object.entries(doubtsOf(tag));
    assert.ok(doubts.length >= 10);
    for (const [key, doubt] of doubts) {
      assert.ok(
        texts.some(([known]) => known === key),
        key,
      );
      assert.match(doubt, /^\S.*\. Or: \S/su, key);
      assert.doesNotMatch(doubt, /undefined|\[object/, key);
    }
  });

  test(`${tag}: its authors name the six strings that they trust least`, () => {
    const notes = readFileSync(new URL(`../../src/words/drafts/${tag}.md`, import.meta.url), 'utf8');
    const section = /^## Trusted least\n([^]*?)(?=^## |$(?![^]))/m.exec(notes)?.[1] ?? '';
    const keys = [...section.matchAll(/^(?:- |\d\. |\| )`([\w.]+)`/gm)].map(([, key]) => key!);
    assert.equal(new Set(keys).size, 6, keys.join());
    const doubts = doubtsOf(tag);
    for (const key of keys) assert.ok(doubts[key], key);
  });

  test(`${tag}: short sentences, 1.35 × French at most in all, 1.6 × in easy words`, (t) => {
    const sentences = texts.flatMap(([, text]) => sentencesOf(text));
    const words = sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0) / sentences.length;
    assert.ok(words <= 10, `${words} words on average`);
    const length = (said: readonly string[]): number => lengthOf(said.join(''));
    const factor = length(texts.map(([, text]) => text)) / length(Object.values(french));
    t.diagnostic(`${factor.toFixed(2)} × French, ${words.toFixed(1)} words a sentence`);
    assert.ok(factor <= (LONGEST[tag] ?? 1.35), `${factor} × French`);
  });

  test(`${tag}: its file registers it, with its direction, and what a browser may not know of it`, async () => {
    const locale = addedLocale(tag)!;
    assert.equal(locale.tag, tag);
    const { first, later, extra } = await locale.form();
    assert.deepEqual(locale.launcher, partOf(all, 'launcher'));
    assert.deepEqual(first, partOf(all, 'first'));
    assert.deepEqual(await later(), partOf(all, 'later'));
    assert.deepEqual(await extra!(), partOf(all, 'extra'));
    assert.equal(locale.dir, tag === 'ar' ? 'rtl' : undefined);
    assert.equal(Intl.DateTimeFormat.supportedLocalesOf(locale.dateTag ?? tag).length, 1);
  });

  test(`${tag}: it is a draft exactly as long as a string of it is unreviewed`, () => {
    const draft = isDraft(readReadings(), tag, all);
    // `npm run messages -- status` says how many are left.
    assert.equal(FURTHER[tag].isDraft, draft, 'isDraft in src/words/languages.ts');
  });
}
