// `npm run messages`, called as translators call it, on a copy of the sources.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { KEYS, TRANSLATED } from '../../.build/messages/texts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'messages-'));
after(() => rmSync(copy, { recursive: true }));
for (const path of ['.build', 'src', 'test/words', 'package.json', 'package-lock.json', 'vite.config.ts'])
  cpSync(join(root, path), join(copy, path), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const node = (...args: readonly string[]): Outcome =>
  spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });

/** The program of `npm run messages`. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: { messages: string };
};
const [, program = ''] = scripts.messages.split(' ');

const messages = (...args: readonly string[]): Outcome => node(program, ...args);

const inCopy = (path: string): string => readFileSync(join(copy, path), 'utf8');

/** The row of a language in the table of states: reviewed, unreviewed, stale. */
function rowOf(tag: string): readonly number[] {
  const { stdout, stderr } = messages('status');
  const row = stdout.split('\n').find((line) => line.startsWith(`${tag} `));
  assert.ok(row, stderr);
  return row.split(/\s+/).slice(1, 4).map(Number);
}

test('the command says how it is called', () => {
  assert.match(messages('--help').stdout, /^Usage: npm run messages -- <what> /);
});

test('a language goes out to a translator, comes back, and is reviewed until a text changes', () => {
  assert.equal(messages('export', '--lang', 'sv', '--out', 'sv.po').status, 0);
  assert.equal(inCopy('sv.po'), messages('export', '--lang', 'sv').stdout);
  const before = inCopy('src/words/locales/sv.json');
  const worked = inCopy('sv.po')
    .replace('"Last-Translator: \\n"', '"Last-Translator: Å. L. <a@exemple.se>\\n"')
    .replace(/#, fuzzy\n(msgctxt "exit\.loading"\nmsgid .*\nmsgstr) .*/, '$1 "Vänta lite"');
  writeFileSync(join(copy, 'sv.po'), worked);

  const imported = messages('import', 'sv.po');
  assert.deepEqual([imported.status, imported.stderr], [0, '']);
  assert.equal(imported.stdout, 'sv: 1 strings changed, 1 recorded as reviewed by Å. L..\n');
  assert.equal(
    inCopy('src/words/locales/sv.json'),
    before.replace(/("exit\.loading": )".*"/, '$1"Vänta lite"'),
  );
  assert.deepEqual(rowOf('sv'), [1, KEYS.length - 1, 0]);
  assert.doesNotMatch(inCopy('src/words/review.json'), /@/);

  assert.match(
    messages('review', '--lang', 'sv', '--by', 'Å. L.').stdout,
    /^sv: (\d+) of \1 strings are reviewed\.\n$/,
  );
  assert.match(inCopy('src/words/languages.ts'), /^ {2}sv: \{ isDraft: false \},$/m);
  assert.match(inCopy('src/words/languages.ts'), /^ {2}da: \{ isDraft: true \},$/m);

  // A text that changes without a reading is stale, and so is each whose source changes.
  writeFileSync(join(copy, 'src/words/locales/sv.json'), before);
  assert.deepEqual(rowOf('sv'), [KEYS.length - 1, 0, 1]);
  const french = inCopy('src/words/locales/fr.json');
  writeFileSync(join(copy, 'src/words/locales/fr.json'), french.replace('"Fermer"', '"Clore"'));
  assert.deepEqual(rowOf('sv'), [KEYS.length - 2, 0, 2]);
  messages('review', '--lang', 'sv', '--by', 'B', '--keys', 'exit.loading');
  assert.deepEqual(rowOf('sv'), [KEYS.length - 1, 0, 1]);
  assert.match(inCopy('src/words/languages.ts'), /^ {2}sv: \{ isDraft: true \},$/m);
});

test('a file that is refused changes nothing, and says why', () => {
  messages('export', '--lang', 'nl', '--out', 'nl.po');
  writeFileSync(
    join(copy, 'nl.po'),
    inCopy('nl.po').replace(/(msgctxt "exit\.loading"\nmsgid .*\nmsgstr) .*/, '$1 "<i>"'),
  );
  const before = inCopy('src/words/locales/nl.json');
  const { status, stdout, stderr } = messages('import', 'nl.po');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^nl\.po: exit\.loading has markup: « < »[^]*\n\nNothing was imported\.\n$/);
  assert.equal(inCopy('src/words/locales/nl.json'), before);
});

test('the files of all languages are examined, by the command and before a build', () => {
  assert.match(messages('check').stdout, /^28 languages have their \d+ strings\.\n$/);
  const before = inCopy('src/words/locales/da.json');
  writeFileSync(
    join(copy, 'src/words/locales/da.json'),
    before.replace(/ {2}"header\.exit": .*\n/, '').replace('{number}', '{n}'),
  );
  writeFileSync(join(copy, 'src/words/locales/nb.json'), before);
  const said = `src/words/locales/nb.json has no row in src/words/languages.ts.
src/words/locales/da.json lacks « header.exit ».
src/words/locales/da.json: « sr.call » has the place {n} where its source has {number}.
`;
  for (const { status, stdout, stderr } of [messages('check'), node('.build/build.ts')])
    assert.deepEqual([status, stdout, stderr], [1, '', said]);
  assert.ok(!existsSync(join(copy, 'dist')), 'nothing is built');
  writeFileSync(join(copy, 'src/words/locales/da.json'), before);
  rmSync(join(copy, 'src/words/locales/nb.json'));
});

test('the keys of French become a type', () => {
  const before = inCopy('src/words/locales/fr.json');
  const adding = (text: string): string => text.replace('{\n', '{\n  "header.new": "Neuf",\n');
  for (const tag of ['fr', ...TRANSLATED]) {
    const file = join(copy, `src/words/locales/${tag}.json`);
    writeFileSync(file, adding(readFileSync(file, 'utf8')));
  }
  assert.equal(messages('check').status, 0);
  assert.match(inCopy('src/words/french-keys.ts'), /^ {2}\| 'header\.new'$/m);
  assert.notEqual(inCopy('src/words/locales/fr.json'), before);
});

test('what is called wrongly is explained', () => {
  const cases: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [[], /^Usage: /],
    [['exprot'], /^messages cannot « exprot »\. Did you mean export\?/],
    [['export'], /^--lang is missing\./],
    [['export', '--lang', 'fr'], /^French is the source/],
    [['export', '--lang', 'eo'], /^There is no language eo here\. There are: en, ar, /],
    [['export', '--lang', 'de', '--format', 'xliff'], /^--format must be po, not « xliff »\./],
    [['import'], /^Name a PO file/],
    [['import', 'none.po'], /^none\.po cannot be read: ENOENT\./],
    [['import', '--lang', 'de'], /^import has no option --lang\./],
    [['review', '--lang', 'de'], /^--by needs the name/],
    [['review', '--lang', 'de', '--by', 'a@b.de'], /without an e-mail address/],
    [['review', '--lang', 'en', '--by', 'A'], /^There is no language en here/],
    [['review', '--lang', 'de', '--by', 'A', '--keys', 'header.exti'], /Did you mean header\.exit\?/],
  ];
  for (const [args, said] of cases) {
    const { status, stderr } = messages(...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, said);
  }
  writeFileSync(join(copy, 'there.po'), '');
  const { status, stderr } = messages('export', '--lang', 'de', '--out', 'there.po');
  assert.deepEqual([status, stderr], [1, 'there.po exists. Name another file: --out FILE\n']);
});
