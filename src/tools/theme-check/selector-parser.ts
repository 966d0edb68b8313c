// Parses a selector into its compounds, such as `main` and `a.big:hover` in `main > a.big:hover`.

import {
  HashType,
  isTokenColon,
  isTokenComma,
  isTokenComment,
  isTokenDelim,
  isTokenFunction,
  isTokenHash,
  isTokenIdent,
  isTokenOpenSquare,
  isTokenWhitespace,
  type CSSToken,
} from '@csstools/css-tokenizer';
import type { Range, Source } from './source.ts';

/** A tag, a class, a pseudo-class, and so on. */
export interface SimpleSelector extends Range {
  readonly kind: 'tag' | 'pseudo-element' | 'other';
  /** Of a tag or a pseudo-element, in lower case; else empty. */
  readonly name: string;
}

type Compound = readonly SimpleSelector[];

/** The compounds of a selector, or the token at which it cannot be read. */
export type ParsedSelector = { readonly compounds: readonly Compound[] } | { readonly wrongAt: number };

const isDelim = (token: CSSToken | undefined, signs: string): boolean =>
  isTokenDelim(token) && signs.includes(token[4].value);

/** Splits a list of selectors at its commas. */
export function splitSelectors(source: Source, { from, to }: Range): Range[] {
  const found: Range[] = [];
  let start = from;
  for (let at = from; at < to; at = source.after(at))
    if (isTokenComma(source.tokens[at])) {
      found.push(source.trimmed({ from: start, to: at }));
      start = at + 1;
    }
  return [...found, source.trimmed({ from: start, to })];
}

/** @param isNested whether the selector may begin with a combinator */
export function parseSelector(source: Source, range: Range, isNested: boolean): ParsedSelector {
  const { from, to } = source.trimmed(range);
  const { tokens } = source;
  const compounds: Compound[] = [];
  const afterGap = (at: number): number => source.trimmed({ from: at, to }).from;
  let at = isNested && isDelim(tokens[from], '>+~') ? afterGap(from + 1) : from;
  for (;;) {
    const compound: SimpleSelector[] = [];
    for (let next = simpleAt(source, at, to, compound); next; next = simpleAt(source, at, to, compound)) {
      compound.push(next);
      at = next.to;
    }
    if (compound.length === 0) return { wrongAt: Math.min(at, to) };
    compounds.push(compound);
    const next = afterGap(at);
    if (next >= to) return { compounds };
    const hasSpace = tokens.slice(at, next).some(isTokenWhitespace);
    if (isDelim(tokens[next], '>+~')) at = afterGap(next + 1);
    else if (hasSpace) at = next;
    else return { wrongAt: next };
  }
}

/** The simple selector after others of its compound; undefined if none follows. */
function simpleAt(source: Source, start: number, to: number, others: Compound): SimpleSelector | undefined {
  const { tokens } = source;
  let from = start;
  while (others.length > 0 && from < to && isTokenComment(tokens[from])) from += 1;
  if (from >= to) return undefined;
  const end = (others.length === 0 && endOfTag(tokens, from)) || endOfOther(source, from);
  if (end === undefined || end > to) return undefined;
  return { ...kindOf(tokens, from, end), from, to: end };
}

function kindOf(
  tokens: readonly CSSToken[],
  from: number,
  to: number,
): Pick<SimpleSelector, 'kind' | 'name'> {
  const [first, second, third] = tokens.slice(from, to);
  if (isTokenIdent(first) || isDelim(first, '*|')) {
    const name = tokens.slice(from, to).map(([, text]) => text);
    return { kind: 'tag', name: name.join('').toLowerCase() };
  }
  if (!isTokenColon(first) || !isTokenColon(second)) return { kind: 'other', name: '' };
  const isNamed = isTokenIdent(third) || isTokenFunction(third);
  return { kind: 'pseudo-element', name: isNamed ? third[4].value.toLowerCase() : '' };
}

/** After `a`, `*`, `svg|a`, `*|*`, `|a`. */
function endOfTag(tokens: readonly CSSToken[], at: number): number | undefined {
  const isName = (index: number): boolean => isTokenIdent(tokens[index]) || isDelim(tokens[index], '*');
  const bar = isName(at) ? at + 1 : at;
  if (isDelim(tokens[bar], '|') && isName(bar + 1)) return bar + 2;
  return bar > at ? bar : undefined;
}

/** After `&`, `.a`, `#a`, `[a]`, `:a`, `:a()`, `::a`, `::a()`. */
function endOfOther(source: Source, at: number): number | undefined {
  const { tokens } = source;
  const token = tokens[at];
  if (isDelim(token, '&')) return at + 1;
  if (isDelim(token, '.')) return isTokenIdent(tokens[at + 1]) ? at + 2 : undefined;
  if (isTokenHash(token)) return token[4].type === HashType.ID ? at + 1 : undefined;
  if (isTokenOpenSquare(token)) {
    const { from } = source.trimmed(source.inside(at));
    return endOfTag(tokens, from) === undefined ? undefined : source.after(at);
  }
  if (!isTokenColon(token)) return undefined;
  const name = isTokenColon(tokens[at + 1]) ? at + 2 : at + 1;
  return isTokenIdent(tokens[name]) || isTokenFunction(tokens[name]) ? source.after(name) : undefined;
}
