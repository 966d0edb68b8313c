// Replaces `var()` by its value, and `light-dark()` by one of its two colours, as a browser does.

import {
  isFunctionNode,
  isSimpleBlockNode,
  isTokenNode,
  parseListOfComponentValues,
  stringify,
  type ComponentValue,
  type FunctionNode,
  type SimpleBlockNode,
} from '@csstools/css-parser-algorithms';
import { isTokenComma, isTokenIdent, mirrorVariant, tokenize } from '@csstools/css-tokenizer';

export type Scheme = 'light' | 'dark';

/** A value cannot be computed: it depends on something outside the file, or on itself. The message says on what. */
export class SubstitutionError extends Error {
  override readonly name = 'SubstitutionError';
  /** Whether a browser can know the value. */
  readonly isKnowable: boolean;

  constructor(message: string, isKnowable: boolean) {
    super(message);
    this.isKnowable = isKnowable;
  }
}

/** Functions whose result only a browser knows. */
const ELSEWHERE = /^(env|attr|if|inherit|random|sibling-count|sibling-index)$/i;

/** Longer than any value written by hand. */
const MAX_LENGTH = 20_000;
const MAX_CHAIN = 100;

/**
 * A value as a list of its components.
 * @throws {SubstitutionError} if the text is nested too deeply
 */
export function parseValue(text: string): ComponentValue[] {
  try {
    return parseListOfComponentValues(tokenize({ css: text }));
  } catch {
    throw new SubstitutionError('it is nested too deeply', false);
  }
}

/** Splits a list of values at its commas. */
export function splitAtCommas(values: readonly ComponentValue[], limit = Infinity): ComponentValue[][] {
  const parts: ComponentValue[][] = [[]];
  for (const value of values) {
    if (parts.length < limit && isTokenNode(value) && isTokenComma(value.value)) parts.push([]);
    else parts.at(-1)!.push(value);
  }
  return parts;
}

/**
 * Computes a value in one scheme.
 * @param variables gives the value of a custom property of the file in this place
 * @throws {SubstitutionError} if the value cannot be computed
 */
export function substitute(
  text: string,
  variables: (name: string) => string | undefined,
  scheme: Scheme,
): string {
  // Most values are a word or a number.
  if (!text.includes('(')) return text.trim();
  let length = 0;
  const all = (values: readonly ComponentValue[], within: readonly string[]): string =>
    values.map((value) => one(value, within)).join('');

  function one(value: ComponentValue, within: readonly string[]): string {
    length += 1;
    if (length > MAX_LENGTH || within.length > MAX_CHAIN) throw new SubstitutionError('it is too long', true);
    if (isFunctionNode(value)) return call(value, within);
    if (isSimpleBlockNode(value)) return block(value, within);
    const written = stringify([[value]]);
    length += written.length;
    return written;
  }

  function block({ startToken, value }: SimpleBlockNode, within: readonly string[]): string {
    // If the file ends before the block does, the parser has no token for its end.
    return startToken[1] + all(value, within) + (mirrorVariant(startToken)?.[1] ?? '');
  }

  function call(node: FunctionNode, within: readonly string[]): string {
    const name = node.getName();
    if (/^var$/i.test(name)) return variable(node, within);
    if (/^light-dark$/i.test(name)) {
      const colours = splitAtCommas(node.value);
      if (colours.length !== 2) throw new SubstitutionError('light-dark() takes two colours', false);
      return all(colours[scheme === 'light' ? 0 : 1]!, within).trim();
    }
    if (ELSEWHERE.test(name)) throw new SubstitutionError(`only a browser knows ${name}()`, true);
    return `${node.name[1]}${all(node.value, within)})`;
  }

  function variable(node: FunctionNode, within: readonly string[]): string {
    const [first = [], fallback] = splitAtCommas(node.value, 2);
    const token = first.find((value) => isTokenNode(value));
    const name = token && isTokenIdent(token.value) ? token.value[4].value : '';
    if (within.includes(name)) throw new SubstitutionError(`${name} is made of itself`, false);
    const found = variables(name);
    if (found !== undefined) return all(parseValue(found), [...within, name]);
    if (fallback) return all(fallback, within);
    throw new SubstitutionError(`${name || 'var()'} is not set in this file`, true);
  }

  return all(parseValue(text), []).trim();
}
