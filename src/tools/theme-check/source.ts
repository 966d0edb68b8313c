// The text of a style sheet: its tokens and brackets, its lines and columns, and what is never closed.

import {
  isTokenBadString,
  isTokenBadURL,
  isTokenComment,
  isTokenWhiteSpaceOrComment,
  tokenize,
  TokenType,
  type CSSToken,
} from '@csstools/css-tokenizer';

/** A place in a file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the line and column of an offset. */
export class LineIndex {
  readonly #starts = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\f]/g)) this.#starts.push(index + end.length);
  }

  at(offset: number): Position {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}

/** The token that closes each token that opens something. */
const CLOSING: ReadonlyMap<TokenType, TokenType> = new Map([
  [TokenType.OpenCurly, TokenType.CloseCurly],
  [TokenType.OpenParen, TokenType.CloseParen],
  [TokenType.OpenSquare, TokenType.CloseSquare],
  [TokenType.Function, TokenType.CloseParen],
]);

/** Tokens from one index up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const CLOSED_BY: ReadonlySet<TokenType> = new Set(CLOSING.values());

/** A text with its tokens. An unmatched closing bracket is an ordinary token. */
export class Source {
  readonly text: string;
  readonly tokens: readonly CSSToken[];
  readonly #after: readonly number[];
  /** The opening brackets that nothing closes, from the outermost. */
  readonly #unclosed: readonly number[];
  readonly #unmatched: ReadonlySet<CSSToken>;

  constructor(text: string) {
    this.text = text;
    // Browsers leave out a byte order mark, and the last token is the end of the file.
    this.tokens = tokenize({ css: text.replace(/^\uFEFF/, ' ') }).slice(0, -1);
    const after = this.tokens.map((_, index) => index + 1);
    const open: { readonly index: number; readonly closing: TokenType }[] = [];
    const unmatched: CSSToken[] = [];
    this.tokens.forEach((token, index) => {
      const [type] = token;
      const closing = CLOSING.get(type);
      if (closing) open.push({ index, closing });
      else if (type === open.at(-1)?.closing) after[open.pop()!.index] = index + 1;
      else if (CLOSED_BY.has(type)) unmatched.push(token);
    });
    for (const { index } of open) after[index] = this.tokens.length;
    this.#after = after;
    this.#unclosed = open.map(({ index }) => index);
    // After a bracket that nothing closes, it is in doubt what the others close.
    const doubtful = this.offset(this.#unclosed.at(-1) ?? Infinity);
    this.#unmatched = new Set(unmatched.filter(([, , start]) => start < doubtful));
  }

  get all(): Range {
    return { from: 0, to: this.tokens.length };
  }

  /** The index after a token, or after the bracket that closes what it opens. */
  after(index: number): number {
    return this.#after[index]!;
  }

  /** What stands inside of the bracket at an index. */
  inside(index: number): Range {
    return { from: index + 1, to: this.after(index) - (this.#unclosed.includes(index) ? 0 : 1) };
  }

  /** The offset of a token; that of the end after the last one. */
  offset(index: number): number {
    return this.tokens[index]?.[2] ?? this.text.length;
  }

  /** A range without the white space and the comments at its ends. */
  trimmed({ from, to }: Range): Range {
    let [first, last] = [from, to];
    while (first < last && isTokenWhiteSpaceOrComment(this.tokens[first])) first += 1;
    while (first < last && isTokenWhiteSpaceOrComment(this.tokens[last - 1])) last -= 1;
    return { from: first, to: last };
  }

  /** Whether a token may stand in no value: a broken string or address, and a bracket that closes nothing. */
  isBad(token: CSSToken): boolean {
    return isTokenBadString(token) || isTokenBadURL(token) || this.#unmatched.has(token);
  }

  textOf({ from, to }: Range): string {
    return from < to ? this.text.slice(this.offset(from), this.tokens[to - 1]![3] + 1) : '';
  }

  /** The construct that is never closed, so that it includes the rest of the file. Of several, the innermost one. */
  unclosed(): { readonly offset: number; readonly what: string } | undefined {
    for (const token of this.tokens) {
      const what = brokenName(token);
      if (what) return { offset: token[2], what };
    }
    const last = this.tokens[this.#unclosed.at(-1) ?? Infinity];
    return last && { offset: last[2], what: `“${last[1].slice(-1)}”` };
  }
}

function brokenName(token: CSSToken): string | undefined {
  if (isTokenBadString(token)) return 'This string';
  if (isTokenBadURL(token)) return 'This url';
  return isTokenComment(token) && !/^\/\*[^]*\*\/$/.test(token[1]) ? 'This comment' : undefined;
}
