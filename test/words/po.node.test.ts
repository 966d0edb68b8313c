// The strings as PO files: what a translator gets, what comes back, and what is refused.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { po, type PoEntry } from 'gettext-parser';
import { importPo } from '../../.build/messages/import.ts';
import { PLACES } from '../../.build/messages/places.ts';
import { pluralForms } from '../../.build/messages/plurals.ts';
import { writePo } from '../../.build/messages/po-file.ts';
import { isDraft, stateOf, withReadings } from '../../.build/messages/review.ts';
import { BEGINNINGS, beginningOf, sightOf } from '../../.build/messages/screens.ts';
import { placesOf } from '../../.build/messages/text-rules.ts';
import {
  categoriesOf,
  frenchOf,
  KEYS,
  keysOf,
  mayLack,
  sourceOf,
  textsOf,
  TRANSLATED,
} from '../../.build/messages/texts.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { STATES } from '../../demo/gallery/states.ts';

const DAY = '2027-03-02';

const root = fileURLToPath(new URL('../../', import.meta.url));

const entryOf = (text: string, key: string): PoEntry => Object.values(po.parse(text).translations[key]!)[0]!;

/** The file of German, with a change. */
const german = textsOf('de');
const exported = writePo('de', german, {});
const changed = (from: string | RegExp, to: string): string => {
  const text = exported.replace(from, to);
  assert.notEqual(text, exported);
  return text;
};
const importing = (text: string): ReturnType<typeof importPo> => importPo([{ file: 'de.po', text }], {}, DAY);

/** The file with other texts, which are still fuzzy. */
const saying = (texts: Readonly<Record<string, string>>): string =>
  writePo('de', { ...german, ...texts }, {});

/** An entry of the file, up to the next one. */
const ENTRY = (key: string): RegExp => new RegExp(`#, fuzzy\nmsgctxt "${key}"\n[^]*?\n\n`);

test('what is exported and imported again changes nothing, in any language', async () => {
  for (const tag of TRANSLATED) {
    const texts = textsOf(tag);
    const text = writePo(tag, texts, {});
    const { changed: files, readings, said } = await importPo([{ file: `${tag}.po`, text }], {}, DAY);
    assert.deepEqual([[...files.keys()], readings], [[], undefined], said.join('\n'));
    const read = po.parse(text).translations;
    assert.deepEqual(Object.keys(read).filter(Boolean), KEYS, tag);
    for (const key of KEYS)
      assert.deepEqual(
        Object.values(read[key]!)[0]!.msgstr,
        keysOf(tag, key).map((name) => texts[name] ?? ''),
        `${tag} ${key}`,
      );
  }
});

test('an entry says its source, its English text, its screen, its limit, its places and its doubt', () => {
  const { msgid, msgid_plural: many, comments } = entryOf(exported, 'err.wait');
  assert.deepEqual([msgid, many], [sourceOf('err.wait').one, frenchOf('err.wait')]);
  assert.match(
    comments!.extracted!,
    /^English: Wait \{n\} second, .*\nEnglish: Wait \{n\} seconds, .*\nIn easy words: Wait .*\nSeen on: /,
  );
  assert.match(comments!.extracted!, /\n\{n\}: a number\nForms: one, other\n/);
  assert.equal(comments!.flag, 'fuzzy');
  const button = entryOf(exported, 'header.exit').comments!.extracted!;
  assert.match(
    button,
    /\nPicture: gallery\/state\.html\?name=what&lang=de\nA button: at most 19 characters\n/,
  );
  assert.match(
    entryOf(exported, 's2.else').comments!.extracted!,
    /\nIn easy words: I have the link\nGlossary: lien = Link/,
  );
  assert.match(entryOf(exported, 'ok.stamp').comments!.extracted!, /\{hotline\}: .*\n\{date\}: /);
});

test('the screens of all strings are known, by a table without a row too many', () => {
  const states = new Set(STATES.map(({ name }) => name));
  const used = new Set(KEYS.map((key) => (assert.ok(states.has(sightOf(key).state), key), beginningOf(key))));
  assert.deepEqual(
    BEGINNINGS.filter((beginning) => !used.has(beginning)),
    [],
  );
});

test('every place is explained, and no other', () => {
  const found = KEYS.flatMap((key) => placesOf(sourceOf(key).french));
  assert.deepEqual([...new Set(found)].toSorted(), Object.keys(PLACES).toSorted());
});

test('gettext chooses the forms that Intl chooses', () => {
  const numbers = [...Array.from({ length: 1_200 }, (_, n) => n), 10_000, 1_000_000, 1_000_001, 3_000_000];
  for (const tag of TRANSLATED) {
    const [, count, expression] = /^nplurals=(\d); plural=\((.+)\);$/.exec(pluralForms(tag))!;
    const categories = categoriesOf(tag);
    assert.equal(Number(count), categories.length);
    // C and JavaScript read it alike, but for comparisons, whose value is no number here.
    const found = runInNewContext(`numbers.map((n) => Number(${expression}))`, { numbers }) as number[];
    const rules = new Intl.PluralRules(tag);
    numbers.forEach((n, index) => assert.equal(categories[found[index]!], rules.select(n), `${tag} ${n}`));
  }
});

test('a text that somebody changed goes into its file, in the format of the house, and nothing else', async () => {
  const text = saying({
    'exit.loading': 'It’s „here“',
    'ok.receipt.text': '{hotline}\n{reference}\n{date}',
    'err.wait.one': '{n} Sek.',
  });
  const { changed: files, said, readings } = await importing(text);
  assert.deepEqual([...files.keys()], ['src/words/locales/de.json']);
  const differing = [...files].flatMap(([file, now]) => {
    const before = new Set(readFileSync(root + file, 'utf8').split('\n'));
    return now.split('\n').filter((line) => !before.has(line));
  });
  assert.deepEqual(differing, [
    '  "exit.loading": "It’s „here“",',
    '  "err.wait.one": "{n} Sek.",',
    '  "ok.receipt.text": "{hotline}\\n{reference}\\n{date}",',
  ]);
  assert.equal(readings, undefined);
  assert.match(
    said.join('\n'),
    /^de: 3 strings changed, 0 recorded as reviewed\.\nde: the file names no Last-Translator/,
  );
});

test('plural forms come back to their own keys', async () => {
  const polish = textsOf('pl');
  const text = writePo('pl', { ...polish, 's3.details.left.few': 'Zosta {n}.' }, {});
  assert.match(text, /\nmsgstr\[1\] "Zosta \{n\}\."\n/);
  const { changed: files } = await importPo([{ file: 'pl.po', text }], {}, DAY);
  const [[, now = ''] = []] = files;
  assert.match(now, /"s3\.details\.left\.few": "Zosta \{n\}\.",/);
});

test('what is not fuzzy is recorded as reviewed by the translator, whose e-mail address is left out', async () => {
  const text = changed('"Last-Translator: \\n"', '"Last-Translator: Anna B. <anna@exemple.fr>\\n"').replace(
    /#, fuzzy\n(msgctxt "(?:header\.exit|err\.wait)")/g,
    '$1',
  );
  const { readings, said } = await importing(text);
  assert.deepEqual(Object.keys(readings!['de']!).toSorted(), ['err.wait', 'header.exit']);
  assert.deepEqual([readings!['de']!['err.wait']!.by, readings!['de']!['err.wait']!.on], ['Anna B.', DAY]);
  assert.equal(stateOf(readings!, 'de', 'err.wait', german), 'reviewed');
  assert.match(said.join('\n'), /0 strings changed, 2 recorded as reviewed by Anna B\./);
  // The next export says so, and a reading that holds keeps its name.
  const again = writePo('de', german, readings!);
  assert.equal(entryOf(again, 'header.exit').comments!.flag, undefined);
  const other = again.replace('"Last-Translator: \\n"', '"Last-Translator: C\\n"');
  assert.equal((await importPo([{ file: 'de.po', text: other }], readings!, DAY)).readings, undefined);
});

test('what was read against another source is imported, and not recorded', async () => {
  const named = changed('"Last-Translator: \\n"', '"Last-Translator: A\\n"');
  for (const text of [
    named.replace(/#\. Source: \S+\n#, fuzzy\n(msgctxt "header\.exit")/, '#. Source: another\n$1'),
    named.replace(/#, fuzzy\n(msgctxt "header\.exit"\nmsgid ")Quitter vite/, '$1Quitter'),
  ]) {
    assert.notEqual(text, named);
    const { readings, said } = await importing(text);
    assert.equal(readings, undefined);
    assert.match(said.join('\n'), /because their source has changed since: header\.exit\./);
  }
});

test('once all is reviewed the language is no draft, and is one again when a text changes', async () => {
  const { de: all } = withReadings({}, 'de', {
    by: 'A',
    on: DAY,
    keys: KEYS.filter((key) => !mayLack('de', key)),
    texts: german,
  });
  const named = changed('"Last-Translator: \\n"', '"Last-Translator: A\\n"').replaceAll('#, fuzzy\n', '');
  const { changed: files, readings } = await importing(named);
  assert.deepEqual(readings, { de: all });
  const [[file = '', text = ''] = []] = files;
  assert.equal(file, 'src/words/languages.ts');
  assert.equal(
    text,
    readFileSync(root + file, 'utf8').replace('de: { isDraft: true }', 'de: { isDraft: false }'),
  );
  assert.equal(isDraft(readings, 'de', german), false);
  assert.equal(isDraft(readings, 'de', { ...german, 'exit.loading': 'Es lädt …' }), true);
});

test('languages that are finished by one import are no drafts, each in its row', async () => {
  const files = ['de', 'mt'].map((tag) => ({
    file: `${tag}.po`,
    text: writePo(tag, textsOf(tag), {})
      .replace('"Last-Translator: \\n"', '"Last-Translator: A\\n"')
      .replaceAll('#, fuzzy\n', ''),
  }));
  const { changed: sources } = await importPo(files, {}, DAY);
  const rows = sources.get('src/words/languages.ts')!;
  assert.match(rows, /^ {2}de: \{ isDraft: false \},$/m);
  assert.match(rows, /^ {2}mt: \{ name: 'Malti', isDraft: false \},$/m);
  assert.equal(rows.match(/isDraft: true/g)!.length, FURTHER_LANGUAGES.length - 2);
});

test('notes of translators are printed, and entries that are gone leave their strings alone', async () => {
  const text = changed(ENTRY('header.close'), '').replace(
    /\n(#\. [^\n]*\n)+#, fuzzy\nmsgctxt "header\.exit"/,
    (entry) => `\n# Kürzer?${entry}`,
  );
  const { said, changed: files } = await importing(text);
  assert.equal(files.size, 0);
  assert.match(said.join('\n'), /1 strings are not in the file/);
  assert.match(said.join('\n'), /a note about header\.exit, which is kept nowhere: Kürzer\?/);
});

/** Files that are refused: what is wrong, the file, and what is said. */
const REFUSED: readonly (readonly [what: string, text: string, fault: RegExp])[] = [
  ['no PO file', 'msgid', /This is no PO file: /],
  [
    'no language',
    changed('"Language: de\\n"', '"Language: \\n"'),
    /Its header needs, for example, Language: de/,
  ],
  ['an unknown language', changed('"Language: de\\n"', '"Language: eo\\n"'), /There is no language eo here/],
  [
    'other plural forms',
    changed('nplurals=2', 'nplurals=3'),
    /needs Plural-Forms: nplurals=2; plural=\(n != 1\);/,
  ],
  ['an unknown key', changed('"header.exit"', '"header.quit"'), /header\.quit: there is no such string/],
  ['no key', changed('msgctxt "header.exit"\n', ''), /« Quitter vite » has no msgctxt/],
  ['a key twice', changed('"header.close"', '"header.exit"'), /header\.exit: stands 2 times/],
  [
    'a form too few',
    changed(/(msgctxt "err\.wait"\n(?:[^\n]+\n)*?)msgstr\[1\] (?:"[^\n]*\n)+/, '$1'),
    /err\.wait: has 1 forms; de needs 2/,
  ],
  ['an empty text', saying({ 'exit.loading': '' }), /exit\.loading is empty/],
  ['a missing place', saying({ 'sr.message': 'SMS' }), /sr\.message lacks the place \{number\}/],
  ['a new place', saying({ 'exit.loading': '{site} lädt' }), /exit\.loading has a place .*\{site\}/],
  ['markup', saying({ 'exit.loading': '<b>Es lädt</b>' }), /exit\.loading has markup: « < »/],
  ['a number', saying({ 'exit.loading': 'Es lädt: 117' }), /exit\.loading has the number 117/],
  [
    'a long button',
    saying({ 'header.exit': 'Diese Seite schnell verlassen' }),
    /header\.exit is too long for a button: 29 characters, at most 19/,
  ],
  ['a space at the end', saying({ 'exit.loading': 'Es lädt ' }), /exit\.loading begins or ends with a space/],
  ['two spaces', saying({ 'exit.loading': 'Es  lädt' }), /exit\.loading has two spaces side by side/],
  ['two full stops', saying({ 'exit.loading': 'Es lädt..' }), /exit\.loading has two full stops/],
  ['a stray brace', saying({ 'exit.loading': 'Es {lädt' }), /exit\.loading has a brace/],
  ['another typography', saying({ 'exit.loading': '« Es lädt »' }), /exit\.loading breaks the typography/],
  ['an open quotation', saying({ 'exit.loading': 'Es „lädt' }), /exit\.loading opens or closes a quotation/],
  ['another form of address', saying({ 'exit.loading': 'Du wartest' }), /exit\.loading addresses people/],
  [
    'a word that begs',
    saying({ 'exit.loading': 'Bitte warten' }),
    /exit\.loading has words that beg.*« Bitte »/,
  ],
  ['a word of blame', saying({ 'err.where': 'Das ist falsch' }), /err\.where has words of blame.*« falsch »/],
  ['an exclamation mark', saying({ 'exit.loading': 'Es lädt!' }), /exit\.loading has an exclamation mark/],
  ['a full stop', saying({ 'cat.unsure': 'Ich weiß es nicht.' }), /cat\.unsure ends with a full stop/],
  [
    'a long sentence',
    saying({ 'exit.loading': `${'es '.repeat(16)}lädt` }),
    /exit\.loading has a sentence of 17 words/,
  ],
];

for (const [what, text, fault] of REFUSED) {
  test(`refused: ${what}`, async () => {
    await assert.rejects(importing(text), (error: Error) => {
      assert.match(error.message, fault);
      assert.match(error.message, /^de\.po: [^]*\n\nNothing was imported\.$/);
      return true;
    });
  });
}

test('the faults of all files are said at once', async () => {
  const texts = [saying({ 'exit.loading': '' }), 'msgid'].map((text, index) => ({
    file: `${index}.po`,
    text,
  }));
  await assert.rejects(
    importPo(texts, {}, DAY),
    /^CommandError: 0\.po: exit\.loading is empty[^]*\n1\.po: This is no PO file/,
  );
});
