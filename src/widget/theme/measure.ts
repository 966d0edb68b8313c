// Computes the palette of a theme in numbers, and its contrasts, for theme designers. The widget never loads this file.
// It follows the steps of derive.ts, over CIE XYZ under D65 instead of CSS.

import {
  accentTextColour,
  borderColour,
  fillColour,
  fillColours,
  formColours,
  onFillColour,
  surfaceColour,
  textColour,
  type ColourFunctions,
  type FillColours,
  type FormColours,
} from './palette.ts';
import { MORE_THAN_WHITE } from './derive.ts';
import { SEEDS } from './seeds.ts';

/** A colour as CIE XYZ under D65, as in `color(xyz-d65 x y z)`: `y` is the relative luminance of WCAG. */
export type Xyz = readonly [x: number, y: number, z: number];

/** The colour seeds of a theme, as `#rrggbb` or XYZ, and the scheme of the widget. */
export interface Theme {
  readonly accent: string | Xyz;
  readonly surface: string | Xyz;
  readonly danger: string | Xyz;
  /** Luminance of the accent from which labels on it are black. */
  readonly blackFrom?: number;
  readonly scheme: 'light' | 'dark';
}

/** A colour on screen, as the palette names it. */
export type ColourName =
  | keyof FillColours<unknown>
  | keyof FormColours<unknown>
  | 'fill'
  | 'onFill'
  | 'accentText'
  | 'surface'
  | 'text'
  | 'border';

/** The colours that types.styles.ts types, so that a browser computes each once per form. */
const TYPED: Readonly<Partial<Record<ColourName, string>>> = {
  fill: 'fill',
  onFill: 'onFill',
  edge: 'edge',
  accentText: 'accentText',
  surface: 'paper',
  text: 'text',
  textQuiet: 'textQuiet',
  border: 'border',
};

/** The custom property that holds a colour in the form. */
export const propertyOf = (name: ColourName): string => (TYPED[name] ? `--_cs-${TYPED[name]}` : `--_${name}`);

/** Every colour on screen, as `#rrggbb`. */
export type Palette = Readonly<Record<ColourName, string>>;

type Matrix = readonly [Xyz, Xyz, Xyz];

// The matrices of CSS Color 4, appendix « Sample code for color conversions ».
const FROM_LINEAR: Matrix = [
  [506752 / 1228815, 87881 / 245763, 12673 / 70218],
  [87098 / 409605, 175762 / 245763, 12673 / 175545],
  [7918 / 409605, 87881 / 737289, 1001167 / 1053270],
];
const TO_LINEAR: Matrix = [
  [12831 / 3959, -329 / 214, -1974 / 3959],
  [-851781 / 878810, 1648619 / 878810, 36519 / 878810],
  [705 / 12673, -2585 / 12673, 705 / 667],
];
const TO_LMS: Matrix = [
  [0.819022437996703, 0.3619062600528904, -0.1288737815209879],
  [0.0329836539323885, 0.9292868615863434, 0.0361446663506424],
  [0.0481771893596242, 0.2642395317527308, 0.6335478284694309],
];
const FROM_LMS: Matrix = [
  [1.2268798758459243, -0.5578149944602171, 0.2813910456659647],
  [-0.0405757452148008, 1.112286803280317, -0.0717110580655164],
  [-0.0763729366746601, -0.4214933324022432, 1.5869240198367816],
];

const times = (matrix: Matrix, [x, y, z]: Xyz): Xyz =>
  matrix.map((row) => row[0] * x + row[1] * y + row[2] * z) as unknown as Xyz;
const blend = (one: Xyz, share: number, other: Xyz): Xyz =>
  one.map((value, index) => value * share + other[index]! * (1 - share)) as unknown as Xyz;
const each = (colour: Xyz, change: (value: number) => number): Xyz => colour.map(change) as unknown as Xyz;

/** Converts an sRGB channel, 0 to 1, to linear light and back. */
const toLight = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const fromLight = (light: number): number =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;

/** A colour from `#rrggbb`. */
export function fromHex(hex: string): Xyz {
  const channels = [1, 3, 5].map((start) => toLight(Number.parseInt(hex.slice(start, start + 2), 16) / 255));
  return times(FROM_LINEAR, channels as unknown as Xyz);
}

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** `#rrggbb` as screens show a colour: each channel is clipped to the range of sRGB. */
export function toHex(colour: Xyz): string {
  const bytes = each(times(TO_LINEAR, colour), (light) => Math.round(fromLight(clip(light)) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio of WCAG of two colours as `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [fromHex(one)[1], fromHex(other)[1]].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const DEFAULT_BLACK_FROM = Number(SEEDS['<number>']['black-from']);
const WHITE: Xyz = [0.95047, 1, 1.08883];
const BLACK: Xyz = [0, 0, 0];

const darken = (colour: Xyz, cap: number): Xyz => blend(colour, Math.min(1, cap / colour[1]), BLACK);
const lighten = (colour: Xyz, floor: number): Xyz =>
  blend(WHITE, Math.max(0, (floor - colour[1]) / (MORE_THAN_WHITE - colour[1])), colour);

// Lightness, greenness and blueness are sums of these cube roots, so a mix of the sums is the sum of the mixes.
const mixInOklab = (one: Xyz, share: number, other: Xyz): Xyz => {
  const roots = (colour: Xyz): Xyz => each(times(TO_LMS, colour), Math.cbrt);
  return times(
    FROM_LMS,
    each(blend(roots(one), share, roots(other)), (root) => root ** 3),
  );
};

/**
 * The functions of a palette, over numbers.
 * @param blackFrom the seed `black-from`
 */
export const numbers = (
  scheme: Theme['scheme'],
  blackFrom: number = DEFAULT_BLACK_FROM,
): ColourFunctions<Xyz> => ({
  white: times(FROM_LINEAR, [1, 1, 1]),
  black: BLACK,
  darken,
  lighten,
  push: (colour) => (colour[1] > blackFrom ? lighten(colour, 0.305) : darken(colour, 0.097)),
  contrasting: (colour) => (colour[1] < 0.2 ? WHITE : BLACK),
  opposite: (colour) => WHITE.map((value, index) => value - colour[index]!) as unknown as Xyz,
  byScheme: (light, dark) => (scheme === 'dark' ? dark : light),
  // XYZ is a linear transform of linear-light sRGB, so both spaces give one mix.
  mix: (one, percent, other, space) => (space === 'oklab' ? mixInOklab : blend)(one, percent / 100, other),
});

/** A seed as the widget reads it: a colour outside sRGB is clipped to it first. */
const readSeed = (seed: string | Xyz): Xyz =>
  typeof seed === 'string' ? fromHex(seed) : times(FROM_LINEAR, each(times(TO_LINEAR, seed), clip));

/** Every colour that a theme shows. */
export function paletteOf(theme: Theme): Palette {
  const by = numbers(theme.scheme, theme.blackFrom);
  const [accent, paper, alarm] = [theme.accent, theme.surface, theme.danger].map(readSeed) as [Xyz, Xyz, Xyz];
  const fill = fillColour(by, accent);
  const onFill = onFillColour(by, fill);
  const accentText = accentTextColour(by, accent);
  const surface = surfaceColour(by, paper);
  const text = textColour(by, surface);
  const border = borderColour(by, surface, text);
  const ofFill = fillColours(by, { fill, onFill });
  const ofForm = formColours(by, { surface, text, fill, danger: alarm });
  const colours: Record<ColourName, Xyz> = {
    fill,
    onFill,
    accentText,
    surface,
    text,
    border,
    ...ofFill,
    ...ofForm,
  };
  return Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name, toHex(colour)])) as Record<
    ColourName,
    string
  >;
}
