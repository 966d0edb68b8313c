// Third-party code in our files comes with its licence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bundledPackages, mapsOf } from '../../.build/licences.ts';

/** The packages whose code is in our files. */
const BUNDLED = {
  'dist/cdn': ['@lit/reactive-element', 'altcha-lib', 'lit', 'lit-element', 'lit-html'],
  dist: ['altcha-lib'],
  'dist/tools': [
    '@csstools/color-helpers',
    '@csstools/css-calc',
    '@csstools/css-color-parser',
    '@csstools/css-parser-algorithms',
    '@csstools/css-tokenizer',
  ],
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

test('the receiver’s own modules contain no package, so they need no licences', () => {
  const maps = mapsOf('receiver').filter((map) => !map.includes('/dist/app/'));
  assert.ok(maps.length > 10);
  assert.deepEqual(bundledPackages(maps), []);
});
