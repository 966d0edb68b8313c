// The colour pairs that the frames measure: the place of each in the widget, and the promised contrast.

import type { FrameName } from './frame-list.ts';
import type { Words } from './words/words.ts';

/** Two colours next to each other. Selectors are looked up in the widget's shadow root. */
export interface Pair {
  readonly id: keyof Words['pairs'];
  readonly group: keyof Words['groupsOfPairs'];
  /** Promised minimum: 7 for text, 3 for lines. */
  readonly floor: 7 | 3;
  readonly frame: FrameName;
  /** The element that has the colour. */
  readonly element: string;
  /**
   * `text` contrasts with the element's own background. `border` and `shape` contrast with the background around the
   * element; a shape is visible by its border or its fill.
   */
  readonly kind: 'text' | 'border' | 'shape';
  /**
   * A rule for a state that the frames cannot show, such as hover. Its declarations are tried on a copy of an element.
   */
  readonly rule?: { readonly selector: string; readonly on: string; readonly gives: 'paper' | 'outline' };
  /** Whether a button in the shape of a link lacks this pair. */
  readonly needsButton?: true;
}

const button = { group: 'button', frame: 'plain' } as const;
const step = { group: 'form', frame: 'what' } as const;
const error = { group: 'errors', frame: 'error' } as const;
const sent = { group: 'sent', frame: 'sent' } as const;
const label = '[part="launcher-icon"]';

export const PAIRS: readonly Pair[] = [
  { ...button, id: 'launcher', floor: 7, element: label, kind: 'text' },
  {
    ...button,
    id: 'launcher-hover',
    floor: 7,
    element: label,
    kind: 'text',
    rule: { selector: '.launcher:hover', on: '.launcher', gives: 'paper' },
    needsButton: true,
  },
  {
    ...button,
    id: 'launcher-active',
    floor: 7,
    element: label,
    kind: 'text',
    rule: { selector: '.launcher:active', on: '.launcher', gives: 'paper' },
    needsButton: true,
  },
  {
    ...button,
    id: 'launcher-shape',
    floor: 3,
    element: '.launcher',
    kind: 'shape',
    needsButton: true,
  },
  { ...step, id: 'title', floor: 7, element: '.panel h2', kind: 'text' },
  { ...step, id: 'quiet', floor: 7, element: '.panel .intro', kind: 'text' },
  { ...step, id: 'action', floor: 7, element: '.panel summary', kind: 'text' },
  {
    ...step,
    id: 'chosen',
    floor: 7,
    element: '.option:has(:checked) .option-hint',
    kind: 'text',
  },
  {
    ...step,
    id: 'mark',
    floor: 3,
    element: '.option input:checked',
    kind: 'border',
  },
  { ...step, id: 'options', floor: 3, element: '.options', kind: 'border' },
  { ...step, id: 'primary', floor: 7, element: '.primary', kind: 'text' },
  {
    ...step,
    id: 'ring',
    floor: 3,
    element: '.primary',
    kind: 'border',
    rule: { selector: ':focus-visible', on: '.primary', gives: 'outline' },
  },
  { ...error, id: 'error', floor: 7, element: '.summary a', kind: 'text' },
  {
    ...error,
    id: 'wrong',
    floor: 3,
    element: '.wrong input',
    kind: 'border',
  },
  { ...error, id: 'warning', floor: 7, element: '.warning p', kind: 'text' },
  { ...sent, id: 'number', floor: 7, element: 'output', kind: 'text' },
  { ...sent, id: 'help', floor: 7, element: '.help b', kind: 'text' },
  { ...sent, id: 'tick', floor: 3, element: '.tick svg', kind: 'text' },
];

/** The results of a chosen colour: the elements that show them. */
export const RESULTS = [
  { id: 'fill', seed: 'accent', pair: 'primary', takes: 'paper' },
  { id: 'text', seed: 'accent', pair: 'action', takes: 'ink' },
  { id: 'paper', seed: 'surface', pair: 'title', takes: 'paper' },
  { id: 'danger', seed: 'danger', pair: 'error', takes: 'ink' },
] as const;
