// Derives the colours on screen from the seeds, as CSS text. Relative luminance is capped or raised in linear light:
// WCAG defines its contrast ratio there, and scaling or mixing with white never leaves the gamut there.
// With these functions, no seed can bring a text under 7:1 or a control's border under 3:1.

import type { ColourFunctions } from './palette.ts';

/**
 * The `@supports` condition for derived colours. Without support, a fixed palette applies. The condition is necessary:
 * an invalid declaration with `var()` does not fall back to the declaration before it.
 */
export const canDerive = '(color:color(from red xyz-d65 x y z)) and (color:light-dark(red,red))';

const white = { x: '.95047', y: '1', z: '1.08883' };

/**
 * 1 if the colour's luminance is above .179, 0 if it is below. `sign()` would do, but the oldest supported
 * browsers lack it. The factor is steep enough that no colour falls in between: with 1e6, `#526ce0` and 27 other
 * colours would get a fill on which no label is readable.
 */
const isLight = 'clamp(0,(y - .179)*1e9,1)';

type Channel = keyof typeof white;

/** A channel of the colour with a luminance of at most `cap`. */
const darkened = (channel: Channel, cap: number): string => `${channel}*min(1,${cap}/max(y,.00001))`;

/** A channel of the colour with a luminance of at least `floor`. */
const lightened = (channel: Channel, floor: number): string =>
  `${channel} + (${white[channel]} - ${channel})*max(0,(${floor} - y)/max(1 - y,.00001))`;

/** A colour computed channel by channel from another colour. The result is always opaque. */
const from = (colour: string, channel: (name: Channel) => string): string =>
  `color(from ${colour} xyz-d65 calc(${channel('x')}) calc(${channel('y')}) calc(${channel('z')})/1)`;

/** The functions of a palette, as CSS text. */
export const css: ColourFunctions<string> = {
  white: '#fff',
  black: '#000',
  darken: (colour, cap) => from(colour, (c) => darkened(c, cap)),
  lighten: (colour, floor) => from(colour, (c) => lightened(c, floor)),
  // A channel that was lightened is never below the same one darkened.
  push: (colour) => from(colour, (c) => `max(${isLight}*(${lightened(c, 0.305)}),${darkened(c, 0.097)})`),
  contrasting: (colour) => from(colour, (c) => `${white[c]}*(1 - ${isLight})`),
  byScheme: (light, dark) => `light-dark(${light},${dark})`,
  mix: (first, percent, second, space) => `color-mix(in ${space},${first} ${percent}%,${second})`,
};
