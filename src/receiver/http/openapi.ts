// The contract as an OpenAPI 3.1 document, made from the schemas and the list of problems: for the build, and served.
import { toJSONSchema, type $ZodType } from 'zod/v4/core';
import { followUpAnswerSchema, followUpRequestSchema } from '../../core/follow-up/answer-schema.ts';
import { SCHEMA_VERSION } from '../../core/report/protocol.ts';
import {
  descriptions,
  envelopeSchema,
  problemSchema,
  receiptSchema,
} from '../../core/report/protocol-schema.ts';
import { reportJsonSchema } from '../../core/report/report-json-schema.ts';
import { operations } from './openapi-operations.ts';
import { DEFAULT_PATH } from '../protocol/paths.ts';

/**
 * The document: all operations and their answers, as a plain object ready for JSON.
 * @param path where reports are posted to
 */
export function openApiDocument(path: string = DEFAULT_PATH): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cliquez, Signalez ! - receiver of reports',
      version: SCHEMA_VERSION,
      description:
        'Takes reports and gives none back; tells what became of one to whoever has its code. Every answer may be read by the pages that may send reports, and every ' +
        'refusal is a problem (RFC 9457). Other paths are answered 404. HEAD is answered wherever GET is.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: operations(path),
    components: { schemas: schemas(), securitySchemes: { relay: { type: 'http', scheme: 'bearer' } } },
  };
}

// The report schema carries its parts in `$defs`. They move to the components, where every tool finds them.
function schemas(): Record<string, unknown> {
  const { $schema: _dialect, $id: _id, $defs: parts, ...Report } = reportJsonSchema();
  const text = JSON.stringify({
    Report,
    ...(parts as object),
    Envelope: toComponent(envelopeSchema),
    Receipt: toComponent(receiptSchema),
    Problem: toComponent(problemSchema),
    ProblemEntry: PROBLEM_ENTRY,
    Challenge: CHALLENGE,
    FollowUpRequest: toComponent(followUpRequestSchema),
    FollowUpAnswer: toComponent(followUpAnswerSchema),
  });
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<string, unknown>;
}

function toComponent(schema: $ZodType): object {
  const { $schema: _dialect, ...component } = toJSONSchema(schema, { metadata: descriptions });
  return component;
}

const PROBLEM_ENTRY = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    advice: { type: 'string', description: 'What the developer of a form can do about it.' },
  },
  required: ['type', 'status', 'title', 'advice'],
  additionalProperties: false,
};

// A challenge as altcha-lib makes it. A form passes it to altcha-lib unchanged.
const CHALLENGE = {
  type: 'object',
  description: 'A challenge of ALTCHA, version 2.',
  properties: {
    parameters: {
      type: 'object',
      properties: {
        algorithm: { const: 'PBKDF2/SHA-256' },
        cost: { type: 'integer', description: 'Iterations for one try.' },
        expiresAt: { type: 'integer', description: 'Unix time, in seconds.' },
      },
      required: ['algorithm', 'cost', 'expiresAt'],
    },
    signature: { type: 'string' },
  },
  required: ['parameters', 'signature'],
};
