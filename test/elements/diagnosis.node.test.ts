// The values that `check()` carries itself, because their source is elsewhere or heavy, match the sources.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { linesOf } from '../../src/core/help/abroad.ts';
import { ATTRIBUTES, COUNTRIES_WITH_LINES } from '../../src/diagnosis/attribute-findings.ts';

test('the attributes that it knows are those that are documented, and those of the design to come', () => {
  const manifest = readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8');
  const { modules } = JSON.parse(manifest) as {
    modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
  };
  const button = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'cliquez-signalez');
  const documented = button?.attributes?.map(({ name }) => name) ?? [];
  assert.ok(documented.length > 20);
  assert.deepEqual(
    documented.filter((name) => !ATTRIBUTES.includes(name)),
    [],
  );
  assert.deepEqual(
    ATTRIBUTES.filter((name) => !documented.includes(name) && name !== 'src'),
    [],
  );
});

test('the countries that it takes to have lines are those that have some', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  assert.deepEqual(
    codes.filter((code) => linesOf(code).some(({ number }) => number)),
    COUNTRIES_WITH_LINES,
  );
});
