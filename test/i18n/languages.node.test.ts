// The further languages: all strings of French, no others, and each by the rules of its language. They are drafts until
// a native speaker has read them (src/i18n/review.json); these rules hold for drafts too.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { FURTHER_LANGUAGES } from '../../.build/languages.ts';
import { later as frLater } from '../../src/i18n/locales/fr/later.ts';
import { first as frFirst } from '../../src/i18n/locales/fr/first.ts';
import { fallback as frFallback, launcher as frLauncher } from '../../src/i18n/locales/fr/launcher.ts';
import { registry } from '../../src/i18n/registry.ts';
import type { LanguageRules } from './language-rules.ts';

type Texts = Readonly<Record<string, string>>;
type Parts = Readonly<Record<'launcher' | 'first' | 'later', Texts>>;
type Finding = readonly [key: string, found: string];

/** Languages of the European Union beside French and English, and those of many of its newcomers. */
const EXPECTED = 'ar bg cs da de el es et fi ga hr hu it lt lv mt nl pl pt ro sk sl sv uk'.split(' ');

const french: Parts = { launcher: { ...frLauncher, ...frFallback }, first: frFirst, later: frLater };
const frenchTexts: Texts = Object.assign({}, ...Object.values(french));

/** Messages with one string for each plural category, and such a string. */
const COUNTED = ['err.wait', 's3.details.left', 's3.details.over'];
const VARIANT = /^(err\.wait|s3\.details\.(?:left|over))\.(?:zero|one|two|few|many)$/;

/** Strings of buttons, which have little room. */
const BUTTONS =
  /^(?:action\.|header\.(?:exit|close|back)$|launcher\.label$|.*\.(?:submit|again|copy|retry|remove|keep|keep\.text|paste|add|cancel|clear)$|drop\.(?:stay|go)$|ok\.(?:receipt|print)$|fail\.copy$|s3\.email\.use$)/;

/** Ages of the reporter, which are numbers. */
const AGES = ['o.under_13', 'o.13_14', 'o.15_17', 'o.ageBand.adult'];

const importOf = async <T>(path: string): Promise<T> => (await import(path)) as T;

async function partsOf(tag: string): Promise<Parts> {
  const folder = `../../src/i18n/locales/${tag}`;
  const { launcher, fallback } = await importOf<{ launcher: Texts; fallback: Texts }>(
    `${folder}/launcher.ts`,
  );
  const { first } = await importOf<{ first: Texts }>(`${folder}/first.ts`);
  const { later } = await importOf<{ later: Texts }>(`${folder}/later.ts`);
  return { launcher: { ...launcher, ...fallback }, first, later };
}

const places = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .toSorted()
    .join();
const lengthOf = (text: string): number => [...text].length;
const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!…؟])\s+|\n/);
const wordsIn = (sentence: string): number =>
  sentence.match(/[^\s\u00a0\u202f]*[\p{L}\p{N}][^\s\u00a0\u202f]*/gu)?.length ?? 0;

/** The French string of a key, of which a plural variant has the one for all numbers. */
const frenchOf = (key: string): string => frenchTexts[key.replace(VARIANT, '$1')] ?? '';

test('there are 24 further languages, each with its rules', () => {
  assert.deepEqual(FURTHER_LANGUAGES, EXPECTED);
  const rules = readdirSync(new URL('languages/', import.meta.url)).map((name) => name.replace('.ts', ''));
  assert.deepEqual(rules.toSorted(), EXPECTED);
});

for (const tag of FURTHER_LANGUAGES) {
  const parts = await partsOf(tag);
  const { rules } = await importOf<{ rules: LanguageRules }>(`./languages/${tag}.ts`);
  await import(`../../src/i18n/locales/${tag}/index.ts`);
  const texts = Object.values(parts).flatMap(Object.entries<string>);
  const find = (pattern: RegExp, among = texts, except = rules.except ?? []): Finding[] =>
    among.flatMap(([key, text]) => {
      const found = except.includes(key) ? undefined : pattern.exec(text)?.[0];
      return found === undefined ? [] : [[key, found] as const];
    });
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

  test(`${tag}: the strings of French, part by part, with the plurals of the language`, () => {
    for (const part of ['launcher', 'first', 'later'] as const) {
      const keys = (of: Parts): string[] => Object.keys(of[part]).filter((key) => !VARIANT.test(key));
      assert.deepEqual(keys(parts).toSorted(), keys(french).toSorted(), part);
    }
    const variants = categories.filter((category) => category !== 'other');
    const expected = COUNTED.flatMap((key) => variants.map((category) => `${key}.${category}`));
    const written = Object.keys(parts.later).filter((key) => VARIANT.test(key));
    assert.deepEqual(written.toSorted(), expected.toSorted());
  });

  test(`${tag}: the places of French, no markup, no telephone number`, () => {
    for (const [key, text] of texts) {
      // « One second » may have no number.
      if (!(VARIANT.test(key) && places(text) === '')) assert.equal(places(text), places(frenchOf(key)), key);
    }
    assert.deepEqual(find(/^$|^\s|\s$|[^\S\n]{2}|\.\.|\{(?!\w+\})|(?<!\{\w+)\}/, texts, []), []);
    assert.deepEqual(find(/[<>]|&\w+;|\*\*|\]\(/, texts, []), []);
    const known = /(?<!\d)(?:18|15|10)(?!\d)|(?<!\d)2[.,\u00a0\u202f’]?0(?:00|48)(?!\d)/g;
    const others = texts.map(([key, text]): [string, string] => [key, text.replaceAll(known, '')]);
    assert.deepEqual(find(/\d/, others, AGES), []);
  });

  test(`${tag}: its typography, its form of address, no word that begs, scolds or labels`, () => {
    assert.deepEqual(find(rules.typography), []);
    assert.deepEqual(find(rules.never), []);
    assert.deepEqual(find(rules.address), []);
    assert.deepEqual(find(/!/), []);
    const errors = texts.filter(([key]) => /^(?:err|fail)\./.test(key));
    assert.ok(errors.length > 20);
    assert.deepEqual(find(rules.neverInErrors, errors), []);
    const [open, close] = rules.quotes;
    // A mark that both opens and closes, or is an apostrophe too, cannot be counted.
    if (open === close || close === '’') return;
    for (const [key, text] of texts) assert.equal(text.split(open).length, text.split(close).length, key);
  });

  test(`${tag}: short sentences, buttons of 1.6 × French at most, 1.35 × in all`, (t) => {
    const sentences = texts.flatMap(([key, text]) =>
      sentencesOf(text).map((sentence) => [key, sentence] as const),
    );
    assert.deepEqual(
      sentences.filter(([, sentence]) => wordsIn(sentence) > 16),
      [],
    );
    const words = sentences.reduce((sum, [, sentence]) => sum + wordsIn(sentence), 0) / sentences.length;
    assert.ok(words <= 10, `${words} words on average`);
    // The French label is a slogan; others say what the button does.
    const room = (key: string): number =>
      1.6 * lengthOf(frenchOf(key === 'launcher.label' ? 'launcher.context' : key)) + 0.5;
    assert.deepEqual(
      texts.filter(([key, text]) => BUTTONS.test(key) && lengthOf(text) > room(key)),
      [],
    );
    const length = (all: readonly string[]): number => lengthOf(all.join(''));
    const factor = length(texts.map(([, text]) => text)) / length(Object.values(frenchTexts));
    t.diagnostic(`${factor.toFixed(2)} × French, ${words.toFixed(1)} words a sentence`);
    assert.ok(factor <= 1.35, `${factor} × French`);
  });

  test(`${tag}: a label or a hint has no full stop, unless it is a sentence among several`, () => {
    const short = texts.filter(
      ([key, text]) => /\.(?:hint|label|title)$|^cat\./.test(key) && !/[.?!…؟]\s/.test(text),
    );
    assert.deepEqual(find(/\.$/, short), []);
  });

  test(`${tag}: its file registers it, with its direction, and what a browser may not know of it`, async () => {
    const locale = registry.get(tag)!;
    assert.equal(locale.tag, tag);
    const { first, later } = await locale.form();
    assert.equal(first, parts.first);
    assert.equal(await later(), parts.later);
    assert.equal(locale.dir, tag === 'ar' ? 'rtl' : undefined);
    assert.equal(Intl.DateTimeFormat.supportedLocalesOf(locale.dateTag ?? tag).length, 1);
  });
}
