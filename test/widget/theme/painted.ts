// The colours that an engine computes for a widget: the tokens in its shadow root, and its elements.

import { PANEL } from '../../../demo/gallery/driver.ts';
import { propertyOf, type ColourName, type Palette } from '../../../src/widget/theme/measure.ts';
import { COLOUR_NAMES } from '../../../src/widget/theme/promises.ts';
import type { ReportButton } from '../../../src/widget/button/report-button.ts';

export const NAMES = Object.keys(COLOUR_NAMES) as ColourName[];

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true })!;

/** Colours as CSS text, painted, as `#rrggbb`. It takes many at once, because reading pixels is slow. */
export function paint(colours: readonly string[]): string[] {
  canvas.width = colours.length;
  canvas.height = 1;
  for (const [index, colour] of colours.entries()) {
    // An invalid colour changes nothing: the canvas would paint the previous colour.
    context.fillStyle = 'transparent';
    context.fillStyle = colour;
    context.fillRect(index, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colours.length, 1);
  return colours.map((colour, index) => {
    const [red = 0, green = 0, blue = 0, alpha] = data.subarray(index * 4, index * 4 + 4);
    if (alpha !== 255) throw new Error(`« ${colour} » is not an opaque colour.`);
    return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
  });
}

/** Colours in the order of NAMES, by their names. */
export const toPalette = (colours: readonly string[]): Palette =>
  Object.fromEntries(NAMES.map((name, index) => [name, colours[index] ?? ''])) as Record<ColourName, string>;

/** Reads the tokens of a form as the elements of its panel resolve them. */
export class TokenReader {
  readonly #host: HTMLElement;
  readonly #styles: readonly CSSStyleDeclaration[];

  /** @param host a widget whose form is loaded; the rest of the form stays hidden from now on */
  constructor(host: ReportButton) {
    this.#host = host;
    const panel = host.renderRoot.querySelector(PANEL)!;
    // Otherwise every new seed restyles the whole form, which takes five times as long.
    for (const { style } of panel.children as HTMLCollectionOf<HTMLElement>) style.display = 'none';
    this.#styles = NAMES.map((name) => {
      const probe = document.createElement('i');
      probe.style.color = `var(${propertyOf(name)})`;
      panel.append(probe);
      return getComputedStyle(probe);
    });
  }

  /** Sets seeds, as a page does. */
  set(seeds: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(seeds)) this.#host.style.setProperty(`--cs-${name}`, value);
  }

  /** The colours as the engine serialises them, in the order of NAMES. */
  read(): string[] {
    return this.#styles.map(({ color }) => color);
  }

  /** The colours that the given seeds produce. */
  palette(seeds: Readonly<Record<string, string>>): Palette {
    this.set(seeds);
    return toPalette(paint(this.read()));
  }
}
