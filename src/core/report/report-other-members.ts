// Members of a report that this version does not know: which are taken, and how they are told apart.

import * as z from 'zod/mini';
import { ruleKeywords, text, withRule } from './report-rules.ts';

/** The name of a member, now and later. */
const NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/u;

/** Longest text, in code points, and longest list of an unknown member. */
const MAX_TEXT = 200;
const MAX_ITEMS = 20;

/** Largest size of all unknown members of a report: each as `"name":value`, in UTF-8, without blanks. */
export const MAX_OTHER_BYTES = 2_048;

// A `data:` address carries a file. Its comma comes before any blank, so « my data: all of it » is none.
const DATA_ADDRESS = /^\s*[Dd][Aa][Tt][Aa]:|[Dd][Aa][Tt][Aa]:[^\s,]*,/u;

const otherText = withRule(text(MAX_TEXT, { minimum: 0 }), {
  keywords: { not: { pattern: DATA_ADDRESS.source } },
  isMet: (value) => !DATA_ADDRESS.test(value),
  code: 'bad_scheme',
});

const plain = z.union([z.boolean(), z.number(), otherText]);

/** The value of a member that this version does not know. */
export const other = z.union([plain, z.array(plain).check(z.maxLength(MAX_ITEMS))]);

ruleKeywords.add(other, {
  description:
    'A member that this version does not know. It is stored and shown, and nothing is decided by it. A number keeps its ' +
    'digits in a double (RFC 7493). All such members of a report, each written as "name":value without blanks, take at ' +
    `most ${MAX_OTHER_BYTES} bytes of UTF-8, which JSON Schema cannot say.`,
});

/** The object, which takes members that it does not know. The fault of one is the object's: its name is the sender's text. */
export function open<Schema extends z.ZodMiniObject>(schema: Schema): Schema {
  const known = Object.keys(schema.shape);
  const opened = z.catchall(schema, z.unknown()) as unknown as Schema;
  return withRule(opened, {
    keywords: { propertyNames: { pattern: NAME.source }, additionalProperties: { $ref: '#/$defs/other' } },
    isMet: (members) =>
      othersIn(members, known).every(({ name, value }) => NAME.test(name) && other.safeParse(value).success),
    code: 'bad_member',
  });
}

/** The object without a member `__proto__`, which zod would leave out in silence. */
export const guarded = <Schema extends z.ZodMiniType>(schema: Schema): Schema =>
  z.pipe(
    z.unknown().check(
      z.refine((value) => !Object.hasOwn(Object(value) as object, '__proto__'), {
        params: { code: 'bad_member' },
        abort: true,
      }),
    ),
    schema,
  ) as unknown as Schema;

/** A member that this version does not know, and where it stands: `details.newQuestion`, `locations.0.newFact`. */
export interface OtherMember {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
}

/** The members of a part that are not among the known names. */
export const othersIn = (part: object | undefined, known: readonly string[], at = ''): OtherMember[] =>
  Object.entries(part ?? {})
    .filter(([name]) => !known.includes(name))
    .map(([name, value]: [string, unknown]) => ({ path: at + name, name, value }));

/** The part without members that are not among the known names. */
export const knownIn = <Part extends object>(part: Part, known: readonly string[]): Part =>
  Object.fromEntries(Object.entries(part).filter(([name]) => known.includes(name))) as Part;

/** The size of unknown members, as the contract counts it. */
export const sizeOf = (others: readonly OtherMember[]): number =>
  new TextEncoder().encode(
    others.map(({ name, value }) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(''),
  ).length;
