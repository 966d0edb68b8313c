// Finds the differences between two pictures.
import { MAX_REACH, type Pixels } from './png.ts';

/**
 * A pixel is different where a channel differs from the reference by more than this, of 255. References are written
 * with colours up to `MAX_REACH` from the true ones, and the same browser does not always round the blending at a
 * rounded corner in the same direction. A selected row differs from its surface by 8, so no visible difference is lost.
 */
export const MAX_DISTANCE = MAX_REACH + 2;

/**
 * The number of pixels that may differ: fewer than make a comma. Another kind of processor may round a few pixels
 * differently.
 */
export const MAX_DIFFERENT = 12;

/** The number of different pixels; all of them if the sizes differ. */
export function countDifferent(actual: Pixels, reference: Pixels, maxDistance = MAX_DISTANCE): number {
  const { width, height, data } = actual;
  if (width !== reference.width || height !== reference.height) return width * height;
  let different = 0;
  for (let at = 0; at < data.length; at += 4)
    if (isDifferent(data, reference.data, at, maxDistance)) different++;
  return different;
}

/** The actual picture, pale, with the differences in red. */
export function drawDifferent(actual: Pixels, reference: Pixels): Pixels {
  const { width, height, data } = actual;
  const isSameSize = width === reference.width && height === reference.height;
  const drawn = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const isRed = !isSameSize || isDifferent(data, reference.data, at, MAX_DISTANCE);
    const pale = 191 + (data[at]! + data[at + 1]! + data[at + 2]!) / 12;
    drawn.set(isRed ? [255, 0, 0, 255] : [pale, pale, pale, 255], at);
  }
  return { width, height, data: drawn };
}

/** Whether the pixel at this byte offset is different. */
function isDifferent(one: Uint8Array, other: Uint8Array, at: number, maxDistance: number): boolean {
  for (let channel = at; channel < at + 3; channel++)
    if (Math.abs(one[channel]! - other[channel]!) > maxDistance) return true;
  return false;
}
