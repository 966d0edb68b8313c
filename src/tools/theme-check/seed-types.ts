// The values that a seed accepts, and what the report expects in place of any other value.

import { isFunctionNode, isTokenNode, isWhiteSpaceOrCommentNode } from '@csstools/css-parser-algorithms';
import {
  isTokenComma,
  isTokenDimension,
  isTokenIdent,
  isTokenNumber,
  isTokenString,
} from '@csstools/css-tokenizer';
import { SEEDS, type SeedName } from '../../widget/theme/seeds.ts';
import { readColour } from './colours.ts';
import { parseValue } from './substitute.ts';

export type Syntax = keyof typeof SEEDS;

const syntaxes = new Map(
  Object.entries(SEEDS).flatMap(([syntax, seeds]) =>
    Object.keys(seeds).map((name) => [name, syntax as Syntax]),
  ),
);

/** The seeds by their names in a page: `--cs-accent` … */
export const SEED_PROPERTIES: readonly string[] = [...syntaxes.keys()].map((name) => `--cs-${name}`);

/** The other properties that a page may set: they concern layout and are no seeds. */
export const LAYOUT_PROPERTIES: readonly string[] = [
  '--cs-z',
  '--cs-offset-block',
  '--cs-offset-inline',
  '--cs-dialog-width',
  '--cs-frame-height',
];

/** The name of a seed, and its type, by the property that a page sets. */
export function seedOf(property: string): { name: SeedName; syntax: Syntax } | undefined {
  const name = property.slice('--cs-'.length) as SeedName;
  const syntax = property.startsWith('--cs-') ? syntaxes.get(name) : undefined;
  return syntax && { name, syntax };
}

/** The value of a seed that is not set, or cannot be read. */
export const defaultOf = (name: SeedName): string =>
  Object.values(SEEDS).find((seeds) => name in seeds)?.[name] ?? '';

const EXPECTED: Readonly<Record<Syntax, string>> = {
  '<color>': 'a colour, such as #1f4fd8',
  '<length>': 'a length, such as 12px',
  '<number>': 'a number without a unit, such as 1',
  '*': 'names of fonts, such as Georgia, serif',
};

const LENGTH_UNIT =
  /^(r?em|r?ex|r?cap|r?ch|r?ic|r?lh|[sld]?v(w|h|i|b|min|max)|cq(w|h|i|b|min|max)|px|cm|mm|q|in|pt|pc)$/i;

/** Mathematical functions. Only browsers check the type of their result. */
const MATHS =
  /^(calc|min|max|clamp|round|mod|rem|sin|cos|tan|asin|acos|atan|atan2|pow|sqrt|hypot|log|exp|abs|sign|progress)$/i;

/** The CSS-wide keywords, which take a value from elsewhere, or none. */
const WIDE = /^(inherit|initial|unset|revert|revert-layer)$/i;

/** Whether a value only passes on what is set elsewhere. */
export const isPassedOn = (value: string): boolean => WIDE.test(value);

/** The expected kind of value, in place of an unreadable one; undefined if the value can be read. */
export function misfit(value: string, syntax: Syntax): string | undefined {
  return fits(value, syntax) ? undefined : EXPECTED[syntax];
}

function fits(text: string, syntax: Syntax): boolean {
  if (syntax === '<color>') return readColour(text) !== undefined;
  const values = parseValue(text).filter((value) => !isWhiteSpaceOrCommentNode(value));
  if (syntax === '*')
    return (
      values.length > 0 &&
      values.every(
        (value) =>
          isTokenNode(value) &&
          (isTokenIdent(value.value) || isTokenString(value.value) || isTokenComma(value.value)),
      )
    );
  const [value, ...more] = values;
  if (!value || more.length > 0) return false;
  if (isFunctionNode(value)) return MATHS.test(value.getName());
  if (!isTokenNode(value)) return false;
  const token = value.value;
  if (syntax === '<number>') return isTokenNumber(token);
  return (
    (isTokenDimension(token) && LENGTH_UNIT.test(token[4].unit)) ||
    (isTokenNumber(token) && token[4].value === 0)
  );
}
