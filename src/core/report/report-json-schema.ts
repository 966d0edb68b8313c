// The report as JSON Schema 2020-12, made from the zod schema and its rules; for the build and the receiver only.

import { type JSONSchema, toJSONSchema } from 'zod/v4/core';
import { SCHEMA_VERSION } from './protocol.ts';
import { reportSchema } from './report.ts';
import { ruleKeywords } from './report-rules.ts';

/** A JSON Schema whose repeated parts have names. */
export interface ReportJsonSchema extends Record<string, unknown> {
  readonly $defs: Readonly<Record<string, object>>;
}

/** The JSON Schema of the report. It accepts exactly what `reportSchema` accepts. Each call makes a new object. */
export function reportJsonSchema(): ReportJsonSchema {
  const { $schema, oneOf = [], $defs = {} } = toJSONSchema(reportSchema, { metadata: ruleKeywords });
  return {
    $schema,
    $id: `urn:cliquez-signalez:report:${SCHEMA_VERSION}`,
    title: `Cliquez, Signalez ! - report ${SCHEMA_VERSION}`,
    ...withSharedFieldsOnce(oneOf as JSONSchema.ObjectSchema[]),
    $defs,
  };
}

/**
 * One object with a condition per category, instead of nine objects that differ only in `category` and `details`.
 * The schema is a ninth of the length, and a validator names the wrong field instead of nine shapes that do not fit.
 */
function withSharedFieldsOnce(shapes: JSONSchema.ObjectSchema[]): Record<string, unknown> {
  const cases = shapes.map(({ properties: { category, details } = {} }) => ({ category, details }));
  return {
    ...shapes[0],
    properties: {
      ...shapes[0]?.properties,
      category: {
        type: 'string',
        enum: cases.map(({ category }) => (category as JSONSchema.StringSchema).const),
      },
      details: { type: 'object' },
    },
    allOf: cases.map(({ category, details }) => ({
      if: { properties: { category }, required: ['category'] },
      then: { properties: { details } },
    })),
  };
}
