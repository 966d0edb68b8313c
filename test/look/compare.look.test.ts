// Picture comparison finds visible differences and ignores invisible ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countDifferent, drawDifferent, MAX_DIFFERENT } from './compare.ts';
import { MAX_REACH, readPng, writePng, writeTruePng, type Pixels } from './png.ts';

const WIDTH = 64;
const HEIGHT = 48;

/** A picture, from the colour of each of its pixels. */
function picture(colourAt: (x: number, y: number) => [red: number, green: number, blue: number]): Pixels {
  const data = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++)
    data.set([...colourAt(pixel % WIDTH, Math.floor(pixel / WIDTH)), 255], pixel * 4);
  return { width: WIDTH, height: HEIGHT, data };
}

const paper = picture(() => [255, 255, 255]);
/** One shade for each pixel: 768 greys and tints, close to each other. */
const shades = picture((x, y) => [x * 4, x * 4 + (y % 3), x * 4 + (y % 4)]);
const isIn = (x: number, y: number, size: number): boolean => x < size && y < size;

test('a written picture is the picture, with no colour further off than is said', () => {
  assert.deepEqual(readPng(writePng(paper)), readPng(writeTruePng(paper)));
  const file = writePng(shades);
  assert.equal(file[25], 3, 'it has a palette');
  const read = readPng(file);
  assert.ok(read.data.every((channel, at) => Math.abs(channel - shades.data[at]!) <= MAX_REACH));
  assert.ok(countDifferent(shades, read, 0) > 0, 'the colours were too few to try it');
  assert.deepEqual(writePng(shades), file, 'the same pixels give the same file');
});

test('colours that are too many and too far apart are all written', () => {
  const motley = picture((x, y) => [x * 4, y * 5, (x * y) % 256]);
  const file = writePng(motley);
  assert.equal(file[25], 2, 'it has no palette');
  assert.equal(countDifferent(motley, readPng(file), 0), 0);
});

test('a surface in another tint, a moved line and a lost dot are different', () => {
  // A selected row beside an unselected one.
  const row = picture((x, y) => (isIn(x, y, 10) ? [247, 248, 252] : [255, 255, 255]));
  assert.equal(countDifferent(row, paper), 100);
  const line = (at: number): Pixels => picture((_, y) => (y === at ? [124, 124, 124] : [255, 255, 255]));
  assert.equal(countDifferent(line(20), line(21)), 2 * WIDTH);
  const dot = picture((x, y) => (isIn(x, y, 4) ? [22, 22, 22] : [255, 255, 255]));
  assert.ok(countDifferent(dot, paper) > MAX_DIFFERENT);
  assert.ok(countDifferent(dot, readPng(writePng(paper))) > MAX_DIFFERENT);
});

test('a colour that was rounded the other way is not, in light and dark', () => {
  const rounded = picture((x, y) => (isIn(x, y, 10) ? [254, 255, 254] : [255, 255, 255]));
  assert.equal(countDifferent(rounded, paper), 0);
  // As far off as a palette and a blending can be, in each direction.
  const off = MAX_REACH + 2;
  for (const base of [20, 128, 235])
    for (const corner of [0, 1, 2, 3]) {
      const [red, green, blue] = [corner & 1, corner & 2, 0].map((bit) => base + (bit ? -off : off));
      const shifted = picture(() => [red!, green!, blue!]);
      assert.equal(
        countDifferent(
          shifted,
          picture(() => [base, base, base]),
        ),
        0,
        `${red} ${green} ${blue}`,
      );
    }
});

test('another size is different everywhere', () => {
  const lower = { ...paper, height: HEIGHT - 1, data: paper.data.subarray(WIDTH * 4) };
  assert.equal(countDifferent(lower, paper), WIDTH * (HEIGHT - 1));
});

test('what is different is drawn in red', () => {
  const mark = picture((x, y) => (isIn(x, y, 4) ? [22, 22, 22] : [255, 255, 255]));
  const { data } = drawDifferent(mark, paper);
  assert.deepEqual([...data.subarray(0, 4)], [255, 0, 0, 255]);
  assert.deepEqual([...data.subarray(16, 20)], [255, 255, 255, 255]);
});
