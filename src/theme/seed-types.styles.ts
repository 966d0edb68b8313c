// Types for the properties into which a widget reads its seeds: without a type, a typo would make everything transparent.

import { unsafeCSS, type CSSResult } from 'lit';
import { SEEDS } from './seeds.ts';

/** Colours that the form derives once, typed so that a browser computes them once. */
const DERIVED = ['fill', 'onFill', 'edge', 'accentText', 'paper', 'text', 'textQuiet', 'border'];

/** What a property of a type is where nothing gives it a value; never seen, as the host gives all of them. */
const INITIAL = { '<color>': 'red', '<length>': '0px', '<number>': '0' } as const;

/** For the page's own list of style sheets, once: only there are types heard. One sheet costs a third of as many calls. */
export const seedTypes: CSSResult = unsafeCSS(
  Object.entries(INITIAL)
    .flatMap(([syntax, initial]) =>
      [...Object.keys(SEEDS[syntax as keyof typeof INITIAL]), ...(syntax === '<color>' ? DERIVED : [])].map(
        (name) => `@property --_cs-${name}{syntax:"${syntax}";inherits:true;initial-value:${initial}}`,
      ),
    )
    .join(''),
);
