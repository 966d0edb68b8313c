// Splits a style sheet, or a block of it, into declarations, rules and at-rules, as browsers do (CSS Syntax, § 5.5).

import {
  isTokenAtKeyword,
  isTokenCDC,
  isTokenCDO,
  isTokenColon,
  isTokenDelim,
  isTokenIdent,
  isTokenOpenCurly,
  isTokenSemicolon,
  isTokenWhiteSpaceOrComment,
  type CSSToken,
} from '@csstools/css-tokenizer';
import type { Range, Source } from './source.ts';

/** `name: value`. */
interface DeclarationItem extends Range {
  readonly kind: 'declaration';
  readonly name: string;
  readonly value: Range;
}

/** Selectors with a block. */
export interface RuleItem extends Range {
  readonly kind: 'rule';
  readonly prelude: Range;
  readonly block: Range;
}

/** `@name prelude;`, or with a block. */
export interface AtRuleItem extends Range {
  readonly kind: 'at-rule';
  readonly name: string;
  readonly prelude: Range;
  readonly block: Range | undefined;
}

/** Text that browsers skip. */
interface LostItem extends Range {
  readonly kind: 'lost';
  /** The token at which it cannot be read. */
  readonly at: number;
  readonly reason: string;
}

export type Item = DeclarationItem | RuleItem | AtRuleItem | LostItem;

/** The contents of a range. @param isBlock whether it is the inside of a block, which may have declarations */
export function itemsIn(source: Source, { from, to }: Range, isBlock: boolean): Item[] {
  const items: Item[] = [];
  for (let at = from; at < to;) {
    const item = isIgnored(source.tokens[at]!, isBlock)
      ? undefined
      : itemAt(source, { from: at, to }, isBlock);
    if (item) items.push(item);
    at = item?.to ?? at + 1;
  }
  return items;
}

const isIgnored = (token: CSSToken, isBlock: boolean): boolean =>
  isTokenWhiteSpaceOrComment(token) ||
  (isBlock ? isTokenSemicolon(token) : isTokenCDO(token) || isTokenCDC(token));

function itemAt(source: Source, rest: Range, isBlock: boolean): Item {
  if (isTokenAtKeyword(source.tokens[rest.from])) return atRule(source, rest);
  return (isBlock && declaration(source, rest)) || rule(source, rest, isBlock);
}

/** The first token of a kind that stands in no bracket; the end of the range if there is none. */
function find(source: Source, { from, to }: Range, isWanted: (token: CSSToken) => boolean): number {
  let at = from;
  while (at < to && !isWanted(source.tokens[at]!)) at = source.after(at);
  return Math.min(at, to);
}

function atRule(source: Source, { from, to }: Range): Item {
  const end = find(source, { from, to }, (token) => isTokenSemicolon(token) || isTokenOpenCurly(token));
  const token = source.tokens[from];
  const hasBlock = end < to && isTokenOpenCurly(source.tokens[end]);
  return {
    kind: 'at-rule',
    name: isTokenAtKeyword(token) ? token[4].value : '',
    prelude: { from: from + 1, to: end },
    block: hasBlock ? source.inside(end) : undefined,
    from,
    to: Math.min(hasBlock ? source.after(end) : end + 1, to),
  };
}

/** The colon of a declaration that begins here; undefined if none does. */
function colonOf(source: Source, { from, to }: Range): number | undefined {
  const star = source.tokens[from];
  // `*zoom: 1` is meant to be skipped by all browsers but Internet Explorer 7.
  const nameAt = isTokenDelim(star) && star[4].value === '*' ? from + 1 : from;
  const at = source.trimmed({ from: nameAt + 1, to }).from;
  return isTokenIdent(source.tokens[nameAt]) && at < to && isTokenColon(source.tokens[at]) ? at : undefined;
}

function declaration(source: Source, { from, to }: Range): Item | undefined {
  const colon = colonOf(source, { from, to });
  if (colon === undefined) return undefined;
  const name = source.textOf(source.trimmed({ from, to: colon }));
  const isCustom = name.startsWith('--');
  const end = find(
    source,
    { from: colon, to },
    (token) => isTokenSemicolon(token) || (!isCustom && isTokenOpenCurly(token)),
  );
  // It is a rule, such as `a:hover { … }`.
  if (end < to && isTokenOpenCurly(source.tokens[end])) return undefined;
  const value = withoutImportant(source, { from: colon + 1, to: end });
  const bad = source.tokens.slice(value.from, value.to).findIndex((token) => source.isBad(token));
  const mark = find(source, value, (token) => isTokenDelim(token) && token[4].value === '!');
  const at = bad < 0 ? mark : Math.min(value.from + bad, mark);
  if (at < value.to) return { kind: 'lost', at, reason: 'it is no value', from, to: end };
  return { kind: 'declaration', name, value, from, to: end };
}

function withoutImportant(source: Source, range: Range): Range {
  const { from, to } = source.trimmed(range);
  const word = source.tokens[to - 1];
  if (to - from < 2 || !isTokenIdent(word) || !/^important$/i.test(word[4].value)) return { from, to };
  const before = source.trimmed({ from, to: to - 1 });
  const mark = source.tokens[before.to - 1];
  return isTokenDelim(mark) && mark[4].value === '!'
    ? source.trimmed({ from, to: before.to - 1 })
    : { from, to };
}

function rule(source: Source, { from, to }: Range, isBlock: boolean): Item {
  const end = find(
    source,
    { from, to },
    (token) => isTokenOpenCurly(token) || (isBlock && isTokenSemicolon(token)),
  );
  if (end < to && isTokenOpenCurly(source.tokens[end]))
    return {
      kind: 'rule',
      prelude: source.trimmed({ from, to: end }),
      block: source.inside(end),
      from,
      to: Math.min(source.after(end), to),
    };
  const isName = isBlock && isTokenIdent(source.tokens[from]);
  return {
    kind: 'lost',
    at: isName ? source.trimmed({ from: from + 1, to }).from : from,
    reason: isName ? 'colon is expected' : 'it is no rule',
    from,
    to: Math.min(end + 1, to),
  };
}
