// Types for the properties into which a widget reads its seeds: a value of another type falls back to
// the default. The types belong to a style sheet of the document, because they have no effect elsewhere. Registering
// them by script was a third of all script at load. A page that replaces its document's sheets loses only these.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { SEEDS } from './seeds.ts';

/** Colours with many uses, and colours from which others derive: a browser computes each once per form. */
const DERIVED = ['fill', 'onFill', 'edge', 'accentText', 'paper', 'text', 'textQuiet', 'border'];

/** Values of properties that inherit nothing. They never show, because the host always sets a value. */
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
