// Tools for the text of a style sheet: lines and columns, unclosed brackets, and the pieces of a block.

import { tokenize, tokenTypes } from 'css-tree/tokenizer';

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

const { LeftCurlyBracket, LeftParenthesis, LeftSquareBracket } = tokenTypes;
const { RightCurlyBracket, RightParenthesis, RightSquareBracket } = tokenTypes;

/** The closing token type for each opening token type. */
const CLOSING: Readonly<Record<number, number>> = {
  [LeftCurlyBracket]: RightCurlyBracket,
  [LeftParenthesis]: RightParenthesis,
  [LeftSquareBracket]: RightSquareBracket,
  [tokenTypes.Function]: RightParenthesis,
};

interface Open {
  readonly closing: number;
  readonly start: number;
  readonly end: number;
}

/** Visits each token with the brackets that are open after it. An unmatched closing bracket is an ordinary token. */
function scan(
  text: string,
  visit: (type: number, start: number, end: number, open: readonly Open[]) => void,
): readonly Open[] {
  const open: Open[] = [];
  tokenize(text, (type, start, end) => {
    const closing = CLOSING[type];
    if (closing !== undefined) open.push({ closing, start, end });
    else if (type === open.at(-1)?.closing) open.pop();
    visit(type, start, end, open);
  });
  return open;
}

/** The construct that is never closed, so that it includes the rest of the file. Of several, the innermost one. */
export function unclosed(text: string): { offset: number; what: string } | undefined {
  let broken: { offset: number; what: string } | undefined;
  const open = scan(text, (type, offset, end) => {
    if (type === tokenTypes.BadString) broken ??= { offset, what: 'This string' };
    else if (type === tokenTypes.BadUrl) broken ??= { offset, what: 'This url' };
    else if (type === tokenTypes.Comment && !/^\/\*[^]*\*\/$/.test(text.slice(offset, end)))
      broken ??= { offset, what: 'This comment' };
  });
  const last = open.at(-1);
  return broken ?? (last && { offset: last.start, what: `“${text.slice(last.end - 1, last.end)}”` });
}

/** Splits the contents of a block at its semicolons and after its nested blocks. */
export function pieces(text: string): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  let from = 0;
  const cut = (end: number, next: number): void => {
    const piece = text.slice(from, end);
    if (piece.trim()) found.push({ text: piece.trim(), offset: from + piece.search(/\S/) });
    from = next;
  };
  scan(text, (type, start, end, open) => {
    if (open.length > 0) return;
    if (type === tokenTypes.Semicolon) cut(start, end);
    // A block in a custom property belongs to its value, which ends at the semicolon.
    else if (type === RightCurlyBracket && !/^\s*--[^:{]*:/.test(text.slice(from, end))) cut(end, end);
  });
  cut(text.length, text.length);
  return found;
}
