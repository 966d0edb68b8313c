// Reads pictures as pixels, and writes them as small files with a palette of 256 colours, each as near to the true
// colour as possible.
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Pixels, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The largest distance of a written colour from the true colour, in steps of 255 of a channel. */
export const MAX_REACH = 4;

const MAX_COLOURS = 256;

/**
 * The number of frequent colours that stay exact: surfaces, and the steps of a shadow, which would otherwise show as
 * rings.
 */
const EXACT_COLOURS = 64;

/** Reads a PNG. */
export function readPng(file: Uint8Array): Pixels {
  const { width, height, data } = PNG.sync.read(Buffer.from(file));
  return { width, height, data };
}

/** A part of a picture. */
export function cut(
  { width: whole, data: from }: Pixels,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const start = ((top + row) * whole + left) * 4;
    data.set(from.subarray(start, start + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/** Pictures in a row, at their tops. */
export function sideBySide(pictures: readonly Pixels[], gap = 16): Pixels {
  const width = pictures.reduce((sum, one) => sum + one.width + gap, -gap);
  const height = Math.max(...pictures.map((one) => one.height));
  const data = new Uint8Array(width * height * 4).fill(255);
  let left = 0;
  for (const one of pictures) {
    for (let row = 0; row < one.height; row++)
      data.set(one.data.subarray(row * one.width * 4, (row + 1) * one.width * 4), (row * width + left) * 4);
    left += one.width + gap;
  }
  return { width, height, data };
}

/** Writes an opaque picture at half the size of a full-colour file. The same pixels give the same file. */
export function writePng(pixels: Pixels): Uint8Array {
  const { width, height, data } = pixels;
  const colours = coloursOf(data);
  const shared = shareColours(colours);
  if (!shared) return writeTruePng(pixels);
  // Each row begins with its filter type: none, which suits a palette best.
  const rows = Buffer.alloc((width + 1) * height);
  for (const [pixel, colour] of colours.entries())
    rows[pixel + Math.floor(pixel / width) + 1] = shared.places.get(colour)!;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, with a palette, without interlacing.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(shared.palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes a picture with all its colours. */
export function writeTruePng({ width, height, data }: Pixels): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png, { colorType: 2 });
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

interface Shared {
  readonly palette: readonly number[];
  /** The palette index of each colour of the picture. */
  readonly places: ReadonlyMap<number, number>;
}

/** A palette in which rare colours, at the edges of letters, share an entry; undefined if they are too far apart. */
function shareColours(colours: Uint32Array): Shared | undefined {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].toSorted(([a, x], [b, y]) => y - x || a - b).map(([colour]) => colour);
  for (let reach = 0; reach <= MAX_REACH; reach++) {
    const shared = shareWithin(reach, byCount);
    if (shared) return shared;
  }
  return undefined;
}

/** Gives each colour an entry of its own or a close one; undefined if this needs too many entries. */
function shareWithin(reach: number, byCount: readonly number[]): Shared | undefined {
  const palette = byCount.slice(0, EXACT_COLOURS);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const colour of byCount.slice(EXACT_COLOURS)) {
    let place = palette.findIndex((other) => distance(colour, other) <= reach);
    if (place < 0) place = palette.push(colour) - 1;
    if (place === MAX_COLOURS) return undefined;
    places.set(colour, place);
  }
  return { palette, places };
}

function coloursOf(data: Uint8Array): Uint32Array {
  const colours = new Uint32Array(data.length / 4);
  for (let pixel = 0; pixel < colours.length; pixel++)
    colours[pixel] = (data[pixel * 4]! << 16) | (data[pixel * 4 + 1]! << 8) | data[pixel * 4 + 2]!;
  return colours;
}

const channelsOf = (colour: number): [red: number, green: number, blue: number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

/** The largest difference in a channel. */
const distance = (one: number, other: number): number =>
  Math.max(
    Math.abs((one >> 16) - (other >> 16)),
    Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)),
    Math.abs((one & 255) - (other & 255)),
  );
