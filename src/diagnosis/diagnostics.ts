// Warns the developer in the console about invalid attributes. Loaded only for an invalid attribute, or for `check()`.

import { CONSEQUENCES, EXPECTED, type BadValue } from '../attributes.ts';
import { nearest } from '../core/nearest.ts';
import type { Diagnosis } from './finding.ts';
import type { Widget } from '../button/widget.ts';

const known = new WeakMap<Element, Map<string, BadValue>>();

/** Examines a widget for `check()`. The function is in this file because the button already imports it. */
export const diagnose = async (host: Widget, load: (this: Widget) => unknown): Promise<Diagnosis> =>
  (await import('./diagnose.ts')).diagnose(host, load, { badValues, describeBadValue });

/** Every value of an element that could not be used so far. */
export const badValues = (element: Element): readonly BadValue[] => [...(known.get(element)?.values() ?? [])];

/** What is wrong with a value, and what to write in its place. */
export function describeBadValue({ attribute, value, expected }: BadValue): {
  readonly problem: string;
  readonly remedy: string;
} {
  const choices = expected ? `one of: ${expected.join(', ')}` : EXPECTED[attribute];
  const guess = expected && nearest(value, expected);
  return {
    problem: `${attribute}="${value}" is not understood, so ${CONSEQUENCES[attribute] ?? 'the default is used'}.`,
    remedy: `Expected ${choices}.${guess ? ` Did you mean "${guess}"?` : ''}`,
  };
}

/** Warns once for each element and value. With `debug`, the report of the element contains the warning instead. */
export function warn(element: Element, bad: BadValue): void {
  const values = known.get(element) ?? new Map<string, BadValue>();
  known.set(element, values);
  const key = bad.attribute + bad.value;
  if (values.has(key)) return;
  values.set(key, bad);
  if (element.hasAttribute('debug')) return;
  const { problem, remedy } = describeBadValue(bad);
  console.warn(`<${element.localName}> ${problem} ${remedy}`, element);
}

/** Warns about a key that cannot seal reports, with the text that the page wrote. */
export function warnOfKey(element: Element & { readonly publicKey: string | null }): void {
  const attribute = 'public-key';
  warn(element, { attribute, value: element.getAttribute(attribute) ?? `${element.publicKey}` });
}
