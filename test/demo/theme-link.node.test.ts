// The theme builder's link: choices survive the round trip, and hostile parts do no harm.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NO_CHOICES, readHash, SHOWN, writeHash, type Choices } from '../../demo/theme/link.ts';
import { themeCss } from '../../demo/theme/output.ts';
import { PLACEMENTS, PRESET_NAMES, SCHEMES, SIZES, tidy, VARIANTS } from '../../demo/theme/theme.ts';

/** Accepts every value: test/e2e tests the check of real browsers. */
const anything = (): boolean => true;
const read = (hash: string): ReturnType<typeof readHash> => readHash(hash, anything);

const arbitraryHex = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

const arbitraryChoices: fc.Arbitrary<Choices> = fc
  .record({
    preset: fc.constantFrom(...PRESET_NAMES),
    variant: fc.constantFrom(...VARIANTS),
    size: fc.option(fc.constantFrom(...SIZES), { nil: undefined }),
    placement: fc.constantFrom(...PLACEMENTS),
    scheme: fc.constantFrom(...SCHEMES),
    seeds: fc.record(
      {
        accent: arbitraryHex,
        surface: fc.tuple(arbitraryHex, arbitraryHex).map(([light, dark]) => `light-dark(${light}, ${dark})`),
        danger: fc.constantFrom('rebeccapurple', 'oklch(0.6 0.2 20)', 'rgb(1 2 3 / 50%)'),
        font: fc.constantFrom('Georgia, serif', '"Gill Sans Nova", Ubuntu', 'Ça va'),
        radius: fc.integer({ min: 0, max: 32 }).map((number) => `${number}px`),
        motion: fc.constantFrom('0', '0.5', '2'),
      },
      { requiredKeys: [] },
    ),
  })
  .chain((theme) =>
    fc.record(
      {
        theme: fc.constant(tidy(theme)),
        shown: fc.subarray([...SHOWN]),
        swatches: fc.uniqueArray(arbitraryHex, { maxLength: 24 }),
      },
      { noNullPrototype: true },
    ),
  );

describe('the link to a theme', () => {
  it('brings back every choice', () => {
    fc.assert(
      fc.property(arbitraryChoices, (choices) => {
        assert.deepEqual(read(`#${writeHash(choices)}`), { choices, ignored: [] });
      }),
    );
  });

  it('holds only what was chosen', () => {
    assert.equal(writeHash(NO_CHOICES), '');
    const { choices } = read('#theme=signal&accent=%231F4FD8&variant=button&surface=light-dark(white,white)');
    assert.equal(writeHash(choices), 'surface=white');
  });

  it('names what it does not know, and takes the rest', () => {
    const { choices, ignored } = read('#theme=presse&colour=red&variant=sheet&radius=999px&radius=4px');
    assert.deepEqual(choices.theme, {
      ...NO_CHOICES.theme,
      preset: 'presse',
      seeds: { radius: '4px' },
    });
    assert.deepEqual(ignored, ['colour', 'variant', 'radius']);
  });

  it('repeats no name that is not a plain word, nor more than five', () => {
    assert.deepEqual(read('#<b>=1').ignored, ['…']);
    assert.equal(read(`#${'abcdefghijkl'.replaceAll(/./g, '$&=1&')}`).ignored.length, 5);
    assert.deepEqual(read(`#accent=${'a'.repeat(5_000)}`), { choices: NO_CHOICES, ignored: ['…'] });
  });

  it('lets nothing into the style sheet that ends a declaration, fetches or reads', () => {
    for (const value of [
      'red;background:url(https://e.example)',
      'red}*{color:red',
      'url(https://e.example)',
      'var(--secret)',
      'env(x)',
      'inherit',
      'light-dark(red,blue',
      'light-dark(red, url(x))',
      'image-set("x")',
      '/*',
      '\\72 ed',
    ]) {
      for (const seed of ['accent', 'surface', 'font', 'radius', 'elevation']) {
        const { choices, ignored } = read(`#${new URLSearchParams({ [seed]: value }).toString()}`);
        assert.equal(themeCss(choices.theme), '', `${seed}: ${value}`);
        assert.deepEqual(ignored, [seed]);
      }
    }
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { choices } = read(`#${text}`);
        assert.deepEqual(read(`#${writeHash(choices)}`).choices, choices);
      }),
    );
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      assert.deepEqual(read(`#${name}=x&theme=${name}&shown=${name}`).choices, NO_CHOICES);
  });
});
