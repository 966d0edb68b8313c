// The palette in numbers equals the palette in CSS: another implementation of CSS Color computes the text of derive.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { css } from '../../../src/widget/theme/derive.ts';
import { contrast, fromHex, numbers, paletteOf, toHex, type Xyz } from '../../../src/widget/theme/measure.ts';
import type { ColourFunctions } from '../../../src/widget/theme/palette.ts';
import { COLOUR_NAMES, PAIRS, ratioOf } from '../../../src/widget/theme/promises.ts';
import { readColour } from '../../../src/tools/theme-check/colours.ts';
import { substitute, type Scheme } from '../../../src/tools/theme-check/substitute.ts';

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
  opposite: (by, one) => by.opposite(by.contrasting(one)),
  byScheme: (by, one, other) => by.byScheme(one, other),
  'mix in oklab': (by, one, other) => by.mix(one, 38, other, 'oklab'),
  'mix in light': (by, one, other) => by.mix(one, 93, other, 'srgb-linear'),
};

/** Luminances from which labels are black: the default, never, always, and one between the zone's ends and white. */
const BLACK_FROM = [0.24, 1, 0, 0.6] as const;

function computed(text: string, within: Scheme, blackFrom: number): Xyz {
  const seeds: Readonly<Record<string, string>> = { '--_cs-black-from': String(blackFrom) };
  const colour = readColour(substitute(text, (name) => seeds[name], within));
  assert.ok(typeof colour === 'object', text);
  assert.equal(colour.alpha, 1);
  return colour.xyz;
}

for (const [name, recipe] of Object.entries(recipes)) {
  test(`${name} is the same in numbers as in CSS`, () => {
    fc.assert(
      fc.property(hex, hex, scheme, fc.constantFrom(...BLACK_FROM), (one, other, within, blackFrom) => {
        const expected = computed(recipe(css, one, other), within, blackFrom);
        const actual = recipe(numbers(within, blackFrom), fromHex(one), fromHex(other));
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
    fc.property(
      hex,
      hex,
      hex,
      scheme,
      fc.double({ min: 0, max: 1 }),
      (accent, surface, danger, within, from) => {
        const palette = paletteOf({ accent, surface, danger, blackFrom: from, scheme: within });
        for (const pair of PAIRS)
          assert.ok(ratioOf(pair, palette) >= pair.minimum, `${pair.front} on ${pair.back}`);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('every colour has a name, and all but the track stand in a pair', () => {
  const paired = new Set(PAIRS.flatMap(({ front, back }) => [front, back]));
  const names = Object.keys(COLOUR_NAMES);
  assert.deepEqual(names.toSorted(), [...paired, 'track'].toSorted());
  assert.equal(new Set(PAIRS.map(({ front, back }) => `${front}/${back}`)).size, PAIRS.length);
});
