// Reads custom-elements.json: the description of both elements for editors and frameworks.

import { readFileSync } from 'node:fs';

/** An entry with a name and a description. */
export interface Described {
  readonly name: string;
  readonly description: string;
}
/** An attribute. */
export interface Attribute extends Described {
  /** Every accepted value, if the list is closed. */
  readonly values?: readonly string[];
  readonly isNumber: boolean;
  /** Whether it needs no value. */
  readonly isBoolean: boolean;
}
interface Typed extends Described {
  /** Its type, in TypeScript. */
  readonly type: string;
}
/** An element, with every list sorted by name. */
export interface Element {
  readonly tag: string;
  readonly className: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
  /** Properties without an attribute. */
  readonly properties: readonly Typed[];
  /** Events; the type is the name of the class. */
  readonly events: readonly Typed[];
  readonly slots: readonly Described[];
  readonly parts: readonly Described[];
  readonly states: readonly Described[];
  readonly cssProperties: readonly (Described & { readonly default?: string })[];
}

interface Item extends Described {
  readonly type?: { readonly text: string };
}
interface Declaration extends Described {
  readonly tagName?: string;
  readonly attributes: readonly Item[];
  readonly members: readonly (Item & {
    readonly kind: string;
    readonly attribute?: string;
  })[];
  readonly events: readonly Item[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssStates: readonly Described[];
  readonly cssProperties: Element['cssProperties'];
}

/** Joins lines: the manifest keeps the line breaks of the sources. */
const inOneLine = <T extends Described>(item: T): T => ({
  ...item,
  description: item.description.replaceAll('\n', ' '),
});
const byName = (one: Described, other: Described): number => one.name.localeCompare(other.name, 'en');
const sorted = <T extends Described>(items: readonly T[]): T[] => items.map(inOneLine).toSorted(byName);
const typed = ({ name, description, type }: Item): Typed => ({
  name,
  description,
  type: (type?.text ?? 'unknown').replace(/ \| (?:null|undefined)$/, ''),
});

function readAttribute(item: Item): Attribute {
  const { name, description, type } = typed(item);
  const choices = type.split('|').map((choice) => choice.trim().replaceAll("'", ''));
  return {
    name,
    description,
    isNumber: type === 'number',
    isBoolean: type === 'boolean',
    ...(choices.length > 1 && { values: choices }),
  };
}

function readElement(declaration: Declaration & { readonly tagName: string }): Element {
  const { tagName, name, description, members } = inOneLine(declaration);
  return {
    tag: tagName,
    className: name,
    description,
    attributes: sorted(declaration.attributes.map(readAttribute)),
    properties: sorted(members.filter((member) => member.kind === 'field' && !member.attribute).map(typed)),
    events: sorted(declaration.events.map(typed)),
    slots: sorted(declaration.slots),
    parts: sorted(declaration.cssParts),
    states: sorted(declaration.cssStates),
    cssProperties: sorted(declaration.cssProperties),
  };
}

const isElement = (declaration: Declaration): declaration is Declaration & { tagName: string } =>
  declaration.tagName !== undefined;

/** The elements of the manifest that was built last, the button first. */
export function readElements(): [Element, ...Element[]] {
  const { modules } = JSON.parse(
    readFileSync(new URL('../custom-elements.json', import.meta.url), 'utf8'),
  ) as { modules: readonly { readonly declarations: readonly Declaration[] }[] };
  const [first, ...others] = modules
    .flatMap(({ declarations }) => declarations)
    .filter(isElement)
    .map(readElement);
  if (!first) throw new Error('custom-elements.json describes no element.');
  return [first, ...others];
}
