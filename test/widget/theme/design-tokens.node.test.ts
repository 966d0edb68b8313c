// Seeds go into a file of design tokens and come back; files of other tools are read, and what cannot be used is named.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTokens, writeTokens, type SeedTexts } from '../../../src/widget/theme/design-tokens.ts';
import { PRESETS } from '../../../src/widget/theme/presets.ts';
import { SEEDS } from '../../../src/widget/theme/seeds.ts';
import { readColour } from '../../../src/tools/theme-check/colours.ts';
import { colourReader } from '../../../src/tools/theme-check/tokens.ts';
import { toHex } from '../../../src/widget/theme/measure.ts';

const read = (file: unknown): ReturnType<typeof readTokens> => readTokens(JSON.stringify(file));
const write = (seeds: SeedTexts): ReturnType<typeof writeTokens> => writeTokens(seeds, colourReader);

test('the seeds of every preset, and the defaults, come back as they went', () => {
  const defaults = Object.assign({}, ...Object.values(SEEDS)) as SeedTexts;
  for (const seeds of [defaults, ...Object.values(PRESETS)]) {
    const { text, left } = write(seeds);
    // `initial` and `inherit` take the font from elsewhere.
    assert.deepEqual(
      left,
      Object.entries(seeds).flatMap(([name, value]) => (/^(initial|inherit)$/.test(value) ? [name] : [])),
    );
    const { seeds: back, problems } = readTokens(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(write(back).text, text);
    assert.equal(Object.keys(back).length, Object.keys(seeds).length - left.length);
    for (const [name, value] of Object.entries(back))
      if (name in SEEDS['<color>'])
        assert.deepEqual(colourReader(value), colourReader(seeds[name as keyof SeedTexts]!), name);
  }
});

test('a file has the form of the Design Tokens Format Module 2025.10', () => {
  const { text } = write({
    accent: 'light-dark(#0b5cff, #7aa2ff)',
    'font-size': '1.125rem',
    radius: '0',
    elevation: '.5',
    font: '"Fira Sans", Georgia, serif',
  });
  assert.deepEqual(JSON.parse(text), {
    cs: {
      accent: {
        $type: 'color',
        $value: { colorSpace: 'srgb', components: [0.0431, 0.3608, 1], hex: '#0b5cff' },
      },
      'accent-dark': {
        $type: 'color',
        $value: { colorSpace: 'srgb', components: [0.4784, 0.6353, 1], hex: '#7aa2ff' },
      },
      'font-size': { $type: 'dimension', $value: { value: 1.125, unit: 'rem' } },
      radius: { $type: 'dimension', $value: { value: 0, unit: 'px' } },
      elevation: { $type: 'number', $value: 0.5 },
      font: { $type: 'fontFamily', $value: ['Fira Sans', 'Georgia', 'serif'] },
    },
  });
});

test('aliases into a style guide are followed, and types come from groups', () => {
  const guide = {
    brand: {
      $type: 'color',
      blue: { $value: { colorSpace: 'oklch', components: [0.55, 0.2, 260] } },
      main: { $value: '{brand.blue}' },
      $root: { $value: { colorSpace: 'srgb', components: [1, 1, 1] } },
    },
    corner: { small: { $type: 'dimension', $value: { value: 0.25, unit: 'rem' } } },
    type: { body: { $type: 'fontFamily', $value: 'Source Sans 3' } },
  };
  const { seeds, problems } = read({
    ...guide,
    cs: {
      $description: 'for the button',
      accent: { $value: '{brand.main}' },
      surface: { $value: '{brand.$root}' },
      'surface-dark': { $type: 'color', $value: { colorSpace: 'hsl', components: ['none', 0, 8] } },
      radius: { $ref: '#/corner/small' },
      font: { $value: { $ref: '#/type/body/$value' } },
      danger: { $type: 'color', $value: '#c00' },
    },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(seeds, {
    accent: 'oklch(0.55 0.2 260)',
    surface: 'light-dark(#ffffff, hsl(none 0% 8%))',
    radius: '0.25rem',
    font: '"Source Sans 3"',
    danger: '#c00',
  });
});

test('every colour space of the format becomes CSS of the same colour', () => {
  // #0b5cff, rounded, in each space.
  const spaces: Readonly<Record<string, readonly number[]>> = {
    srgb: [0.0431, 0.3608, 1],
    'srgb-linear': [0.0033, 0.107, 1],
    hsl: [220.08, 100, 52.16],
    hwb: [220.08, 4.31, 0],
    'xyz-d65': [0.2201, 0.1494, 0.9634],
    oklch: [0.5474, 0.2495, 262.2],
  };
  for (const [colorSpace, components] of Object.entries(spaces)) {
    const { seeds, problems } = read({
      cs: { accent: { $type: 'color', $value: { colorSpace, components } } },
    });
    assert.deepEqual(problems, [], colorSpace);
    const colour = readColour(seeds.accent!);
    assert.ok(typeof colour === 'object', seeds.accent);
    const hex = toHex(colour.xyz);
    for (const at of [1, 3, 5]) {
      const channels = [hex, '#0b5cff'].map((each) => Number.parseInt(each.slice(at, at + 2), 16));
      assert.ok(Math.abs(channels[0]! - channels[1]!) <= 3, `${colorSpace}: ${hex}`);
    }
  }
  for (const colorSpace of [
    'lab',
    'lch',
    'oklab',
    'display-p3',
    'a98-rgb',
    'prophoto-rgb',
    'rec2020',
    'xyz-d50',
  ]) {
    const value = { colorSpace, components: [0.5, 0.1, 0.2], alpha: 0.5 };
    const { seeds } = read({ cs: { accent: { $type: 'color', $value: value } } });
    assert.ok(typeof readColour(seeds.accent!) === 'object', seeds.accent);
  }
});

test('what cannot be used is left out, and named', () => {
  const { seeds, problems } = read({
    loop: { $type: 'color', $value: '{cs.surface}' },
    cs: {
      accent: { $type: 'dimension', $value: { value: 1, unit: 'px' } },
      acent: { $type: 'color', $value: '#000' },
      surface: { $value: '{loop}' },
      danger: { $type: 'color', $value: '{brand.red}' },
      'radius-dark': { $type: 'dimension', $value: { value: 1, unit: 'px' } },
      radius: { $type: 'dimension', $value: { value: 1, unit: 'em' } },
      space: { $type: 'dimension', $value: '3px' },
      font: { $type: 'fontFamily', $value: 'x"; } body { display: none' },
      motion: { $type: 'number', $value: 'none' },
    },
  });
  assert.deepEqual(seeds, { space: '3px' });
  assert.deepEqual(
    problems.map(({ path, reason }) => `${path}: ${reason}`),
    [
      'cs.accent: wrong type',
      'cs.acent: no seed',
      'cs.surface: made of itself',
      'cs.danger: no such token',
      'cs.radius-dark: no seed',
      'cs.radius: wrong value',
      'cs.font: wrong value',
      'cs.motion: wrong value',
    ],
  );
  assert.deepEqual(readTokens('{').problems, [{ path: '', reason: 'no JSON' }]);
  assert.deepEqual(readTokens('{"brand":{}}').problems, [{ path: '', reason: 'no group' }]);
});

test('any JSON is read without an error, and gives nothing that ends a declaration', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.jsonValue(),
      fc.constantFrom(...Object.keys(SEEDS['*']), 'accent', 'radius'),
      (text, value, name) => {
        readTokens(text);
        for (const $type of ['color', 'dimension', 'number', 'fontFamily']) {
          const { seeds } = read({ cs: { [name]: { $type, $value: value } } });
          for (const written of Object.values(seeds))
            assert.doesNotMatch(written.replaceAll(/"[^"]*"/g, ''), /[;{}]/);
        }
      },
    ),
  );
});
