// The titles and labels by which tests find their way are strings of the form. A sentence that has changed is told here at
// once, with the tests that have the old one; otherwise each of them would wait in vain for it.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import english from '../../src/words/locales/en.json' with { type: 'json' };
import french from '../../src/words/locales/fr.json' with { type: 'json' };

/** The calls of drivers that wait for a title or a label. */
const CALLS = /\b(?:press|reach|button)\(\s*'([^'\n]+)'/g;

/** A text of several words; the rest are keys and selectors. */
const IS_SENTENCE = /^\p{Lu}[^[\]=+]* [^[\]=+]*$/u;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The tests that quote a text that no string of the form gives. */
function outdated(quoted: readonly (readonly [file: string, text: string])[]): string[] {
  const strings = [french, english].flatMap((locale) => JSON.stringify(Object.values(locale)));
  const all = strings.flatMap((json) => [...json.matchAll(/"((?:[^"\\]|\\.)*)"/g)]);
  const patterns = all.map(([text]) =>
    (JSON.parse(text) as string)
      .split(/\{[^}]*\}/)
      .map(escaped)
      .join('.+'),
  );
  const said = new RegExp(`^(?:${patterns.join('|')})$`, 'u');
  return quoted.filter(([, text]) => !said.test(text)).map(([file, text]) => `${file}: « ${text} »`);
}

test('tests press and reach what the form says', () => {
  const quoted = globSync('{test/widget/**,demo/gallery}/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(CALLS)]
      .map(([, text = '']) => [file, text] as const)
      .filter(([, text]) => IS_SENTENCE.test(text)),
  );
  assert.ok(quoted.length > 140, `${quoted.length} quoted`);
  assert.deepEqual(outdated(quoted), []);
});
