// What others wrote, and stands in our files, comes with the licence that it was given under.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

test('dist/cdn names every package that stands in its files, with its licence', () => {
  const text = readFileSync(new URL('../../dist/cdn/licences.txt', import.meta.url), 'utf8');
  const parts = text.split(/\n-{72}\n\n/);
  const names = parts.map((part) => part.split('\n', 1)[0]);
  assert.deepEqual(names, ['@lit/reactive-element', 'altcha-lib', 'lit', 'lit-element', 'lit-html']);
  for (const part of parts)
    assert.match(part, /Copyright \(c\) .{4,}[^]*(Redistribution and use|Permission is hereby granted)/);
});
