// Compares pictures of pages.
import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';

/** A part of a picture, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How two pictures differ. */
export interface Difference {
  /** Number of differing pixels. */
  readonly count: number;
  /** The largest difference in any channel: 0 to 255. */
  readonly most: number;
  /** The smallest box that contains all of them. */
  readonly within: Box | undefined;
}

export async function readPicture(path: string): Promise<PNG> {
  return PNG.sync.read(await readFile(path));
}

/** Cuts a part out of a picture. */
export function cut(picture: PNG, { x, y, width, height }: Box): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(picture, part, x, y, width, height, 0, 0);
  return part;
}

/** Compares two pictures; `tolerance` is the allowed difference in a channel. Different sizes differ everywhere. */
export function compare(one: PNG, other: PNG, tolerance = 0): Difference {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) {
    return { count: width * height, most: 255, within: { x: 0, y: 0, width, height } };
  }
  let [count, most, left, top, right, bottom] = [0, 0, width, height, -1, -1];
  for (let pixel = 0; pixel < width * height; pixel++) {
    let difference = 0;
    for (let channel = 4 * pixel; channel < 4 * pixel + 4; channel++)
      difference = Math.max(difference, Math.abs(one.data[channel]! - other.data[channel]!));
    if (difference <= tolerance) continue;
    count += 1;
    most = Math.max(most, difference);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const within = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  return { count, most, within: count > 0 ? within : undefined };
}
