// The contract as an OpenAPI 3.1 document, made from the schemas and the list of problems; for the build only.
import { toJSONSchema, type $ZodType } from 'zod/v4/core';
import { MAX_RECEIVED_BYTES, PROBLEMS, SCHEMA_VERSION, type ProblemCode } from '../core/protocol.ts';
import { problemSchema, receiptSchema } from '../core/protocol-schema.ts';
import { reportJsonSchema } from '../core/report-json-schema.ts';
import { DEFAULT_PATH } from './handler.ts';
import { TITLES } from './problems.ts';

/** The document: what may be posted, and every answer. A plain object, ready for JSON. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cliquez, Signalez ! - receiver of reports',
      version: SCHEMA_VERSION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: { [DEFAULT_PATH]: { post: postReport() }, '/health': { get: getHealth() } },
    components: { schemas: schemas() },
  };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
};

const receiptResponse = (description: string) => ({
  description,
  content: { 'application/json': { schema: ref('Receipt') } },
});

const postReport = () => ({
  operationId: 'postReport',
  summary: 'Hands over one report.',
  description: `At most ${MAX_RECEIVED_BYTES} bytes. A retry sends the same bytes under the same key.`,
  security: [],
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'The `submissionId` of the report.',
      schema: { type: 'string', format: 'uuid' },
    },
    {
      name: 'Altcha',
      in: 'header',
      description: 'Proof of work, where one is asked for.',
      schema: { type: 'string' },
    },
  ],
  requestBody: { required: true, content: { 'application/json': { schema: ref('Report') } } },
  responses: {
    200: receiptResponse('The same report was stored before; the receipt of that time.'),
    201: receiptResponse('The report is on disk.'),
    ...problemResponses(),
    405: problemResponse('Only POST and OPTIONS are answered here.'),
  },
});

const getHealth = () => ({
  operationId: 'getHealth',
  summary: 'Says that the process answers.',
  security: [],
  responses: {
    200: {
      description: 'It does.',
      content: {
        'application/json': { schema: { type: 'object', properties: { status: { const: 'ok' } } } },
      },
    },
  },
});

// Several problems may share a status: one answer a status, with a line for each.
function problemResponses(): Record<number, object> {
  const entries = Object.entries(PROBLEMS) as [ProblemCode, number][];
  const responses = [...new Set(Object.values(PROBLEMS))].map((status) => {
    const lines = entries
      .filter((entry) => entry[1] === status)
      .map(([code]) => `\`${code}\`: ${TITLES[code]}`);
    return [status, problemResponse(lines.join('\n\n'), [429, 503, 507].includes(status) ? RETRY_AFTER : {})];
  });
  return Object.fromEntries(responses) as Record<number, object>;
}

function problemResponse(description: string, headers: object = {}): object {
  return { description, headers, content: { 'application/problem+json': { schema: ref('Problem') } } };
}

// The report brings its parts along in `$defs`; here they stand beside it, where every tool finds them.
function schemas(): Record<string, unknown> {
  const { $schema: _dialect, $id: _id, $defs: parts, ...Report } = reportJsonSchema();
  const text = JSON.stringify({
    Report,
    ...(parts as object),
    Receipt: toComponent(receiptSchema),
    Problem: toComponent(problemSchema),
  });
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<string, unknown>;
}

function toComponent(schema: $ZodType): object {
  const { $schema: _dialect, ...component } = toJSONSchema(schema);
  return component;
}
