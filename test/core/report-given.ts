// The given JSON Schema of report 1.0, written by hand before the code, and the addition of the follow-up: an independent check.

import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from './report-arbitrary.ts';

const GIVEN_1_0 = JSON.parse(
  readFileSync(new URL('./report-1.0.schema.json', import.meta.url), 'utf8'),
) as JsonObject;

/** The schema as given, and what the follow-up adds to it. */
export const GIVEN_SCHEMA: JsonObject = {
  ...GIVEN_1_0,
  properties: {
    ...(GIVEN_1_0['properties'] as JsonObject),
    followUp: {
      type: 'object',
      additionalProperties: false,
      required: ['hash'],
      properties: { hash: { type: 'string', pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$' } },
    },
  },
};

const WORD = { type: 'string', pattern: '^[a-z0-9_]{1,40}$' };
const PLAIN = {
  anyOf: [
    { type: ['boolean', 'number'] },
    { type: 'string', maxLength: 200, not: { pattern: '^\\s*[Dd][Aa][Tt][Aa]:|[Dd][Aa][Tt][Aa]:[^\\s,]*,' } },
  ],
};
const OTHER = { anyOf: [PLAIN, { type: 'array', maxItems: 20, items: PLAIN }] };
const OPEN = { propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' }, additionalProperties: OTHER };

/** The parts that take members which this version does not know. */
const OPEN_PARTS = /^(?:|\/\$defs\/(?:location|details\w+))$/;

/** Lists that stay closed: what the reporter is told depends on one, a condition is another. */
const CLOSED_LISTS = /\/(?:followUp|contains)$/;

/** The schema as given, as a receiver takes reports of later versions: other words in its lists, other members in its parts. */
function opened(schema: Json, path = ''): Json {
  if (Array.isArray(schema)) return schema.map((each, index) => opened(each, `${path}/${index}`));
  if (!isObject(schema)) return schema;
  if ('enum' in schema && !CLOSED_LISTS.test(path)) return WORD;
  const inner = Object.entries(schema).map(([key, value]) => [key, opened(value, `${path}/${key}`)] as const);
  return { ...Object.fromEntries(inner), ...(OPEN_PARTS.test(path) && OPEN) };
}

/** The given schema with all that a later version may add. */
export function openedSchema(): JsonObject {
  const { allOf = [], properties, ...rest } = opened(GIVEN_SCHEMA) as Record<string, Json>;
  const { category } = GIVEN_SCHEMA['properties'] as Record<string, JsonObject>;
  const { details: _, ...others } = properties as JsonObject;
  const later = { anyOf: [{ properties: { category: category! } }, { properties: { details: OPEN } }] };
  return {
    ...rest,
    properties: { ...others, details: { type: 'object' } },
    allOf: [...(allOf as Json[]), later],
  };
}

/** A value in a report, with the object or list that holds it. */
export interface Slot {
  /** Its path, as a key of `GIVEN_FIELDS`. */
  readonly path: string;
  readonly holder: JsonObject | Json[];
  readonly key: string;
  readonly value: Json;
}

/** Whether a value is a JSON object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value in a report. Items of a list share a path (`/locations/*`); details have a path for each category. */
export function slotsOf(report: JsonObject): Slot[] {
  const slots: Slot[] = [];
  const visit = (holder: JsonObject | Json[], at: string): void => {
    for (const [key, value] of Object.entries(holder)) {
      const path = `${at}/${Array.isArray(holder) ? '*' : key}${
        holder === report && key === 'details' ? `:${JSON.stringify(report['category'])}` : ''
      }`;
      slots.push({ path, holder, key, value });
      if (typeof value === 'object' && value !== null) visit(value, path);
    }
  };
  visit(report, '');
  return slots;
}

/** The given schema of each field, by path. */
export const GIVEN_FIELDS: ReadonlyMap<string, JsonObject> = readFields();

function readFields(): Map<string, JsonObject> {
  const fields = new Map<string, JsonObject>();
  const parts = GIVEN_SCHEMA['$defs'] as Record<string, JsonObject>;
  const visit = (schema: JsonObject, path: string): void => {
    const { $ref } = schema;
    const said = typeof $ref === 'string' ? (parts[$ref.replace('#/$defs/', '')] ?? {}) : schema;
    fields.set(path, said);
    if (isObject(said['items'])) visit(said['items'], `${path}/*`);
    const { details: _, ...others } = (said['properties'] ?? {}) as Record<string, JsonObject>;
    for (const [key, field] of Object.entries(others)) visit(field, `${path}/${key}`);
  };
  visit(GIVEN_SCHEMA, '');
  type Case = { if: { properties: { category: JsonObject } }; then: { properties: { details: JsonObject } } };
  for (const { if: when, then } of GIVEN_SCHEMA['allOf'] as unknown as Case[]) {
    visit(then.properties.details, `/details:${JSON.stringify(when.properties.category['const'])}`);
  }
  return fields;
}
