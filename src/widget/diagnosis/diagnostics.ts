// Problems of a widget, each told once in the console, for its developer.

import { CONSEQUENCES, EXPECTED } from '../attributes/descriptions.ts';
import type { BadValue } from '../attributes/names.ts';
import { nearest } from '../../core/nearest.ts';
import type { Diagnosis } from './finding.ts';
import type { LoadForm } from './form-findings.ts';
import type { BadMembers } from '../shared/given.ts';
import type { Widget } from '../shared/widget.ts';

const known = new WeakMap<Element, Map<string, BadValue>>();

/** Examines a widget for `check()`. The function is in this file because the button already imports it. */
export const diagnose = async (host: Widget, load: LoadForm): Promise<Diagnosis> =>
  (await import('./diagnose.ts')).diagnose(host, load, {
    badValues,
    describeBadValue,
    badMembers,
    describeBadMembers,
  });

/** Explains why a widget does not work. `failure`: the error of a form that did not open. */
export const explain = async (host: Widget, failure?: unknown): Promise<void> =>
  (await import('./diagnose.ts')).explain(host, failure, { warn, tell });

/** Every value of an element that could not be used so far. */
export const badValues = (element: Element): readonly BadValue[] => [...(known.get(element)?.values() ?? [])];

/** The fault of a value, and a value to write instead. */
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

const knownMembers = new WeakMap<Element, Map<string, BadMembers>>();

/** The help lines of an element that could not be used; its `messages` are read again (attribute-findings.ts). */
export const badMembers = (element: Element): readonly BadMembers[] =>
  [...(knownMembers.get(element)?.values() ?? [])].filter(({ property }) => property !== 'messages');

const EXPECTED_MEMBERS = {
  messages: 'an object with strings by name, such as { "launcher.label": "Signaler" }',
  helpResources:
    'a list of lines, each with an id, and a number or a url, such as { id: "ours", number: "0 800 00 00 00" }',
} as const;

/** The fault of a property, and a value to give instead. */
export function describeBadMembers({ property, members }: BadMembers): {
  readonly problem: string;
  readonly remedy: string;
} {
  const isAll = members.includes('*');
  return {
    problem: isAll
      ? `The property ${property} is not understood, so it is left out.`
      : `The property ${property} has members that cannot be used, and are left out: ${members.join(', ')}.`,
    remedy: `Expected ${EXPECTED_MEMBERS[property]}.`,
  };
}

/** Warns of a property, once for each element and members. */
export function warnOfMembers(element: Element, bad: BadMembers): void {
  knownMembers.set(element, (knownMembers.get(element) ?? new Map()).set(bad.property, bad));
  const { problem, remedy } = describeBadMembers(bad);
  tell(element, problem, remedy);
}

const said = new WeakMap<Element, Set<string>>();

/** Warns once for each element and problem. With `debug`, the report of the element contains the warning instead. */
function tell(element: Element, problem: string, remedy: string): void {
  const before = said.get(element) ?? new Set();
  said.set(element, before);
  if (element.hasAttribute('debug') || before.size === before.add(problem).size) return;
  console.warn(`<${element.localName}> ${problem} ${remedy}`, element);
}

/** Warns once for each element and value. */
export function warn(element: Element, bad: BadValue): void {
  const values = known.get(element) ?? new Map<string, BadValue>();
  known.set(element, values);
  const key = bad.attribute + bad.value;
  if (values.has(key)) return;
  values.set(key, bad);
  const { problem, remedy } = describeBadValue(bad);
  tell(element, problem, remedy);
}
