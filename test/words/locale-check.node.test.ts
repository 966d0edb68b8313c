// The build's faults in the files of the languages: each is one sentence, which names the file and the key.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultsIn, localeFaults } from '../../.build/messages/check.ts';
import { frenchKeysModule } from '../../.build/messages/french-keys.ts';
import { keysIn, localeFile, textsOf, TRANSLATED } from '../../.build/messages/texts.ts';
import PENDING from '../../src/words/pending.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** A file with a change. */
function changed(tag: string, from: RegExp, to: string): string {
  const source = read(localeFile(tag));
  const text = source.replace(from, to);
  assert.notEqual(text, source);
  return text;
}

const DE = 'src/words/locales/de.json';

const FAULTS: readonly (readonly [what: string, tag: string, from: RegExp, to: string, said: string])[] = [
  ['a missing key', 'de', /^ {2}"s1\.title": .*\n/m, '', `${DE} lacks « s1.title ».`],
  [
    'an unknown key',
    'de',
    /^ {2}"s1\.title"/m,
    '  "s1.aside": "Hier",\n$&',
    `${DE} has « s1.aside », which is no string of the form.`,
  ],
  ['a key twice', 'de', /^ {2}"s1\.title": .*\n/m, '$&$&', `${DE} has « s1.title » twice.`],
  [
    'a wrong place',
    'de',
    /\{number\} anrufen/,
    '{n} anrufen',
    `${DE}: « sr.call » has the place {n} where its source has {number}.`,
  ],
  ['a missing place', 'de', /\{number\} anrufen/, 'Anrufen', `${DE}: « sr.call » lacks the place {number}.`],
  [
    'a place of another string',
    'de',
    /"Weiter"/,
    '"Weiter: {n}"',
    `${DE}: « action.continue » has a place that its source does not have: {n}.`,
  ],
  [
    'a brace',
    'de',
    /"Weiter"/,
    '"Weiter {"',
    `${DE}: « action.continue » has a brace that belongs to no place.`,
  ],
  ['what is no text', 'de', /"Weiter"/, '7', `${DE}: « action.continue » is no text.`],
  [
    'the mark between strings of a list',
    'de',
    /"Weiter"/,
    '"Weiter|"',
    `${DE}: « action.continue » has a |, which built files have between strings.`,
  ],
  [
    'a plural form that is missing',
    'pl',
    /^ {2}"err\.wait\.few": .*\n/m,
    '',
    'src/words/locales/pl.json lacks « err.wait.few ».',
  ],
  [
    'a plural form that the language does not have',
    'de',
    /^ {2}"err\.wait\.one"/m,
    '  "err.wait.few": "{n}",\n$&',
    `${DE} has « err.wait.few », which is no string of the form.`,
  ],
];

for (const [what, tag, from, to, said] of FAULTS)
  test(`${what} is one sentence`, () => assert.deepEqual(faultsIn(tag, changed(tag, from, to)), [said]));

test('a key with a slip is missing, and what was meant is said', () => {
  assert.deepEqual(faultsIn('de', changed('de', /"s1\.title"/, '"s1.titel"')), [
    `${DE} lacks « s1.title ».`,
    `${DE} has « s1.titel », which is no string of the form. Did you mean « s1.title »?`,
  ]);
});

test('a file that is no JSON is named', () => {
  assert.throws(() => faultsIn('de', '{'), /^Error: src\/words\/locales\/de\.json is no JSON: /);
});

test('all languages have all strings, and the type of the keys is that of French', () => {
  assert.deepEqual(localeFaults(), []);
  assert.equal(read('src/words/french-keys.ts'), frenchKeysModule());
});

test('a pending string may be missing, but not in the languages of the authors', () => {
  const [key = ''] = PENDING;
  const without = (tag: string): string => {
    const { [key]: _, ...texts } = JSON.parse(read(localeFile(tag))) as Record<string, string>;
    return JSON.stringify(texts, null, 2);
  };
  assert.deepEqual(faultsIn('de', without('de')), []);
  for (const tag of ['en', 'fr-simple', 'en-simple'])
    assert.deepEqual(faultsIn(tag, without(tag)), [`${localeFile(tag)} lacks « ${key} ».`]);
});

test('a pending string is one of the form, and some language still lacks it', () => {
  for (const key of PENDING) {
    assert.ok(keysIn('fr').includes(key), `${key} is no string of the form`);
    assert.ok(
      TRANSLATED.some((tag) => !(key in textsOf(tag))),
      `every language has ${key}: take it out of src/words/pending.json`,
    );
  }
});
