// Draws our icons as PNG from their SVG: a rectangle with round corners, and one line with round ends over it. The build
// needs no browser for that, and the same SVG gives the same bytes everywhere.

import { PNG } from 'pngjs';

type Point = readonly [x: number, y: number];

/** An icon, as read from its SVG. */
interface Icon {
  readonly size: number;
  readonly radius: number;
  readonly background: string;
  readonly line: string;
  readonly width: number;
  /** The line as points; each part is one stroke of the pen. */
  readonly parts: readonly (readonly Point[])[];
}

/** How much of a maskable icon its line may fill: systems cut a circle of 40 % around the centre (W3C, Manifest). */
const MASKABLE_SCALE = 0.85;

/** Points of a curve: enough for 512 pixels. */
const CURVE_POINTS = 32;

/**
 * Reads an icon.
 * @throws {Error} if the SVG has anything but one `rect` and one stroked `path` of the commands M, L, H, V and C
 */
function readIcon(svg: string): Icon {
  const attribute = (tag: string, name: string): string => {
    const value = new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`).exec(svg)?.[1];
    if (value === undefined) throw new Error(`The icon has no <${tag}> with ${name}: ${svg}`);
    return value;
  };
  if (svg.match(/<(?!svg|\/)\w+/g)?.join() !== '<rect,<path')
    throw new Error(`An icon is one rectangle and one path: ${svg}`);
  return {
    size: Number(attribute('rect', 'width')),
    radius: Number(attribute('rect', 'rx')),
    background: attribute('rect', 'fill'),
    line: attribute('path', 'stroke'),
    width: Number(attribute('path', 'stroke-width')),
    parts: readPath(attribute('path', 'd')),
  };
}

/** Numbers of a command. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6 };

function readPath(d: string): Point[][] {
  const parts: Point[][] = [];
  let [x, y]: Point = [0, 0];
  for (const [, command = '', list = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = command.toLowerCase();
    const takes = TAKES[kind];
    const numbers = (list.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (!takes || numbers.length === 0 || numbers.length % takes > 0)
      throw new Error(`The path of an icon has a command that is not drawn here: ${command}${list}`);
    const isRelative = command === kind;
    for (let at = 0; at < numbers.length; at += takes) {
      const given = numbers.slice(at, at + takes);
      const from: Point = [x, y];
      const on = (index: number, along: number): number => given[index]! + (isRelative ? along : 0);
      if (kind === 'h') x = on(0, x);
      else if (kind === 'v') y = on(0, y);
      else [x, y] = [on(takes - 2, x), on(takes - 1, y)];
      if (kind === 'm' && at === 0) parts.push([[x, y]]);
      else if (kind === 'c')
        parts
          .at(-1)!
          .push(...curve(from, [on(0, from[0]), on(1, from[1])], [on(2, from[0]), on(3, from[1])], [x, y]));
      else parts.at(-1)!.push([x, y]);
    }
  }
  return parts;
}

function curve(a: Point, b: Point, c: Point, d: Point): Point[] {
  const along = (axis: 0 | 1, t: number): number =>
    (1 - t) ** 3 * a[axis] +
    3 * (1 - t) ** 2 * t * b[axis] +
    3 * (1 - t) * t ** 2 * c[axis] +
    t ** 3 * d[axis];
  return Array.from({ length: CURVE_POINTS }, (_, index): Point => {
    const t = (index + 1) / CURVE_POINTS;
    return [along(0, t), along(1, t)];
  });
}

/** Distance of a point from a straight line between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length && Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Distance from a rectangle with round corners; negative inside. */
function outside([x, y]: Point, size: number, radius: number): number {
  const [dx, dy] = [x, y].map((one) => Math.abs(one - size / 2) - size / 2 + radius) as [number, number];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function channels(colour: string): readonly [number, number, number] {
  const [, short] = /^#([\da-f]{3})$/i.exec(colour) ?? [];
  const [, long] = /^#([\da-f]{6})$/i.exec(short ? `#${short.replace(/./g, '$&$&')}` : colour) ?? [];
  if (!long) throw new Error(`The colour of an icon is not written as #rrggbb: ${colour}`);
  return [0, 2, 4].map((at) => parseInt(long.slice(at, at + 2), 16)) as [number, number, number];
}

/**
 * Draws an icon.
 * @param svg text of the SVG
 * @param pixels width and height of the PNG
 * @param isMaskable whether the background fills the whole square, because a system cuts the corners itself
 */
export function drawIcon(svg: string, pixels: number, isMaskable = false): Buffer {
  const { size, radius, background, line, width, parts } = readIcon(svg);
  const png = new PNG({ width: pixels, height: pixels });
  const [back, front] = [channels(background), channels(line)];
  const scale = isMaskable ? MASKABLE_SCALE : 1;
  const pixel = size / pixels;
  // Coverage of a pixel by an edge that passes at this distance from its centre.
  const covered = (away: number): number => Math.max(0, Math.min(1, 0.5 - away / pixel));
  for (let row = 0; row < pixels; row++)
    for (let column = 0; column < pixels; column++) {
      const point: Point = [(column + 0.5) * pixel, (row + 0.5) * pixel];
      const inLine = point.map((one) => (one - size / 2) / scale + size / 2) as unknown as Point;
      const nearest = Math.min(
        ...parts.flatMap((part) => part.slice(1).map((to, index) => distance(inLine, part[index]!, to))),
      );
      const ofLine = covered((nearest - width / 2) * scale);
      const at = (row * pixels + column) * 4;
      for (const channel of [0, 1, 2] as const)
        png.data[at + channel] = Math.round(back[channel] * (1 - ofLine) + front[channel] * ofLine);
      png.data[at + 3] = isMaskable ? 255 : Math.round(255 * covered(outside(point, size, radius)));
    }
  return PNG.sync.write(png);
}
