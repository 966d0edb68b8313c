// Types for parts of css-tree: its property dictionary stays out of our file. @types/css-tree types the whole only.

declare module 'css-tree/parser' {
  import type { parse } from 'css-tree';
  const parser: typeof parse;
  export default parser;
}

declare module 'css-tree/tokenizer' {
  /** Calls back for each token; `type` is one of `tokenTypes`. */
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
  /** The tokens of a text; one instance serves all texts in turn. */
  export class TokenStream {
    offsetAndType: Uint32Array | null;
    setSource(source?: string, tokenize?: typeof tokenize): void;
  }
  export const tokenTypes: Readonly<
    Record<
      | 'BadString'
      | 'BadUrl'
      | 'Comment'
      | 'Function'
      | 'LeftCurlyBracket'
      | 'LeftParenthesis'
      | 'LeftSquareBracket'
      | 'RightCurlyBracket'
      | 'RightParenthesis'
      | 'RightSquareBracket'
      | 'Semicolon',
      number
    >
  >;
}
