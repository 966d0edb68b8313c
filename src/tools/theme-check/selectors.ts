// Tells what a selector matches: every widget of the page, some of them, or parts of them.

import { parseSelector } from './selector-parser.ts';
import { Source } from './source.ts';

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
  const source = new Source(text);
  const parsed = parseSelector(source, source.all, false);
  if ('wrongAt' in parsed) return { nearness: undefined, part: undefined, isWidget: false };
  const { compounds } = parsed;
  const subject = compounds.at(-1)!;
  const at = subject.findIndex(({ kind, name }) => kind === 'pseudo-element' && name === 'part');
  const tagName = subject.find(({ kind }) => kind === 'tag')?.name ?? '';
  const isWidget = TAGS.test(tagName);
  const part = subject[at];
  if (part) {
    // Parts of another element, such as `sl-button::part(base)`, are none of ours.
    if (tagName && tagName !== '*' && !isWidget) return { nearness: undefined, part: undefined, isWidget };
    const names = /\(([^)]*)\)/.exec(source.textOf(part))?.[1]?.trim().split(/\s+/) ?? [];
    return {
      nearness: undefined,
      isWidget: false,
      part: {
        host: text.slice(0, source.offset(part.from)).trim(),
        names,
        states: source.textOf({ from: part.to, to: subject.at(-1)!.to }),
        namesWidget: isWidget,
      },
    };
  }
  const nearness = compounds.map((compound) => {
    const written = source.textOf({ from: compound[0]!.from, to: compound.at(-1)!.to });
    return EVERYWHERE.findIndex((pattern) => pattern.test(written));
  });
  return { nearness: nearness.includes(-1) ? undefined : nearness.at(-1), part: undefined, isWidget };
}

/** Turns a nested selector into one without nesting. */
export function unnest(selector: string, parents: readonly string[]): string {
  const parent = parents.length === 1 ? parents[0]! : `:is(${parents.join(', ')})`;
  if (selector.includes('&')) return selector.replaceAll('&', parent);
  return `${parent} ${selector}`;
}
