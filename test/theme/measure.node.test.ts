// The palette in numbers equals the palette in CSS: another implementation of CSS Color computes the text of derive.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { css } from '../../src/theme/derive.ts';
import { contrast, fromHex, numbers, paletteOf, toHex, type Xyz } from '../../src/theme/measure.ts';
import type { ColourFunctions } from '../../src/theme/palette.ts';
import { COLOUR_NAMES, PAIRS, ratioOf } from '../../src/theme/promises.ts';
import { readColour } from '../../src/tools/theme-check/colours.ts';
import { substitute, type Scheme } from '../../src/tools/theme-check/substitute.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const scheme = fc.constantFrom<Scheme>('light', 'dark');

/** The computations that both implementations make from two colours. */
const recipes: Readonly<Record<string, <C>(by: ColourFunctions<C>, one: C, other: C) => C>> = {
  white: (by) => by.white,
  black: (by) => by.black,
  darken: (by, one) => by.darken(one, 0.066),
  lighten: (by, one) => by.lighten(one, 0.59),
  push: (by, one) => by.push(one),
  contrasting: (by, one) => by.contrasting(one),
  byScheme: (by, one, other) => by.byScheme(one, other),
  'mix in oklab': (by, one, other) => by.mix(one, 38, other, 'oklab'),
  'mix in light': (by, one, other) => by.mix(one, 93, other, 'srgb-linear'),
};

function computed(text: string, within: Scheme): Xyz {
  const colour = readColour(substitute(text, () => undefined, within));
  assert.ok(typeof colour === 'object', text);
  assert.equal(colour.alpha, 1);
  return colour.xyz;
}

for (const [name, recipe] of Object.entries(recipes)) {
  test(`${name} is the same in numbers as in CSS`, () => {
    fc.assert(
      fc.property(hex, hex, scheme, (one, other, within) => {
        const expected = computed(recipe(css, one, other), within);
        const actual = recipe(numbers(within), fromHex(one), fromHex(other));
        for (const [index, value] of actual.entries())
          assert.ok(
            Math.abs(value - expected[index]!) < 1e-4,
            `${actual.join(' ')} is not ${expected.join(' ')}`,
          );
      }),
    );
  });
}

test('a colour goes to numbers and back', () => {
  fc.assert(fc.property(hex, (colour) => assert.equal(toHex(fromHex(colour)), colour)));
});

test('contrasts are those of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00');
  assert.equal(contrast('#ffffff', '#ffffff'), 1);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
  assert.equal(contrast('#ffffff', '#949494').toFixed(2), '3.03');
});

test('every pair keeps its contrast, whatever the seeds', () => {
  fc.assert(
    fc.property(hex, hex, hex, scheme, (accent, surface, danger, within) => {
      const palette = paletteOf({ accent, surface, danger, scheme: within });
      for (const pair of PAIRS)
        assert.ok(ratioOf(pair, palette) >= pair.minimum, `${pair.front} on ${pair.back}`);
    }),
    { numRuns: 5_000 },
  );
});

test('every colour has a name, and all but the track stand in a pair', () => {
  const paired = new Set(PAIRS.flatMap(({ front, back }) => [front, back]));
  const names = Object.keys(COLOUR_NAMES);
  assert.deepEqual(names.toSorted(), [...paired, 'track'].toSorted());
  assert.equal(new Set(PAIRS.map(({ front, back }) => `${front}/${back}`)).size, PAIRS.length);
});
