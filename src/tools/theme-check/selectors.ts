// Tells what a selector matches: every widget of the page, some of them, or parts of them.

import type { CssNode, Selector } from 'css-tree';
import { parse } from './css-parser.ts';

/** `host::part(names):states`. */
export interface PartSelector {
  /** The text before `::part`, such as `cliquez-signalez.big`. It may be empty. */
  readonly host: string;
  readonly names: readonly string[];
  /** Pseudo-classes after `::part`, such as `:hover`. */
  readonly states: string;
  /** Whether the selector names our widget. Without a tag, it may match any element. */
  readonly namesWidget: boolean;
}

/** The elements that a selector matches. */
export interface SelectorMeaning {
  /**
   * How near the selected element is to the widget, if the selector applies to every widget of the page; otherwise
   * undefined. The nearest rule wins, because seeds are inherited.
   */
  readonly nearness: number | undefined;
  readonly part: PartSelector | undefined;
  /** Whether its tag is the widget's, so that it may select the widget itself. */
  readonly isWidget: boolean;
}

const TAGS = /^cliquez-signalez(-form)?$/i;

/** Selectors of every widget, or of an element around every widget. The index is the nearness. */
const EVERYWHERE: readonly RegExp[] = [
  /^(html|:root|html:root|:root:root|:host|:where\((:root|html|:host)\))$/i,
  /^body$/i,
  /^\*$/,
  /^(cliquez-signalez(-form)?|:(is|where)\(\s*cliquez-signalez(-form)?(\s*,\s*cliquez-signalez(-form)?)*\s*\))$/i,
];

const known = new Map<string, SelectorMeaning>();

/** Reads one selector. A selector that cannot be read matches nothing of ours. */
export function readSelector(text: string): SelectorMeaning {
  const before = known.get(text);
  if (before) return before;
  const meaning = interpret(text);
  known.set(text, meaning);
  return meaning;
}

function interpret(text: string): SelectorMeaning {
  let selector: Selector;
  try {
    selector = parse(text, { context: 'selector', positions: true, onParseError: rethrow }) as Selector;
  } catch {
    return { nearness: undefined, part: undefined, isWidget: false };
  }
  const compounds = split(selector.children.toArray());
  const subject = compounds.at(-1) ?? [];
  const at = subject.findIndex(
    ({ type, ...node }) => type === 'PseudoElementSelector' && nameOf(node) === 'part',
  );
  const tag = subject.find(({ type }) => type === 'TypeSelector');
  const tagName = tag ? nameOf(tag) : '';
  const isWidget = TAGS.test(tagName);
  if (at >= 0) {
    const part = subject[at]!;
    // Parts of another element, such as `sl-button::part(base)`, are none of ours.
    if (tagName && tagName !== '*' && !isWidget) return { nearness: undefined, part: undefined, isWidget };
    const names =
      /\(([^)]*)\)/
        .exec(textOf(text, [part]))?.[1]
        ?.trim()
        .split(/\s+/) ?? [];
    return {
      nearness: undefined,
      isWidget: false,
      part: {
        host: text.slice(0, part.loc!.start.offset).trim(),
        names,
        states: textOf(text, subject.slice(at + 1)),
        namesWidget: isWidget,
      },
    };
  }
  const nearness = compounds.map((compound) =>
    EVERYWHERE.findIndex((pattern) => pattern.test(textOf(text, compound))),
  );
  return { nearness: nearness.includes(-1) ? undefined : nearness.at(-1), part: undefined, isWidget };
}

/** Splits a selector at its combinators. */
function split(nodes: readonly CssNode[]): CssNode[][] {
  const compounds: CssNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'Combinator') compounds.push([]);
    else compounds.at(-1)!.push(node);
  }
  return compounds;
}

const nameOf = (node: object): string =>
  ('name' in node && typeof node.name === 'string' ? node.name : '').toLowerCase();

const textOf = (text: string, nodes: readonly CssNode[]): string =>
  nodes.length === 0 ? '' : text.slice(nodes[0]!.loc!.start.offset, nodes.at(-1)!.loc!.end.offset);

function rethrow(error: Error): never {
  throw error;
}

/** Turns a nested selector into one without nesting. */
export function unnest(selector: string, parents: readonly string[]): string {
  const parent = parents.length === 1 ? parents[0]! : `:is(${parents.join(', ')})`;
  if (selector.includes('&')) return selector.replaceAll('&', parent);
  return `${parent} ${selector}`;
}
