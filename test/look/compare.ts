// What is different between two pictures.
import { MAX_REACH, type Pixels } from './png.ts';

/**
 * A pixel is different where a channel is further from the reference than this, of 255: references are written with
 * colours up to `MAX_REACH` from the true ones, and the same browser rounds the blending at a rounded corner now one
 * way, now the other. A selected row is 8 from the surface it lies on, so nothing that is seen is lost.
 */
export const MAX_DISTANCE = MAX_REACH + 2;

/** So many pixels may be different: fewer than make a comma, and a processor of another kind may round some others. */
export const MAX_DIFFERENT = 12;

/** How many pixels are different; all of them where the sizes are. */
export function countDifferent(actual: Pixels, reference: Pixels, maxDistance = MAX_DISTANCE): number {
  const { width, height, data } = actual;
  if (width !== reference.width || height !== reference.height) return width * height;
  let different = 0;
  for (let at = 0; at < data.length; at += 4)
    if (isDifferent(data, reference.data, at, maxDistance)) different++;
  return different;
}

/** The actual picture, pale, and in red what is different. */
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

/** Whether the pixel whose bytes begin there is different. */
function isDifferent(one: Uint8Array, other: Uint8Array, at: number, maxDistance: number): boolean {
  for (let channel = at; channel < at + 3; channel++)
    if (Math.abs(one[channel]! - other[channel]!) > maxDistance) return true;
  return false;
}
