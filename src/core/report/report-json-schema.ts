// The report as JSON Schema 2020-12, made from the zod schema and its rules; for the build and the receiver only.

import { type JSONSchema, toJSONSchema } from 'zod/v4/core';
import * as z from 'zod/mini';
import { SCHEMA_VERSION } from './protocol.ts';
import { LATER_SHAPE, SHAPES } from './report.ts';
import { other } from './report-other-members.ts';
import { ruleKeywords } from './report-rules.ts';

/** A JSON Schema whose repeated parts have names. */
export interface ReportJsonSchema extends Record<string, unknown> {
  readonly $defs: Readonly<Record<string, object>>;
}

/**
 * The JSON Schema of the report. It accepts exactly what `reportSchema` accepts, but that it cannot count the bytes of
 * members that this version does not know. Each call makes a new object.
 */
export function reportJsonSchema(): ReportJsonSchema {
  const {
    $schema,
    anyOf = [],
    $defs = {},
  } = toJSONSchema(z.union([...SHAPES, LATER_SHAPE]), { metadata: ruleKeywords });
  return {
    $schema,
    $id: `urn:cliquez-signalez:report:${SCHEMA_VERSION}`,
    title: `Cliquez, Signalez ! - report ${SCHEMA_VERSION}`,
    ...withSharedFieldsOnce(anyOf as JSONSchema.ObjectSchema[]),
    $defs: { ...$defs, other: partOf(other) },
  };
}

function partOf(schema: z.ZodMiniType): object {
  const { $schema: _dialect, ...part } = toJSONSchema(schema, { metadata: ruleKeywords });
  return part;
}

/**
 * One object with a condition per category, instead of ten objects that differ only in `category` and `details`.
 * The schema is a tenth of the length, and a validator names the wrong field instead of ten shapes that do not fit.
 */
function withSharedFieldsOnce(shapes: JSONSchema.ObjectSchema[]): Record<string, unknown> {
  const cases = shapes.map(({ properties: { category, details } = {} }) => ({ category, details }));
  const later = cases.pop();
  const known = cases.map(({ category }) => (category as JSONSchema.StringSchema).const);
  return {
    ...shapes[0],
    properties: { ...shapes[0]?.properties, category: later?.category, details: { type: 'object' } },
    allOf: [
      ...cases.map(({ category, details }) => ({
        if: { properties: { category }, required: ['category'] },
        then: { properties: { details } },
      })),
      {
        if: { properties: { category: { not: { enum: known } } } },
        then: { properties: { details: later?.details } },
      },
    ],
  };
}
