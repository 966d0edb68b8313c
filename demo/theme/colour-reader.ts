// Reads any CSS colour as the screen shows it: paints it on a canvas, then reads the pixel.

import type { Rgb } from './contrast.ts';

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const paint = canvas.getContext('2d', { willReadFrequently: true })!;
const known = new Map<string, readonly number[]>();

function painted(colour: string): readonly number[] {
  const before = known.get(colour);
  if (before) return before;
  if (known.size > 2_000) known.clear();
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = 'transparent';
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  const pixel = [...paint.getImageData(0, 0, 1, 1).data];
  known.set(colour, pixel);
  return pixel;
}

/** The pixel of a colour. */
export function pixelOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = painted(colour);
  return [red, green, blue];
}

export const isOpaque = (colour: string): boolean => painted(colour)[3] === 255;
