// The figures in the README match the build, and appear only between their marks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withAttacks } from '../../.build/readme-attacks.ts';
import { withAttributes } from '../../.build/readme-attributes.ts';
import { BUDGETS, withFigures } from '../../.build/readme-figures.ts';
import { withLookReference } from '../../.build/readme-look.ts';
import type { Sizes } from '../../.build/sizes.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const sizes = JSON.parse(read('dist/sizes.json')) as Sizes;

test('the README gives the sizes of the build', () => {
  const readme = read('README.md');
  assert.equal(readme, withFigures(readme, sizes), 'npm run build brings README.md up to date');
});

test('the README says of attacks what they got', () => {
  const readme = read('README.md');
  assert.equal(readme, withAttacks(readme), 'npm run build brings README.md up to date');
  assert.match(withAttacks('<!-- attacks -->\n<!-- /attacks -->\n'), /\| Logging every key \| \*\*all/);
});

// A page that begins to require them breaks scripts that do not know them: test/demo/configurator shows it.
test('the header to take asks no page for Trusted Types', () => {
  const [, recipe = ''] = /<!-- policies -->\n```\n(.*)\n```/.exec(read('README.md')) ?? [];
  assert.match(recipe, /^Content-Security-Policy: .*script-src/);
  assert.doesNotMatch(recipe, /trusted-types/);
});

test('the README says of attributes what the table says', () => {
  const readme = read('README.md');
  assert.equal(readme, withAttributes(readme), 'npm run build brings README.md up to date');
  for (const said of [
    '| `endpoint` | Address',
    '| `auto` `light` `dark` |',
    '| Level of the headings: 2 to 5. |  |',
  ])
    assert.ok(readme.includes(said), said);
});

test('the guide for themes says of the look what the manifest says', () => {
  const guide = read('src/theme/README.md');
  assert.equal(guide, withLookReference(guide), 'npm run build brings it up to date');
  for (const said of [
    '`--cs-accent`',
    '`--cs-motion`',
    '`:state(sending)`',
    '`launcher-label`',
    '`bar-title`',
  ])
    assert.ok(withLookReference('<!-- look -->\n<!-- /look -->').includes(said), said);
});

test('the table has a row for each moment, and changes nothing around it', () => {
  const written = withFigures('# Title\n<!-- sizes -->\nold\n<!-- /sizes -->\nThe end.\n', sizes);
  const lines = written.split('\n');
  assert.deepEqual(lines.slice(0, 2), ['# Title', '<!-- sizes -->']);
  assert.deepEqual(lines.slice(-3), ['<!-- /sizes -->', 'The end.', '']);
  const rows = lines.filter((line) => line.startsWith('|'));
  assert.equal(rows.length, 2 + Object.keys(BUDGETS).length);
  assert.deepEqual(new Set(rows.map((row) => row.split('|').length)), new Set([7]));
  assert.match(written, /\| Before a click \| \d+\.\d kB \| \d+\.\d kB \| \d \| ≤ 10\.0 kB \|/);
  assert.equal(withFigures(written, sizes), written);
});

test('a README without its marks is an error that says which', () => {
  for (const readme of ['', '# Title\n', '<!-- sizes -->\n', '<!-- /sizes -->\n<!-- sizes -->\n']) {
    assert.throws(() => withFigures(readme, sizes), /<!-- sizes -->.*<!-- \/sizes -->/);
  }
});
