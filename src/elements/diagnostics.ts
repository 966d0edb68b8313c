// What is wrong with an element's attributes, said to the developer in the console. Loaded only when something is.

import { nearest } from '../core/nearest.ts';

/** One attribute value that could not be used. */
export interface BadValue {
  readonly attribute: string;
  readonly value: string;
  /** The words that are understood, where it takes words. */
  readonly expected?: readonly string[];
}

/** What is understood where it is not one of some words. */
const EXPECTED: Readonly<Record<string, string>> = {
  country: 'two letters, such as FR',
  'exit-url': 'an https address',
  partner: 'a name of 2 to 64 of a-z 0-9 . _ -',
  'public-key': 'the base64url text of an uncompressed P-256 point (65 bytes), on a page over https',
  challenge: 'an address on the server of the endpoint',
};

/** What comes of it where there is no default. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  'public-key': 'the form does not open, because no report may leave unsealed',
  challenge: 'reports go without a proof of work',
};

const warned = new WeakMap<Element, Set<string>>();

/** Warns once for each element and value. */
export function warn(element: Element, { attribute, value, expected }: BadValue): void {
  const known = warned.get(element) ?? new Set();
  warned.set(element, known);
  if (known.has(attribute + value)) return;
  known.add(attribute + value);
  const choices = expected
    ? `one of: ${expected.join(', ')}`
    : (EXPECTED[attribute] ?? 'an http or https address');
  const guess = expected && nearest(value, expected);
  console.warn(
    `<${element.localName}> ${attribute}="${value}" is not understood, so ${CONSEQUENCES[attribute] ?? 'the default is used'}. Expected ${choices}.` +
      (guess ? ` Did you mean "${guess}"?` : ''),
    element,
  );
}

/** The same for a key with which nothing can be sealed, as the page wrote it. */
export function warnOfKey(element: Element & { readonly publicKey: string | null }): void {
  const attribute = 'public-key';
  warn(element, { attribute, value: element.getAttribute(attribute) ?? `${element.publicKey}` });
}
