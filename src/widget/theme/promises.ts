// The promises of every theme, with any seeds: which colours meet, and the contrast that they keep.

import { contrast, type ColourName, type Palette } from './measure.ts';

/** One colour on another, and the ratio that their contrast never falls under. */
export interface Pair {
  readonly front: ColourName;
  readonly back: ColourName;
  /** 7 for text; 3 for shapes that must be visible, such as the line around a control. */
  readonly minimum: 7 | 3;
}

const on = (back: ColourName, texts: readonly ColourName[], lines: readonly ColourName[] = []): Pair[] => [
  ...texts.map((front) => ({ front, back, minimum: 7 as const })),
  ...lines.map((front) => ({ front, back, minimum: 3 as const })),
];

/** Every pair that can meet on screen. Hairlines are decoration and have no minimum. */
export const PAIRS: readonly Pair[] = [
  ...on('fill', ['onFill']),
  ...on('fillHover', ['onFill']),
  ...on('fillActive', ['onFill']),
  ...on('surface', ['text', 'textQuiet', 'accentText', 'danger'], ['border', 'edge']),
  ...on('quiet', ['text', 'textQuiet', 'accentText'], ['border', 'edge']),
  ...on('sunk', ['text', 'textQuiet', 'accentText', 'danger'], ['border', 'edge']),
  ...on('dangerQuiet', ['text', 'textQuiet', 'accentText', 'danger'], ['border', 'edge']),
];

/** The colours in words, for tables that people read. */
export const COLOUR_NAMES: Readonly<Record<ColourName, { readonly en: string; readonly fr: string }>> = {
  fill: { en: 'button', fr: 'bouton' },
  onFill: { en: 'label', fr: 'libellé' },
  fillHover: { en: 'button under the pointer', fr: 'bouton survolé' },
  fillActive: { en: 'pressed button', fr: 'bouton pressé' },
  edge: { en: 'edge of a button', fr: 'bord de bouton' },
  accentText: { en: 'link or mark', fr: 'lien ou repère' },
  surface: { en: 'paper', fr: 'papier' },
  text: { en: 'text', fr: 'texte' },
  textQuiet: { en: 'quiet text', fr: 'texte discret' },
  quiet: { en: 'selected row', fr: 'ligne choisie' },
  sunk: { en: 'notice or row under the pointer', fr: 'encart ou ligne survolée' },
  border: { en: 'border of a field', fr: 'bord de champ' },
  track: { en: 'hairline', fr: 'filet' },
  danger: { en: 'error', fr: 'erreur' },
  dangerQuiet: { en: 'warning', fr: 'avertissement' },
};

/** The contrast of a pair in a palette. */
export const ratioOf = ({ front, back }: Pair, palette: Palette): number =>
  contrast(palette[front], palette[back]);
