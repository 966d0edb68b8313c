// Which differences between two pictures count. The comparison itself is pixelmatch.
import pixelmatch from 'pixelmatch';
import type { Pixels } from './png.ts';

/**
 * A pixel is different above this distance: 1 is from black to white, weighted as the eye does. References are written
 * with channels up to 4 from the true ones (`MAX_REACH`), and the same browser does not always round the blending at a
 * rounded corner in the same direction: with channels that are 6 off, 0.0236 at most. A selected row is 0.0266 from its
 * surface, so no visible difference is lost. pixelmatch 8 measures otherwise, and finds small steps in dark colours
 * larger than in light ones.
 */
export const MAX_DISTANCE = 0.025;

/**
 * The number of pixels that may differ: fewer than make a comma. Another kind of processor may round a few pixels
 * differently.
 */
export const MAX_DIFFERENT = 12;

/**
 * The number of different pixels; all of them if the sizes differ.
 * @param drawn takes the actual picture, pale, with the differences in red
 */
export function countDifferent(
  actual: Pixels,
  reference: Pixels,
  threshold = MAX_DISTANCE,
  drawn?: Uint8Array,
): number {
  const { width, height } = actual;
  if (width !== reference.width || height !== reference.height) {
    drawn?.set(actual.data);
    return width * height;
  }
  // The edges of letters count too: a line of text that moves has little else.
  const options = { threshold, includeAA: true, alpha: 0.25 };
  return pixelmatch(actual.data, reference.data, drawn, width, height, options);
}

/** The actual picture, pale, with the differences in red; as it is if the reference has another size. */
export function drawDifferent(actual: Pixels, reference: Pixels): Pixels {
  const data = new Uint8Array(actual.data.length);
  countDifferent(actual, reference, MAX_DISTANCE, data);
  return { ...actual, data };
}
