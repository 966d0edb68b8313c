// Pictures as pixels, and as small files: a palette of 256 colours, each as near to the true one as they allow.
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Pixels, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How far a colour of a written picture may be from the true one, in steps of 255 of a channel. */
export const MAX_REACH = 4;

const MAX_COLOURS = 256;

/** So many of the most frequent colours stay exact: surfaces, and the steps of a shadow, which would show as rings. */
const EXACT_COLOURS = 64;

/** Reads a PNG. */
export function readPng(file: Uint8Array): Pixels {
  const { width, height, data } = PNG.sync.read(Buffer.from(file));
  return { width, height, data };
}

/** Writes an opaque picture, half as large as with all of its colours. The same pixels give the same file. */
export function writePng(pixels: Pixels): Uint8Array {
  const { width, height, data } = pixels;
  const colours = coloursOf(data);
  const shared = shareColours(colours);
  if (!shared) return writeTruePng(pixels);
  // Each row begins with how it is filtered: not at all, which suits a palette best.
  const rows = Buffer.alloc((width + 1) * height);
  for (const [pixel, colour] of colours.entries())
    rows[pixel + Math.floor(pixel / width) + 1] = shared.places.get(colour)!;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette, without interlacing.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(shared.palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes a picture with every colour it has. */
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
  /** The place in the palette of each colour of the picture. */
  readonly places: ReadonlyMap<number, number>;
}

/** A palette in which rare colours, which are edges of letters, share a place; undefined where that goes too far. */
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

/** Gives each colour a place, or that of one within reach; undefined where that takes too many places. */
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

/** The largest difference of a channel. */
const distance = (one: number, other: number): number =>
  Math.max(
    Math.abs((one >> 16) - (other >> 16)),
    Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)),
    Math.abs((one & 255) - (other & 255)),
  );
