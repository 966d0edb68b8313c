// The recipe of every colour on screen: its seed, and the limits of its luminance. The recipe uses abstract functions:
// derive.ts turns it into CSS text for the widget, measure.ts into numbers for theme designers.

/** The functions that the recipe uses. Luminances are relative luminances of WCAG, 0 to 1. */
export interface ColourFunctions<Colour> {
  readonly white: Colour;
  readonly black: Colour;
  /** The colour with a luminance of at most `cap`; hue and saturation stay. */
  darken(colour: Colour, cap: number): Colour;
  /** The colour with a luminance of at least `floor`, by mixing white in. */
  lighten(colour: Colour, floor: number): Colour;
  /**
   * The colour moved out of the zone (luminance .097 to .305) where neither black nor white reaches 7:1 on it: down from
   * below the seed `black-from`, up from above it. Its own hue stays on the way down, while white fades it on the way up.
   */
  push(colour: Colour): Colour;
  /** Black or white, whichever is readable on a colour outside of that zone. */
  contrasting(colour: Colour): Colour;
  /** Black for white, and white for black. */
  opposite(colour: Colour): Colour;
  /** One colour if the scheme is light, another if it is dark. */
  byScheme(light: Colour, dark: Colour): Colour;
  /** Mixes a share of the first colour, in percent, with the rest from the second. */
  mix(first: Colour, percent: number, second: Colour, space: 'oklab' | 'srgb-linear'): Colour;
}

/** Colour of a filled button. */
export const fillColour = <Colour>(by: ColourFunctions<Colour>, accent: Colour): Colour => by.push(accent);

/** Colour of the label and icon on a filled button. */
export const onFillColour = <Colour>(by: ColourFunctions<Colour>, fill: Colour): Colour =>
  by.contrasting(fill);

/** A filled button's further colours. */
export interface FillColours<Colour> {
  readonly fillHover: Colour;
  readonly fillActive: Colour;
  /** The line around a filled button. It is visible on the paper even if the fill is not. */
  readonly edge: Colour;
}

export function fillColours<Colour>(
  by: ColourFunctions<Colour>,
  { fill, onFill }: { readonly fill: Colour; readonly onFill: Colour },
): FillColours<Colour> {
  // Away from the label's colour, so that the contrast only grows.
  const away = by.opposite(onFill);
  const line = by.mix(onFill, 45, fill, 'oklab');
  return {
    fillHover: by.mix(fill, 84, away, 'srgb-linear'),
    fillActive: by.mix(fill, 70, away, 'srgb-linear'),
    edge: by.byScheme(by.darken(line, 0.2), by.lighten(line, 0.255)),
  };
}

/** The accent as a colour for text. */
export const accentTextColour = <Colour>(by: ColourFunctions<Colour>, accent: Colour): Colour =>
  by.byScheme(by.darken(accent, 0.066), by.lighten(accent, 0.59));

export function surfaceColour<Colour>(by: ColourFunctions<Colour>, seed: Colour): Colour {
  return by.byScheme(by.lighten(seed, 0.82), by.darken(seed, 0.03));
}

export function textColour<Colour>(by: ColourFunctions<Colour>, surface: Colour): Colour {
  return by.byScheme(
    by.darken(by.mix(surface, 20, by.black, 'oklab'), 0.02),
    by.lighten(by.mix(surface, 8, by.white, 'oklab'), 0.8),
  );
}

export function borderColour<Colour>(by: ColourFunctions<Colour>, surface: Colour, text: Colour): Colour {
  return by.byScheme(
    by.darken(by.mix(surface, 60, text, 'oklab'), 0.2),
    by.lighten(by.mix(surface, 50, text, 'oklab'), 0.255),
  );
}

/** The further colours of the form. */
export interface FormColours<Colour> {
  readonly textQuiet: Colour;
  /** Paper of a selected row. */
  readonly quiet: Colour;
  /** Paper of a notice, and of a row under the pointer. */
  readonly sunk: Colour;
  /** The part of a bar that is still to be filled, and decorative dividing lines. */
  readonly track: Colour;
  readonly danger: Colour;
  readonly dangerQuiet: Colour;
}

export function formColours<Colour>(
  by: ColourFunctions<Colour>,
  given: { readonly surface: Colour; readonly text: Colour; readonly fill: Colour; readonly danger: Colour },
): FormColours<Colour> {
  const { surface, text, fill, danger } = given;
  // Papers keep luminances of .78 to 1 in light, 0 to .038 in dark. Text on them is at most .066 in light and at least
  // .59 in dark, so the contrast is 7:1 at least.
  const paper = (light: Colour, dark: Colour): Colour =>
    by.byScheme(by.lighten(light, 0.78), by.darken(dark, 0.038));
  return {
    textQuiet: by.byScheme(
      by.darken(by.mix(surface, 38, text, 'oklab'), 0.066),
      by.lighten(by.mix(surface, 28, text, 'oklab'), 0.59),
    ),
    quiet: paper(by.mix(surface, 93, fill, 'srgb-linear'), by.mix(surface, 90, fill, 'srgb-linear')),
    sunk: paper(by.mix(surface, 97, text, 'oklab'), by.mix(surface, 94, text, 'oklab')),
    track: by.mix(text, 14, surface, 'oklab'),
    danger: by.byScheme(by.darken(danger, 0.066), by.lighten(danger, 0.59)),
    dangerQuiet: paper(
      by.mix(surface, 95, danger, 'srgb-linear'),
      by.mix(surface, 92, danger, 'srgb-linear'),
    ),
  };
}
