// The words of the application: French typography, and the same values in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/app/words/en.ts';
import { fr } from '../../src/app/words/fr.ts';
import { wordsFor } from '../../src/app/words/words.ts';
import { later as enLater } from '../../src/i18n/locales/en/later.ts';
import { later as frLater } from '../../src/i18n/locales/fr/later.ts';

const valuesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test('both languages have the same texts, with the same values', () => {
  assert.deepEqual(Object.keys(en), Object.keys(fr));
  for (const name of Object.keys(fr) as (keyof typeof fr)[])
    assert.deepEqual(valuesIn(en[name]), valuesIn(fr[name]), name);
});

test('French typography: no space that breaks, no straight apostrophe, no other quotation marks', () => {
  for (const [name, text] of Object.entries(fr)) assert.doesNotMatch(text, /« | »| [?!;:]|'|"|“/, name);
  for (const [name, text] of Object.entries(en)) assert.doesNotMatch(text, /[«»]|'|"/, name);
});

test('the form is named as it names itself', () => {
  assert.ok(fr['received.nothing-sent'].includes(frLater['s4.submit']));
  assert.ok(en['received.nothing-sent'].includes(enLater['s4.submit']));
  assert.ok(fr['paste.refused'].includes(frLater['s2.url']));
  assert.ok(en['paste.refused'].includes(enLater['s2.url']));
});

test('a page in another language has English words', () => {
  assert.equal(wordsFor('fr-CA')('paste'), fr.paste);
  assert.equal(wordsFor('de')('paste'), en.paste);
  assert.equal(
    wordsFor('fr')('install.seen', { name: 'Signaler' }),
    fr['install.seen'].replace('{name}', 'Signaler'),
  );
});
