// Third-party code in our files comes with its licence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Those of `theme-check`, which the receiver's program has too. */
const OF_TOOLS = [
  '@csstools/color-helpers',
  '@csstools/css-calc',
  '@csstools/css-color-parser',
  '@csstools/css-parser-algorithms',
  '@csstools/css-tokenizer',
];

/** `lit` itself has no code: it exports that of the others. */
const OF_WIDGET = ['@lit/reactive-element', 'altcha-lib', 'lit-element', 'lit-html'];

/** The packages whose code is in our files. */
const BUNDLED = {
  'dist/cdn': OF_WIDGET,
  dist: ['altcha-lib'],
  'dist/receiver': [...OF_TOOLS, ...OF_WIDGET],
  'dist/tools': OF_TOOLS,
};

for (const [folder, packages] of Object.entries(BUNDLED)) {
  test(`${folder} names every package that stands in its files, with its licence`, () => {
    const text = readFileSync(new URL(`../../${folder}/licences.txt`, import.meta.url), 'utf8');
    const parts = text.split(/\n-{72}\n\n/);
    assert.deepEqual(
      parts.map((part) => part.split('\n', 1)[0]),
      packages,
    );
    for (const part of parts)
      assert.match(part, /Copyright .{4,}[^]*(Redistribution and use|Permission is hereby granted)/);
  });
}
