// Icons from SVG, without a browser: what is drawn where, and what cannot be drawn.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { drawIcon } from '../../.build/raster-icon.ts';

const svg = (path: string, attributes = ''): string =>
  `<svg viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1d4bce"/><path d="${path}" fill="none" stroke="#fff" stroke-width="4"${attributes}/></svg>`;

/** Reads the colour at a point of the SVG. */
function at(png: PNG, x: number, y: number): string {
  const scale = png.width / 32;
  const index = (Math.floor(y * scale) * png.width + Math.floor(x * scale)) * 4;
  return png.data.subarray(index, index + 4).toString('hex');
}

const BLUE = '1d4bceff';
const WHITE = 'ffffffff';

test('draws the background with round corners, and each command of a line', () => {
  const png = PNG.sync.read(drawIcon(svg('M6 6H26v4M6 16l4 4m6 0c0-8 8-8 8 0'), 192));
  assert.equal(png.width, 192);
  assert.match(at(png, 0.2, 0.2), /00$/, 'the corner is empty');
  assert.equal(at(png, 4, 4), BLUE);
  for (const [x, y] of [
    [16, 6],
    [26, 9],
    [8, 18],
    [20, 14],
    [24, 19],
  ] as const)
    assert.equal(at(png, x, y), WHITE, `${x} ${y}`);
  assert.equal(at(png, 13, 20), BLUE, 'the pen is lifted');
  assert.equal(at(png, 20, 19), BLUE, 'the curve is no straight line');
});

test('a maskable icon fills its square, with the line in the part that no system cuts', () => {
  const png = PNG.sync.read(drawIcon(svg('M6 16H26'), 512, true));
  assert.equal(at(png, 0.1, 0.1), BLUE);
  assert.equal(at(png, 16, 16), WHITE);
  assert.equal(at(png, 4.6, 16), BLUE, 'the end of the line has come nearer to the centre');
});

test('the shipped icons: their lines stay within the circle of 40 % around the centre', () => {
  for (const name of ['icon', 'neutral']) {
    const file = readFileSync(new URL(`../../dist/app/${name}-maskable-512.png`, import.meta.url));
    const png = PNG.sync.read(file);
    assert.deepEqual([png.width, png.height], [512, 512]);
    const background = png.data.subarray(0, 3).toString('hex');
    let drawn = 0;
    for (let y = 0; y < 512; y++)
      for (let x = 0; x < 512; x++) {
        const index = (y * 512 + x) * 4;
        if (png.data.subarray(index, index + 3).toString('hex') === background) continue;
        drawn++;
        assert.ok(Math.hypot(x - 255.5, y - 255.5) <= 0.4 * 512, `${name}: ${x} ${y}`);
      }
    assert.ok(drawn > 5_000, name);
  }
});

test('what it cannot draw stops the build', () => {
  assert.throws(() => drawIcon(svg('M6 6Q10 10 12 12'), 192), /command that is not drawn here: Q/);
  assert.throws(() => drawIcon(svg('M6 6H').replace('<path', '<circle r="1"/><path'), 192), /one rectangle/);
  assert.throws(() => drawIcon(svg('M6 6H9').replace('#fff', 'white'), 192), /#rrggbb: white/);
  assert.throws(() => drawIcon(svg('M6 6H9').replace(' rx="8"', ''), 192), /no <rect> with rx/);
});
