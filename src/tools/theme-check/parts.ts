// The parts of the widget with their default colours, which a page's own colour meets there.

import type { ColourName } from '../../widget/theme/measure.ts';

/** The colours of one part. Where it has several, they are those of its states and places. */
export interface Part {
  /** Colour of its own text; absent if a page's `color` has no effect. */
  readonly text?: ColourName;
  /** Colours of other text inside it, which a page's `color` does not change. */
  readonly inside?: readonly ColourName[];
  /** Backgrounds of its text. */
  readonly back: readonly ColourName[];
  /** Its border, if the border must be visible. */
  readonly line?: ColourName;
  /** Backgrounds around it, if it has a background itself; `page` for the page. */
  readonly around?: readonly (ColourName | 'page')[];
  /** Whether it is a mark rather than text, so that less contrast is enough. */
  readonly isMark?: boolean;
}

const FILLS: readonly ColourName[] = ['fill', 'fillHover', 'fillActive'];
const PAPERS: readonly ColourName[] = ['surface', 'sunk', 'dangerQuiet'];
const ROWS: readonly ColourName[] = ['surface', 'quiet', 'sunk'];
const WRITINGS: readonly ColourName[] = ['text', 'textQuiet', 'accentText', 'danger'];

/** Every part, by its name. */
export const PARTS: Readonly<Record<string, Part>> = {
  launcher: { inside: ['onFill'], back: FILLS, line: 'edge', around: ['page'] },
  'launcher-icon': { text: 'onFill', back: FILLS, isMark: true },
  'launcher-label': { text: 'onFill', back: FILLS },
  bar: { text: 'text', back: ['surface'], line: 'border', around: ['page'] },
  dialog: { text: 'text', inside: WRITINGS, back: ['surface'], around: ['page'] },
  header: { text: 'text', inside: ['textQuiet', 'accentText'], back: ['surface'] },
  back: { text: 'accentText', back: ['surface', 'quiet'] },
  exit: { text: 'accentText', back: ['surface', 'quiet'] },
  close: { text: 'accentText', back: ['surface', 'quiet'], isMark: true },
  body: { text: 'text', inside: WRITINGS, back: ['surface'] },
  progress: { inside: ['accentText'], back: ['surface'], isMark: true },
  segment: { back: ['track'], around: ['surface'], isMark: true },
  'segment-done': { back: ['accentText'], line: 'accentText', around: ['surface'], isMark: true },
  'step-count': { text: 'textQuiet', back: ['surface'] },
  title: { text: 'text', back: ['surface'] },
  intro: { text: 'textQuiet', back: ['surface'] },
  options: { text: 'text', inside: ['textQuiet'], back: ['surface'], line: 'border', around: ['surface'] },
  option: { text: 'text', inside: ['textQuiet'], back: ROWS, around: ['surface'] },
  'option-input': { back: ['surface'], line: 'border', around: ROWS },
  'option-label': { text: 'text', back: ROWS },
  'option-hint': { text: 'textQuiet', back: ROWS },
  or: { text: 'textQuiet', back: ['sunk'], around: ['surface'] },
  notice: {
    text: 'text',
    inside: ['textQuiet', 'accentText'],
    back: ['sunk', 'dangerQuiet'],
    around: ['surface'],
  },
  call: {
    text: 'text',
    inside: ['accentText'],
    back: ['surface', 'quiet'],
    line: 'border',
    around: PAPERS,
  },
  label: { text: 'text', back: PAPERS },
  hint: { text: 'textQuiet', back: PAPERS },
  input: { text: 'text', back: ['surface'], line: 'border', around: PAPERS },
  error: { text: 'danger', back: PAPERS },
  'error-summary': {
    text: 'text',
    inside: ['danger', 'accentText'],
    back: ['surface'],
    line: 'danger',
    around: ['surface'],
  },
  'summary-row': { text: 'text', inside: ['textQuiet', 'accentText'], back: ['surface'] },
  change: { text: 'accentText', back: ['surface', 'quiet'] },
  footer: { text: 'text', inside: ['textQuiet', 'accentText'], back: ['surface'] },
  primary: { text: 'onFill', back: FILLS, line: 'edge', around: ['surface'] },
  secondary: { text: 'text', back: ['surface', 'sunk'], line: 'border', around: PAPERS },
  reference: { text: 'text', back: ['surface'] },
  help: { text: 'text', inside: ['textQuiet', 'accentText'], back: ['surface', 'sunk'], around: ['surface'] },
};

/** Backgrounds around a part, which show through if its own background is transparent. */
export const aroundOf = ({ around, back }: Part): readonly (ColourName | 'page')[] => around ?? back;
