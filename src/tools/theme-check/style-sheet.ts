// Reads a style sheet as a flat list of rules, with the place of each declaration and the text that browsers skip.

import type { Atrule, Block, CssNode, Raw, Rule as RuleNode } from 'css-tree';
import { MAX_TEXT, parse } from './css-parser.ts';
import { unnest } from './selectors.ts';
import { LineIndex, pieces, unclosed, type Position } from './source.ts';

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
  readonly #text: string;
  readonly #lines: LineIndex;
  /** Why css-tree gave up on a node. */
  readonly #errors = new Map<CssNode, { message: string; offset: number }>();
  /** Offset of an unclosed construct. Problems after it are in doubt, and not reported. */
  #doubtful = Infinity;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  read(): void {
    if (this.#text.length > MAX_TEXT) return this.#report(0, 'The file is too long to be read', this.#text);
    const hole = unclosed(this.#text);
    if (hole) {
      const start = Math.max(...['{', '}', ';'].map((mark) => this.#text.lastIndexOf(mark, hole.offset - 1)));
      this.#report(hole.offset, `${hole.what} is never closed`, this.#text.slice(Math.max(start, 0)));
    }
    this.#doubtful = hole?.offset ?? Infinity;
    try {
      const sheet = this.#parse(this.#text, 'stylesheet', 0);
      this.#visitAll(sheet, { depth: 0, parents: undefined, conditions: [] });
    } catch (error) {
      // css-tree recurses for each level of nesting, and may overflow the stack.
      if (!(error instanceof RangeError)) throw error;
      this.#report(0, 'The file is nested too deeply to be read', this.#text);
    }
  }

  #parse(text: string, context: string, offset: number): CssNode {
    return parse(text, {
      context,
      offset,
      positions: true,
      parseValue: false,
      parseAtrulePrelude: false,
      onParseError: ({ message, offset: at }, node) => this.#errors.set(node, { message, offset: at }),
    });
  }

  #report(offset: number, message: string, lost: string): void {
    this.problems.push({ ...this.#lines.at(offset), message, lost });
  }

  #visitAll(node: CssNode, context: Context): void {
    if ('children' in node && node.children)
      for (const child of node.children.toArray()) this.#visit(child, context);
  }

  #visit(node: CssNode, context: Context): void {
    if (node.type === 'Rule') this.#visitRule(node, context);
    else if (node.type === 'Atrule') this.#visitAtrule(node, context);
    else if (node.type === 'Raw') this.#visitRaw(node, context);
  }

  #visitRule({ prelude, block }: RuleNode, context: Context): void {
    if (prelude.type === 'Raw') return this.#drop(prelude, this.#source(block));
    const selectors = prelude.children.toArray().map((selector) => this.#source(selector));
    const { parents } = context;
    const nested = parents ? selectors.map((selector) => unnest(selector, parents)) : selectors;
    // Each level of `&&` nested in `&&` doubles the length of the selector.
    if (nested.some(({ length }) => length > MAX_SELECTOR))
      this.#report(prelude.loc!.start.offset, 'This selector is too long to be read', this.#source(block));
    else this.#visitBlock(block, { ...context, parents: nested }, prelude);
  }

  #visitAtrule(node: Atrule, context: Context): void {
    const { name, prelude, block } = node;
    const condition = prelude ? this.#source(prelude).replaceAll(/\s+/g, ' ') : '';
    if (/^import$/i.test(name)) {
      const address = /url\(\s*["']?([^"')\s]*)|["']([^"']*)["']/i.exec(condition);
      this.imports.push({ ...this.#position(node), address: address?.[1] ?? address?.[2] ?? condition });
    }
    if (!block || !CONDITIONAL.test(name)) return;
    const conditions = [...context.conditions, `@${name} ${condition}`.trim()];
    this.#visitBlock(block, { ...context, conditions }, node);
  }

  /** @param start the node at which the rule of this block begins */
  #visitBlock(block: Block, context: Context, start: CssNode): void {
    const declarations: Declaration[] = [];
    for (const child of block.children.toArray()) {
      if (child.type !== 'Declaration') continue;
      declarations.push({
        ...this.#position(child),
        name: child.property,
        value: this.#source(child.value),
      });
    }
    const { parents: selectors, conditions, depth } = context;
    if (selectors && declarations.length > 0)
      this.rules.push({ ...this.#position(start), selectors, conditions, declarations });
    if (depth < MAX_DEPTH) this.#visitAll(block, { ...context, depth: depth + 1 });
    else if (block.children.size > declarations.length)
      this.#report(block.loc!.start.offset, 'This is nested too deeply to be read', this.#source(block));
  }

  /** Reads text that css-tree does not parse. Browsers accept rules nested without `&`; css-tree does not. */
  #visitRaw(node: Raw, context: Context): void {
    if (!context.parents || !node.value.includes('{')) return this.#drop(node);
    this.#errors.delete(node);
    for (const { text, offset } of pieces(node.value)) {
      const at = node.loc!.start.offset + offset;
      const isRule = text.endsWith('}') && !text.startsWith('@');
      const piece = isRule
        ? this.#parsePiece(text, 'rule', at)
        : this.#parsePiece(`{${text}}`, 'block', at - 1);
      if (piece?.type === 'Block') this.#visitBlock(piece, context, node);
      else if (piece) this.#visit(piece, context);
    }
  }

  /** Parses a piece of a style sheet. css-tree throws on a faulty piece, but not on a faulty style sheet. */
  #parsePiece(text: string, context: string, offset: number): CssNode | undefined {
    try {
      return this.#parse(text, context, offset);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#reportLost(offset, text, error.message);
      return undefined;
    }
  }

  #drop(node: Raw, rest = ''): void {
    const { message = 'it is no rule', offset = node.loc!.start.offset } = this.#errors.get(node) ?? {};
    this.#reportLost(offset, node.value + rest, message, node.value);
  }

  #reportLost(offset: number, lost: string, message: string, quoted = lost): void {
    if (offset >= this.#doubtful) return;
    const line = quoted.replaceAll(/\s+/g, ' ').trim();
    const short = line.length > 40 ? `${line.slice(0, 39)}…` : line;
    const reason = message.charAt(0).toLowerCase() + message.slice(1);
    this.#report(offset, `“${short}” cannot be read (${reason})`, lost);
  }

  #position({ loc }: CssNode): Position {
    return this.#lines.at(loc!.start.offset);
  }

  #source({ loc }: CssNode): string {
    return this.#text.slice(loc!.start.offset, loc!.end.offset).trim();
  }
}
