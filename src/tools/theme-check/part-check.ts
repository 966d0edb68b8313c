// Checks the effect of a `::part()` rule on contrasts. Only such rules can break one: colours from seeds are derived.

import { contrast, type ColourName, type Palette } from '../../widget/theme/measure.ts';
import { over, seenThrough, type Colour } from './colours.ts';
import { colourIn, isNoRing, isSmall, opacityOf, roleOf } from './part-properties.ts';
import { aroundOf, type Part } from './parts.ts';
import type { Scheme } from './substitute.ts';

/** One colour on another. */
export interface Meeting {
  readonly front: string;
  readonly back: string;
  readonly ratio: number;
  /** The minimum of WCAG level AA: 4.5 for text, 3 for shapes that must be visible. */
  readonly least: 4.5 | 3;
  readonly scheme: Scheme;
}

/** The result of a declaration: its contrasts, or why none can be computed. */
export interface Outcome {
  readonly meetings: readonly Meeting[];
  readonly unknown?: string;
  /** A certain failure, such as a missing focus ring. */
  readonly failure?: string;
}

/** The context of a declaration: its part and scheme, and the other values that apply. */
export interface Place {
  readonly part: Part;
  readonly palette: Palette | undefined;
  readonly scheme: Scheme;
  /** The last value that applies for a role; variables and `light-dark()` are resolved. */
  readonly value: (role: 'text' | 'back' | 'line') => string | undefined;
}

const none = (unknown: string): Outcome => ({ meetings: [], unknown });

const BROWSER = 'only a browser knows this colour';
const IMAGE = 'contrast with an image cannot be computed';
const PAGE = 'its contrast depends on what it stands on in the page';

/** Judges one declaration of a part; undefined if it touches no colour. */
export function judge(property: string, value: string, place: Place): Outcome | undefined {
  switch (roleOf(property)) {
    case 'text':
    case 'back':
      return writing(place, property);
    case 'line':
      return line(place, value);
    case 'ring':
      return ring(place, value);
    case 'opacity':
      return opacity(place, value);
    case 'size':
      return size(value);
    case 'other':
      return /^(none|normal|0|initial)$/i.test(value.trim())
        ? undefined
        : none('what it does cannot be computed');
    default:
      return undefined;
  }
}

const pageOrHex = (names: readonly (ColourName | 'page')[], palette: Palette): string[] | undefined =>
  names.includes('page') ? undefined : names.map((name) => palette[name as ColourName]);

/** The backgrounds of a part's text; a sentence if they cannot be computed. */
function backs({ part, palette, value }: Place): string[] | string {
  if (!palette) return BROWSER;
  const written = value('back');
  const own = written === undefined ? undefined : colourIn(written);
  if (own === 'elsewhere') return BROWSER;
  if (own === 'image') return IMAGE;
  if (own === undefined) return part.back.map((name) => palette[name]);
  const below = pageOrHex(aroundOf(part), palette);
  if (own !== 'none' && own.alpha >= 1) return [over(own, '#ffffff')];
  if (!below) return PAGE;
  return own === 'none' ? below : below.map((paper) => over(own, paper));
}

function writing(place: Place, property: string): Outcome {
  const { part, palette, scheme, value } = place;
  const isText = roleOf(property) === 'text';
  if (isText && !part.text) return none('it has no effect: what is inside has colours of its own');
  const papers = backs(place);
  if (typeof papers === 'string') return none(papers);
  const written = value('text');
  const own = written === undefined ? undefined : colourIn(written);
  if (own === 'elsewhere' && isText) return none(BROWSER);
  if (own === 'none' || own === 'image') return none('the colour cannot be read');
  const inside = isText ? [] : (part.inside ?? []);
  const names = part.text && !own ? [part.text, ...inside] : inside;
  const fronts: Colour[] = names.map((name) => seenThrough(palette![name], 1));
  if (part.text && typeof own === 'object') fronts.push(own);
  const least = part.isMark ? 3 : 4.5;
  const meetings = fronts.flatMap((front) =>
    papers.map((back) => meet(over(front, back), back, least, scheme)),
  );
  return { meetings };
}

function line(place: Place, value: string): Outcome | undefined {
  const { part, palette, scheme } = place;
  const colour = colourIn(value);
  // `border: none`, `border: 1px solid`: no colour is set.
  if (colour === 'none') return undefined;
  if (!part.line) return none('it is decoration here, of which no contrast is asked');
  if (colour === 'elsewhere' || colour === 'image' || !palette) return none(BROWSER);
  const papers = pageOrHex(aroundOf(part), palette);
  if (!papers) return none(PAGE);
  return { meetings: papers.map((paper) => meet(over(colour, paper), paper, 3, scheme)) };
}

function ring({ part, palette, scheme }: Place, value: string): Outcome | undefined {
  if (isNoRing(value))
    return { meetings: [], failure: 'it takes the focus ring away, which level AA asks for' };
  const colour = colourIn(value);
  if (colour === 'none') return undefined;
  if (colour === 'elsewhere' || colour === 'image' || !palette) return none(BROWSER);
  const papers = pageOrHex(aroundOf(part), palette);
  if (!papers) return none(PAGE);
  return { meetings: papers.map((paper) => meet(over(colour, paper), paper, 3, scheme)) };
}

function opacity(place: Place, value: string): Outcome | undefined {
  const { part, palette, scheme } = place;
  const alpha = opacityOf(value);
  if (alpha === 1) return undefined;
  if (alpha === undefined || !palette) return none(BROWSER);
  const papers = pageOrHex(aroundOf(part), palette);
  if (!papers) return none(PAGE);
  const own = backs(place);
  if (typeof own === 'string') return none(own);
  const written = place.value('text');
  const colour = written === undefined ? undefined : colourIn(written);
  if (typeof colour === 'string') return none(BROWSER);
  const texts = [...(part.text && !colour ? [part.text] : []), ...(part.inside ?? [])].map(
    (name) => palette[name],
  );
  const least = part.isMark ? 3 : 4.5;
  const meetings = papers.flatMap((paper) =>
    own.flatMap((back) =>
      [...texts, ...(colour ? [over(colour, back)] : [])].map((text) =>
        meet(over(seenThrough(text, alpha), paper), over(seenThrough(back, alpha), paper), least, scheme),
      ),
    ),
  );
  return { meetings };
}

function size(value: string): Outcome | undefined {
  const small = isSmall(value);
  if (!small) return undefined;
  return none(
    small === 'maybe'
      ? 'text may come out smaller than 16 px'
      : 'text is smaller than 16 px, which some cannot read',
  );
}

const meet = (front: string, back: string, least: 4.5 | 3, scheme: Scheme): Meeting => ({
  front,
  back,
  ratio: contrast(front, back),
  least,
  scheme,
});
