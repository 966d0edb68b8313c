// How a colour on screen is derived from a seed, as CSS text: relative luminance is capped or raised in linear light,
// where the contrast ratio of WCAG is defined and where scaling or mixing with white never leaves the gamut.
// With these, no seed can bring a text under 7:1 or a control's border under 3:1.

import type { ColourFunctions } from './palette.ts';

/**
 * What derived colours need, as the condition of `@supports`. Where it is missing a fixed palette stands: behind `var()`
 * no declaration is skipped for one before it.
 */
export const canDerive = '(color:color(from red xyz-d65 x y z)) and (color:light-dark(red,red))';

const white = { x: '.95047', y: '1', z: '1.08883' };

/**
 * 1 where the colour's luminance is above .179, 0 where it is below; `sign()` would do, but came later than the floor.
 * So steep that no colour falls between: with 1e6, `#526ce0` and 27 more would get a fill that nothing reads on.
 */
const isLight = 'clamp(0,(y - .179)*1e9,1)';
const scale = (cap: number): string => `min(1,${cap}/max(y,.00001))`;
const towardsWhite = (floor: number): string => `max(0,(${floor} - y)/max(1 - y,.00001))`;

/** A colour whose channels are computed from those of another; opaque, whatever the other is. */
const from = (colour: string, channel: (name: 'x' | 'y' | 'z') => string): string =>
  `color(from ${colour} xyz-d65 calc(${channel('x')}) calc(${channel('y')}) calc(${channel('z')})/1)`;

/** The functions of a palette, as CSS text. */
export const css: ColourFunctions<string> = {
  white: '#fff',
  black: '#000',
  darken: (colour, cap) => from(colour, (c) => `${c}*${scale(cap)}`),
  lighten: (colour, floor) => from(colour, (c) => `${c} + (${white[c]} - ${c})*${towardsWhite(floor)}`),
  push: (colour) =>
    from(
      colour,
      (c) =>
        `${isLight}*(${c} + (${white[c]} - ${c})*${towardsWhite(0.305)}) + (1 - ${isLight})*${c}*${scale(0.097)}`,
    ),
  contrasting: (colour) => from(colour, (c) => `${white[c]}*(1 - ${isLight})`),
  byScheme: (light, dark) => `light-dark(${light},${dark})`,
  mix: (first, percent, second, space) => `color-mix(in ${space},${first} ${percent}%,${second})`,
};
