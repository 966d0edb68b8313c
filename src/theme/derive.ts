// How a colour on screen is derived from a seed, as CSS text: relative luminance is capped or raised in linear light,
// where the contrast ratio of WCAG is defined and where scaling or mixing with white never leaves the gamut.
// With these three, no seed can bring a text under 7:1 or a control's border under 3:1.

const white = { x: '.95047', y: '1', z: '1.08883' };

/** 1 where the colour's luminance is above `limit`, 0 where it is below; `sign()` would do, but came later than the floor. */
const above = (limit: number): string => `clamp(0,(y - ${limit})*1e6,1)`;
const scale = (cap: number): string => `min(1,${cap}/max(y,.00001))`;
const towardsWhite = (floor: number): string => `max(0,(${floor} - y)/max(1 - y,.00001))`;

const channels = (of: (channel: 'x' | 'y' | 'z') => string): string =>
  `calc(${of('x')}) calc(${of('y')}) calc(${of('z')})/1`;

/** The colour with a luminance of at most `cap`; hue and saturation stay. */
export const darken = (colour: string, cap: number): string =>
  `color(from ${colour} xyz-d65 ${channels((c) => `${c}*${scale(cap)}`)})`;

/** The colour with a luminance of at least `floor`, by mixing white in. */
export const lighten = (colour: string, floor: number): string =>
  `color(from ${colour} xyz-d65 ${channels((c) => `${c} + (${white[c]} - ${c})*${towardsWhite(floor)}`)})`;

/** The colour moved out of the zone (luminance .097 to .305) where neither black nor white reaches 7:1 on it. */
export const push = (colour: string): string =>
  `color(from ${colour} xyz-d65 ${channels(
    (c) =>
      `${above(0.179)}*(${c} + (${white[c]} - ${c})*${towardsWhite(0.305)}) + (1 - ${above(0.179)})*${c}*${scale(0.097)}`,
  )})`;

/** Black or white, whichever reads on the colour. */
export const contrasting = (colour: string): string =>
  `color(from ${colour} xyz-d65 ${channels((c) => `${white[c]}*(1 - ${above(0.179)})`)})`;

/** One colour for light pages, one for dark ones. */
export const lightDark = (light: string, dark: string): string => `light-dark(${light},${dark})`;

/** A share of the first colour, the rest of the second. */
export const mix = (first: string, percent: number, second: string, space = 'oklab'): string =>
  `color-mix(in ${space},${first} ${percent}%,${second})`;
