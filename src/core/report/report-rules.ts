// Rules that zod cannot express: each is a check in code, with the equivalent JSON Schema keywords.

import * as z from 'zod/mini';
import { WORD, type LaterWord } from './later-words.ts';

/** JSON Schema keywords in addition to those that zod generates; `id` is the schema's name in `$defs`. */
type Keywords = Record<string, unknown>;

/** Keywords of the rules, by schema. A separate registry, because any copy of zod may write into the global one. */
export const ruleKeywords = z.registry<Keywords>();

/** A condition on a value, once for zod and once for JSON Schema. The two must agree: a test compares them. */
export interface Rule<Value> {
  /** The condition as JSON Schema 2020-12, merged into the generated schema of the value. */
  readonly keywords: Keywords;
  /** The condition as a function. It receives only values of the right shape. */
  readonly isMet: (value: Value) => boolean;
  /** Machine code of the fault, found in the issue as `params.code`. */
  readonly code: string;
  /** Path of the fault, relative to the value; the value itself by default. */
  readonly path?: string[];
}

/** The schema with one more rule. A rule that fails ends the check of its value, so cheap rules come first. */
export function withRule<Schema extends z.ZodMiniType>(schema: Schema, rule: Rule<z.output<Schema>>): Schema {
  const { keywords, isMet, code, path = [] } = rule;
  const ruled = schema.check(z.refine(isMet, { params: { code }, path, abort: true }));
  ruleKeywords.add(ruled, { ...ruleKeywords.get(schema), ...keywords });
  return ruled;
}

/** The schema under a name of its own in `$defs`, for a part that occurs in several places. */
export function named<Schema extends z.ZodMiniType>(name: string, schema: Schema): Schema {
  ruleKeywords.add(schema, { ...ruleKeywords.get(schema), id: name });
  return schema;
}

/**
 * A text of `minimum` to `maximum` code points. zod's own limits count UTF-16 units, JSON Schema counts code points.
 * The size is checked before the pattern: a pattern may take seconds over the 64 KiB that a hostile body can hold.
 */
export function text(
  maximum: number,
  { minimum = 1, pattern }: { minimum?: number; pattern?: RegExp } = {},
): z.ZodMiniString {
  const bounded = withRule(z.string(), {
    keywords: { maxLength: maximum },
    isMet: (value) => codePoints(value) <= maximum,
    code: 'too_big',
  });
  const sized = withRule(bounded, {
    keywords: { minLength: minimum },
    isMet: (value) => codePoints(value) >= minimum,
    code: 'too_small',
  });
  return pattern ? sized.check(z.regex(pattern)) : sized;
}

const codePoints = (value: string): number => [...value].length;

/** A word of a list, or one that a later version adds to it. */
export function word<const Words extends readonly string[]>(
  words: Words,
): z.ZodMiniType<Words[number] | LaterWord> {
  const schema = z.string().check(z.regex(WORD));
  ruleKeywords.add(schema, { examples: words });
  return schema;
}

/** One to `maximum` items, all different. */
export function list<Item extends z.ZodMiniType>(item: Item, maximum: number): z.ZodMiniArray<Item> {
  return withRule(z.array(item).check(z.minLength(1), z.maxLength(maximum)), {
    keywords: { uniqueItems: true },
    // Parsed objects have their keys in the order of the schema, so equal items have equal JSON.
    isMet: (items) => new Set(items.map((value) => JSON.stringify(value))).size === items.length,
    code: 'repeated',
  });
}

/** The object with at least one of the keys. If all are absent, the fault is reported at the first key. */
export function withOneOf<Schema extends z.ZodMiniObject>(
  schema: Schema,
  keys: (keyof Schema['shape'] & string)[],
): Schema {
  return withRule(schema, {
    keywords: { anyOf: keys.map((key) => ({ required: [key] })) },
    isMet: (value) => keys.some((key) => isPresent(value, key)),
    code: 'missing',
    path: keys.slice(0, 1),
  });
}

/** The object in which the presence of one key requires other keys. */
export function withDependents<Schema extends z.ZodMiniObject>(
  schema: Schema,
  dependents: { [Key in keyof Schema['shape'] & string]?: (keyof Schema['shape'] & string)[] },
): Schema {
  return withRule(schema, {
    keywords: { dependentRequired: dependents },
    isMet: (value) =>
      Object.entries(dependents).every(
        ([key, others]) =>
          !isPresent(value, key) || (others as string[]).every((other) => isPresent(value, other)),
      ),
    code: 'incomplete',
  });
}

const isPresent = (value: object, key: string): boolean =>
  (value as Record<string, unknown>)[key] !== undefined;
