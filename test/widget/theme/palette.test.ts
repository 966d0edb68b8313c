// The promise of the theming: whatever the seeds, no text falls under 7:1 and no control's border under 3:1. The tests
// read real elements in the engines.

import { expect } from '@open-wc/testing';
import { paletteOf, type Palette, type Theme } from '../../../src/widget/theme/measure.ts';
import { PAIRS, ratioOf } from '../../../src/widget/theme/promises.ts';
import { FormHarness } from '../form/form-harness.ts';
import { NAMES, paint, TokenReader, toPalette } from './painted.ts';
import { thirdHere } from '../../setup/every-here.ts';

const SCHEMES = ['light', 'dark'] as const;
const CHANNEL = [0, 43, 85, 128, 170, 213, 255];
const SURFACES = ['#ffffff', '#000000', '#808080', '#ff0000', '#ffff00', '#0000ff', '#12161f'];

/** Accents on a grid of sRGB, each with a danger of another hue. */
const GRID = CHANNEL.flatMap((red) =>
  CHANNEL.flatMap((green) =>
    CHANNEL.map((blue) => ({
      accent: `rgb(${red} ${green} ${blue})`,
      danger: `rgb(${blue} ${red} ${green})`,
    })),
  ),
);

/** Seeds that fall between the points of a grid. */
const AWKWARD = [
  // These seeds have the luminance at which black and white read alike.
  '#e4175d',
  '#73776b',
  '#eb0a08',
  '#2b863d',
  '#b16101',
  '#d3430f',
  '#526ce0',
  '#1473e2',
  '#b45f05',
  // These have the luminance from which labels are black, or that of an end of the zone.
  '#3b82f6',
  '#ec4899',
  '#0d6efd',
  '#2196f3',
  '#f97316',
  // These colours are outside sRGB: current palettes use them.
  'oklch(63.7% 0.237 25.331)',
  'oklch(60% 0.4 30)',
  'oklch(40% 0.4 30)',
  'oklch(20% 0.4 180)',
  'color(display-p3 0 1 0)',
  'color(rec2020 1 0 0)',
  'lab(150% 90 -200)',
  // These colours are translucent, or fully transparent.
  'transparent',
  'rgb(255 0 0 / 0.01)',
  // These colours use other notations.
  'currentcolor',
  'CanvasText',
  'light-dark(#ffcc00, hsl(none 80% 40%))',
  'color-mix(in oklch, red, #00f 30%)',
];

/** The rules of the promise that a palette breaks. */
const faults = (palette: Palette): string[] =>
  PAIRS.filter((pair) => ratioOf(pair, palette) < pair.minimum).map(
    (pair) => `${pair.front} on ${pair.back}: ${ratioOf(pair, palette).toFixed(2)}`,
  );

async function openForm(attributes: Record<string, string>): Promise<TokenReader> {
  const form = await FormHarness.mount(attributes);
  await form.open();
  return new TokenReader(form.element);
}

for (const scheme of SCHEMES) {
  describe(`every pair of colours, ${scheme}`, () => {
    for (const surface of thirdHere(SURFACES)) {
      it(`keeps its contrast on a surface of ${surface}, for 343 accents`, async () => {
        const reader = await openForm({ scheme });
        const written = GRID.flatMap((seeds) => {
          reader.set({ surface, ...seeds });
          return reader.read();
        });
        const painted = GRID.map((_, index) =>
          written.slice(index * NAMES.length, (index + 1) * NAMES.length),
        );
        const found = painted.flatMap((colours, index) =>
          faults(toPalette(paint(colours))).map((fault) => `${GRID[index]!.accent}: ${fault}`),
        );
        expect(found).to.deep.equal([]);
        // The colours must differ between seeds.
        expect(new Set(written).size).to.be.above(1000);
      }).timeout(60_000);
    }

    for (const theme of ['', 'discret']) {
      it(`keeps its contrast for awkward seeds${theme && `, « ${theme} »`}`, async () => {
        const reader = await openForm({ scheme, theme });
        const found = AWKWARD.flatMap((seed) =>
          [
            { accent: seed, surface: seed, danger: seed },
            { accent: seed, surface: 'color(rec2020 1 0 0)', danger: seed },
          ].flatMap((seeds) => faults(reader.palette(seeds)).map((fault) => `${seed}: ${fault}`)),
        );
        expect(found).to.deep.equal([]);
      }).timeout(30_000);
    }
  });
}

describe('the seed that decides the colour of labels', () => {
  for (const from of thirdHere(['0', '0.2', '1', '-1', '2'])) {
    it(`keeps every contrast at ${from}`, async () => {
      const reader = await openForm({ scheme: 'light' });
      const found = AWKWARD.flatMap((accent) =>
        faults(reader.palette({ accent, 'black-from': from })).map((fault) => `${accent}: ${fault}`),
      );
      expect(found).to.deep.equal([]);
    }).timeout(30_000);
  }

  it('gives white labels at 1, and black ones at 0', async () => {
    const reader = await openForm({ scheme: 'light' });
    for (const accent of ['#0d6efd', '#ffcc00', '#000091', '#f2f2f2']) {
      expect(reader.palette({ accent, 'black-from': '1' }).onFill, accent).to.equal('#ffffff');
      expect(reader.palette({ accent, 'black-from': '0' }).onFill, accent).to.equal('#000000');
    }
  });
});

describe('the palette in numbers', () => {
  for (const scheme of SCHEMES) {
    it(`is the one on screen, to within 1 of 255, ${scheme}`, async () => {
      const reader = await openForm({ scheme });
      const random = (): string =>
        `#${Math.floor(Math.random() * 0x1000000)
          .toString(16)
          .padStart(6, '0')}`;
      for (let count = 0; count < 100; count++) {
        const seeds = { accent: random(), surface: random(), danger: random() };
        expectAlike(reader.palette(seeds), { ...seeds, scheme });
      }
      const wide = 'color(xyz-d65 0.4 0.2 -0.1)';
      expectAlike(reader.palette({ accent: wide, surface: wide, danger: wide }), {
        accent: [0.4, 0.2, -0.1],
        surface: [0.4, 0.2, -0.1],
        danger: [0.4, 0.2, -0.1],
        scheme,
      });
    }).timeout(30_000);
  }

  function expectAlike(painted: Palette, theme: Theme): void {
    const computed = paletteOf(theme);
    const far = NAMES.filter((name) => distance(painted[name], computed[name]) > 1);
    expect(far, JSON.stringify({ theme, painted, computed })).to.deep.equal([]);
  }

  function distance(one: string, other: string): number {
    const [left, right] = [one, other].map((hex) => Number.parseInt(hex.slice(1), 16)) as [number, number];
    return Math.max(...[16, 8, 0].map((by) => Math.abs(((left >> by) & 255) - ((right >> by) & 255))));
  }
});
