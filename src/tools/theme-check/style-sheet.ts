// Reads a style sheet as a flat list of rules, with the place of each declaration and the text that browsers skip.

import { itemsIn, type AtRuleItem, type RuleItem } from './block-items.ts';
import { parseSelector, splitSelectors } from './selector-parser.ts';
import { unnest } from './selectors.ts';
import { LineIndex, Source, type Position, type Range } from './source.ts';

/** `name: value`, as written. */
export interface Declaration extends Position {
  readonly name: string;
  readonly value: string;
}

/** Declarations that apply to some elements under some conditions. */
export interface Rule extends Position {
  readonly selectors: readonly string[];
  /** Conditions of the at-rules around the rule, such as `@media (prefers-color-scheme: dark)`. */
  readonly conditions: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** Something that cannot be read. */
export interface Problem extends Position {
  readonly message: string;
  /** The text that browsers skip because of it. */
  readonly lost: string;
}

/** The contents of a style sheet. */
export interface StyleSheet {
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
  /** Style sheets that it imports. */
  readonly imports: readonly (Position & { readonly address: string })[];
}

/** At-rules whose rules apply to elements; those of others (`@keyframes`, `@font-face` …) do not. */
const CONDITIONAL = /^(media|supports|layer|container|scope|starting-style)$/i;

/** Reads a style sheet. Never throws: what browsers would skip becomes a problem. */
export function readStyleSheet(text: string): StyleSheet {
  const reader = new Reader(text);
  reader.read();
  return reader;
}

/** Deepest nesting of rules. Style sheets written by hand stay far below it. */
const MAX_DEPTH = 50;
const MAX_SELECTOR = 5_000;

interface Context {
  readonly depth: number;
  /** Selectors of the enclosing rule, if there is one. */
  readonly parents: readonly string[] | undefined;
  readonly conditions: readonly string[];
}

class Reader implements StyleSheet {
  readonly rules: Rule[] = [];
  readonly problems: Problem[] = [];
  readonly imports: (Position & { address: string })[] = [];
  readonly #source: Source;
  readonly #lines: LineIndex;
  /** Offset of an unclosed construct. Problems after it are in doubt, and not reported. */
  #doubtful = Infinity;

  constructor(text: string) {
    this.#source = new Source(text);
    this.#lines = new LineIndex(text);
  }

  read(): void {
    const { text, all } = this.#source;
    const hole = this.#source.unclosed();
    if (hole) {
      const start = Math.max(...['{', '}', ';'].map((mark) => text.lastIndexOf(mark, hole.offset - 1)));
      this.#report(hole.offset, `${hole.what} is never closed`, text.slice(Math.max(start, 0)));
      this.#doubtful = hole.offset;
    }
    this.#visitRange(all, all.from, { depth: 0, parents: undefined, conditions: [] });
  }

  #report(offset: number, message: string, lost: string): void {
    this.problems.push({ ...this.#lines.at(offset), message, lost });
  }

  /** @param start the token at which the rule of this range begins */
  #visitRange(range: Range, start: number, context: Context): void {
    const items = itemsIn(this.#source, range, context.depth > 0);
    const declarations = items.flatMap((item) =>
      item.kind === 'declaration'
        ? [{ ...this.#position(item.from), name: item.name, value: this.#source.textOf(item.value) }]
        : [],
    );
    const { parents: selectors, conditions, depth } = context;
    if (selectors && declarations.length > 0)
      this.rules.push({ ...this.#position(start), selectors, conditions, declarations });
    if (depth > MAX_DEPTH) {
      if (items.length > declarations.length)
        this.#report(
          this.#source.offset(range.from - 1),
          'This is nested too deeply to be read',
          this.#source.textOf(range),
        );
      return;
    }
    for (const item of items) {
      if (item.kind === 'rule') this.#visitRule(item, context);
      else if (item.kind === 'at-rule') this.#visitAtRule(item, context);
      else if (item.kind === 'lost') this.#drop(item, item.at, item.reason);
      else if (!selectors) this.#drop(item, item.from, 'selector is expected');
    }
  }

  #visitRule(rule: RuleItem, context: Context): void {
    const { parents } = context;
    const ranges = splitSelectors(this.#source, rule.prelude);
    for (const range of ranges) {
      const parsed = parseSelector(this.#source, range, parents !== undefined);
      if ('wrongAt' in parsed)
        return this.#drop(rule, parsed.wrongAt, 'selector is expected', this.#source.textOf(rule.prelude));
    }
    const selectors = ranges.map((range) => this.#source.textOf(range));
    const nested = parents ? selectors.map((selector) => unnest(selector, parents)) : selectors;
    // Each level of `&&` nested in `&&` doubles the length of the selector.
    if (nested.some(({ length }) => length > MAX_SELECTOR))
      this.#report(
        this.#source.offset(rule.from),
        'This selector is too long to be read',
        this.#source.textOf(rule.block),
      );
    else this.#visitRange(rule.block, rule.from, { ...context, depth: context.depth + 1, parents: nested });
  }

  #visitAtRule({ name, prelude, block, from }: AtRuleItem, context: Context): void {
    const condition = this.#source.textOf(prelude).replaceAll(/\s+/g, ' ').trim();
    if (/^import$/i.test(name)) {
      const address = /url\(\s*["']?([^"')\s]*)|["']([^"']*)["']/i.exec(condition);
      this.imports.push({ ...this.#position(from), address: address?.[1] ?? address?.[2] ?? condition });
    }
    if (!block || !CONDITIONAL.test(name)) return;
    const conditions = [...context.conditions, `@${name} ${condition}`.trim()];
    this.#visitRange(block, from, { ...context, depth: context.depth + 1, conditions });
  }

  /** @param at the token at which it cannot be read */
  #drop(lost: Range, at: number, reason: string, quoted = this.#source.textOf(lost)): void {
    const offset = this.#source.offset(at);
    if (offset >= this.#doubtful) return;
    const line = quoted.replaceAll(/\s+/g, ' ').trim();
    const short = line.length > 40 ? `${line.slice(0, 39)}…` : line;
    this.#report(offset, `“${short}” cannot be read (${reason})`, this.#source.textOf(lost));
  }

  #position(index: number): Position {
    return this.#lines.at(this.#source.offset(index));
  }
}
