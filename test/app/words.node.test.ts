// The words of the application: the same texts with the same values in each language, which name what they speak of as
// it names itself.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { textsOf } from '../../.build/messages/texts.ts';
import { furtherLanguages, loadLanguages, wordsFor } from '../../src/app/languages.ts';
import names from '../../src/app/names.json' with { type: 'json' };
import { en } from '../../src/app/words/en.ts';
import { fr, type AppWords } from '../../src/app/words/fr.ts';
import type { Messages } from '../../src/words/messages.ts';
import { addedLocale } from '../../src/words/registry.ts';

const WORDS = new URL('../../src/app/words/', import.meta.url);
const TAGS = globSync('*.ts', { cwd: WORDS })
  .map((file) => basename(file, '.ts'))
  .toSorted();

const wordsIn = async (tag: string): Promise<AppWords> => {
  const file = (await import(new URL(`${tag}.ts`, WORDS).href)) as Record<string, AppWords>;
  return file['words'] ?? file[tag]!;
};

const valuesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test('each language has the same texts, in the same order, with the same values', async () => {
  assert.equal(TAGS.length, 28);
  assert.deepEqual(Object.keys(names), TAGS);
  for (const tag of TAGS) {
    const words = await wordsIn(tag);
    assert.deepEqual(Object.keys(words), Object.keys(fr), tag);
    for (const name of Object.keys(fr) as (keyof typeof fr)[]) {
      assert.deepEqual(valuesIn(words[name]), valuesIn(fr[name]), `${tag} ${name}`);
      assert.ok(words[name].trim() === words[name] && words[name], `${tag} ${name}`);
      assert.doesNotMatch(words[name], /['"!¡]| {2}|\s[.,]/, `${tag} ${name}`);
      // Some sentences are easy already.
      if (!tag.startsWith('fr')) assert.notEqual(words[name], fr[name], `${tag} ${name}`);
    }
  }
});

test('French typography: no space that breaks, no other quotation marks', () => {
  for (const [name, text] of Object.entries(fr)) assert.doesNotMatch(text, /« | »| [?!;:]|“/, name);
  for (const [name, text] of Object.entries(en)) assert.doesNotMatch(text, /[«»]/, name);
});

test('the form and the buttons are named as they name themselves', async () => {
  for (const tag of TAGS) {
    const words = await wordsIn(tag);
    const form = textsOf(tag) as Messages;
    assert.ok(words['received.nothing-sent'].includes(form['s4.submit']), `${tag} received.nothing-sent`);
    assert.ok(words['paste.refused'].includes(form['s2.url']), `${tag} paste.refused`);
    for (const name of ['how.paste', 'ios.5'] as const)
      assert.ok(words[name].includes(words.paste), `${tag} ${name}`);
  }
});

test('an icon has room for its name, and a neutral one tells nothing', () => {
  for (const [tag, { name, neutral, description }] of Object.entries(names)) {
    assert.ok(name.length <= 16 && neutral.length <= 20, tag);
    const told = name.slice(0, 4).toLowerCase();
    assert.ok(!neutral.toLowerCase().includes(told), tag);
    assert.match(description, /\.$/, tag);
  }
});

test('a page has the words of its language once they have loaded, and English ones before', async () => {
  assert.equal(wordsFor('fr-CA')('paste'), fr.paste);
  assert.equal(wordsFor('xx')('paste'), en.paste);
  assert.equal(wordsFor('de')('paste'), en.paste);
  await loadLanguages(['de']);
  assert.equal(wordsFor('de_AT')('paste'), (await wordsIn('de')).paste);
  assert.ok(addedLocale('de'), 'the form speaks it too');
  assert.equal(
    wordsFor('fr')('install.seen', { name: 'Signaler' }),
    fr['install.seen'].replace('{name}', 'Signaler'),
  );
});

test('only known languages load, each once', () => {
  assert.deepEqual(furtherLanguages(['fr', 'de', 'DE-AT', 'pt_BR', 'constructor', 'xx', '']), ['de', 'pt']);
});
