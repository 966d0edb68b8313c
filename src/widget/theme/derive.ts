// Derives the colours on screen from the seeds, as CSS text. Relative luminance is capped or raised in linear light:
// WCAG defines its contrast ratio there, and scaling or mixing with white never leaves the gamut there.
// With these functions, no seed can bring a text under 7:1 or a control's border under 3:1.

import type { ColourFunctions } from './palette.ts';

/**
 * The `@supports` condition for derived colours. Without support, a fixed palette applies. The condition is necessary:
 * an invalid declaration with `var()` does not fall back to the declaration before it.
 */
export const canDerive = '(color:light-dark(color(from red xyz-d65 x y z),red))';

const white = { x: '.95047', y: '1', z: '1.08883' };

type Channel = keyof typeof white;

/** A channel of the colour with a luminance of at most `cap`. Black divides by zero: the factor is infinite, and so 1. */
const darkened = (channel: Channel, cap: number): string => `${channel}*min(1,${cap}/y)`;

/** Hardly more than 1, by which white would be divided by zero. */
export const MORE_THAN_WHITE = 1.0001;

/** The share of white in the colour with a luminance of at least `floor`. */
const whitened = (floor: number): string => `(${floor} - y)/(${MORE_THAN_WHITE} - y)`;

/** A channel of the colour with a luminance of at least `floor`. */
const lightened = (channel: Channel, floor: number): string =>
  `${channel} + (${white[channel]} - ${channel})*max(0,${whitened(floor)})`;

/**
 * Large if the colour's luminance is above the seed `black-from`, and negative below. The factor is steep enough that
 * hardly any colour falls in between: with 1e6, `#526ce0` and 27 other colours would get a fill on which no label is
 * readable.
 */
const above = '(y - var(--_cs-black-from))*1e9';

/** A channel darkened to .097 below `black-from`, and lightened to .305 above. */
const pushed = (channel: Channel): string =>
  `${channel}*min(1,max(.097/y,${above})) + (${white[channel]} - ${channel})*clamp(0,${whitened(0.305)},${above})`;

/** A colour computed channel by channel from another colour. The result is always opaque. */
const from = (colour: string, channel: (name: Channel) => string): string =>
  `color(from ${colour} xyz-d65 calc(${channel('x')}) calc(${channel('y')}) calc(${channel('z')})/1)`;

/** The functions of a palette, as CSS text. */
export const css: ColourFunctions<string> = {
  white: '#fff',
  black: '#000',
  darken: (colour, cap) => from(colour, (c) => darkened(c, cap)),
  lighten: (colour, floor) => from(colour, (c) => lightened(c, floor)),
  push: (colour) => from(colour, pushed),
  contrasting: (colour) => from(colour, (c) => `${white[c]}*clamp(0,(.2 - y)*1e9,1)`),
  opposite: (colour) => from(colour, (c) => `${white[c]} - ${c}`),
  byScheme: (light, dark) => `light-dark(${light},${dark})`,
  mix: (first, percent, second, space) => `color-mix(in ${space},${first} ${percent}%,${second})`,
};
