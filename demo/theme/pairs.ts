// The colour pairs that the frames measure: the place of each in the widget, and the promised contrast.

import type { FrameName } from './frame-list.ts';

/** Two colours next to each other. Selectors are looked up in the widget's shadow root. */
export interface Pair {
  readonly id: string;
  readonly group: string;
  readonly label: string;
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

const button = { group: 'Bouton', frame: 'plain' } as const;
const step = { group: 'Formulaire', frame: 'what' } as const;
const error = { group: 'Erreurs et avertissement', frame: 'error' } as const;
const sent = { group: 'Après l’envoi', frame: 'sent' } as const;
const label = '[part="launcher-icon"]';

export const PAIRS: readonly Pair[] = [
  { ...button, id: 'launcher', label: 'Texte du bouton', floor: 7, element: label, kind: 'text' },
  {
    ...button,
    id: 'launcher-hover',
    label: 'Texte, sous le pointeur',
    floor: 7,
    element: label,
    kind: 'text',
    rule: { selector: '.launcher:hover', on: '.launcher', gives: 'paper' },
    needsButton: true,
  },
  {
    ...button,
    id: 'launcher-active',
    label: 'Texte, bouton pressé',
    floor: 7,
    element: label,
    kind: 'text',
    rule: { selector: '.launcher:active', on: '.launcher', gives: 'paper' },
    needsButton: true,
  },
  {
    ...button,
    id: 'launcher-shape',
    label: 'Forme du bouton, sur la page',
    floor: 3,
    element: '.launcher',
    kind: 'shape',
    needsButton: true,
  },
  { ...step, id: 'title', label: 'Titre', floor: 7, element: '.panel h2', kind: 'text' },
  { ...step, id: 'quiet', label: 'Texte discret', floor: 7, element: '.panel .intro', kind: 'text' },
  { ...step, id: 'action', label: 'Liens et actions', floor: 7, element: '.panel summary', kind: 'text' },
  {
    ...step,
    id: 'chosen',
    label: 'Réponse choisie, texte discret',
    floor: 7,
    element: '.option:has(:checked) .option-hint',
    kind: 'text',
  },
  {
    ...step,
    id: 'mark',
    label: 'Réponse choisie, pastille',
    floor: 3,
    element: '.option input:checked',
    kind: 'border',
  },
  { ...step, id: 'options', label: 'Cadre des réponses', floor: 3, element: '.options', kind: 'border' },
  { ...step, id: 'primary', label: 'Bouton principal', floor: 7, element: '.primary', kind: 'text' },
  {
    ...step,
    id: 'ring',
    label: 'Anneau de focus',
    floor: 3,
    element: '.primary',
    kind: 'border',
    rule: { selector: ':focus-visible', on: '.primary', gives: 'outline' },
  },
  { ...error, id: 'error', label: 'Message d’erreur', floor: 7, element: '.summary a', kind: 'text' },
  {
    ...error,
    id: 'wrong',
    label: 'Bord d’un champ à corriger',
    floor: 3,
    element: '.wrong input',
    kind: 'border',
  },
  { ...error, id: 'warning', label: 'Avertissement', floor: 7, element: '.warning p', kind: 'text' },
  { ...sent, id: 'number', label: 'Numéro du signalement', floor: 7, element: 'output', kind: 'text' },
  { ...sent, id: 'help', label: 'Numéros d’aide', floor: 7, element: '.help b', kind: 'text' },
  { ...sent, id: 'tick', label: 'Coche', floor: 3, element: '.tick svg', kind: 'text' },
];

/** The results of a chosen colour: the elements that show them. */
export const RESULTS = [
  { seed: 'accent', label: 'Accent, en fond', pair: 'primary', takes: 'paper' },
  { seed: 'accent', label: 'Accent, en texte', pair: 'action', takes: 'ink' },
  { seed: 'surface', label: 'Papier', pair: 'title', takes: 'paper' },
  { seed: 'danger', label: 'Erreurs', pair: 'error', takes: 'ink' },
] as const;
