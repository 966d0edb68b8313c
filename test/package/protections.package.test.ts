// Sealing and proof of work are separate files, which load only when the page asks for them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const cdn = new URL('../../dist/cdn/', import.meta.url);
const npm = new URL('../../dist/', import.meta.url);
const scripts = readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
);
const textOf = (file: string): string => readFileSync(new URL(file, cdn), 'utf8');

/** A string that only one part's code contains and that no minifier changes. */
const MARKS = { sealing: /A256GCM/, proving: /PBKDF2/, confirming: /cliquez-signalez-receipt/ };

for (const [part, mark] of Object.entries(MARKS)) {
  test(`${part} is one file, and no other chunk has any of it`, () => {
    const chunks = scripts.filter((name) => !name.endsWith('.bundle.js'));
    // The frame page of the isolated mode has separate files.
    const found = chunks
      .filter((name) => mark.test(textOf(name)))
      .map((name) => name.slice(0, -'-123456.js'.length));
    assert.deepEqual(found.toSorted(), [part, `frame-${part}`].toSorted());
  });
}

test('the form waits for one more file to be sealed, not for the later steps', () => {
  const file = scripts.find((name) => name.startsWith('sealing-')) ?? '';
  const imported = [...textOf(file).matchAll(/(?:from|import\(?)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(imported, []);
});

test('whoever installs the package needs neither jose nor altcha-lib for the form', () => {
  const files = readdirSync(npm, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !/^(cdn|receiver|tools)\/|^cli\.js$/.test(name),
  );
  const ofTheForm = files.filter((name) => /^(define|define-form|index)\.js$/.test(name));
  assert.equal(ofTheForm.length, 3);
  const needed = (name: string, into = new Set<string>()): Set<string> => {
    if (into.has(name)) return into;
    into.add(name);
    const text = readFileSync(new URL(name, npm), 'utf8');
    assert.doesNotMatch(text, /(from|import\()\s*["'](jose|altcha-lib)/, name);
    for (const [, other = ''] of text.matchAll(/(?:from|import\(?)\s*["'](\.{1,2}\/[^"']+)["']/g))
      needed(new URL(other, new URL(name, npm)).href.slice(npm.href.length), into);
    return into;
  };
  const all = ofTheForm.flatMap((name) => [...needed(name)]);
  assert.ok(all.length > ofTheForm.length);
});
