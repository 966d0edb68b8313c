// Types for the properties into which a widget reads its seeds: what is not of its type is then what it is by default. They
// stand in a style sheet of the document, since nowhere else are they heard: registering them by script was a third of all
// script at load. A page that replaces its document's sheets loses no more than that.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { SEEDS } from './seeds.ts';

/** Colours that others are derived from, or many things painted in: a browser computes each once a form. */
const DERIVED = ['fill', 'onFill', 'edge', 'accentText', 'paper', 'text', 'textQuiet', 'border'];

/** What a property is where nothing is inherited: never seen. */
const INITIAL = { '<color>': 'red', '<length>': '0', '<number>': '0' };

const type = (syntax: keyof typeof INITIAL, name: string): string =>
  `@property --_cs-${name}{syntax:'${syntax}';inherits:true;initial-value:${INITIAL[syntax]}}`;

export const typeStyles: CSSResult = css`
  ${unsafeCSS(
    (Object.keys(INITIAL) as (keyof typeof INITIAL)[])
      .flatMap((syntax) => Object.keys(SEEDS[syntax]).map((name) => type(syntax, name)))
      .concat(DERIVED.map((name) => type('<color>', name)))
      .join(''),
  )}
`;
