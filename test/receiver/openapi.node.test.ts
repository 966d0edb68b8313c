// The OpenAPI document matches the receiver.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import { PROBLEM_PREFIX, PROBLEMS } from '../../src/core/report/protocol.ts';
import { openApiDocument } from '../../src/receiver/http/openapi.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

interface OpenApi {
  openapi: string;
  paths: Record<
    string,
    Record<string, { responses: Record<string, { description: string; headers?: object }> }>
  >;
  components: { schemas: Record<string, object> };
}

const document = openApiDocument() as OpenApi;

const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });
ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components']);
ajv.addSchema(document, 'openapi');

function validatorOf(name: string): ValidateFunction {
  return ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
}

test('every component is a schema that compiles, and every reference leads somewhere', () => {
  for (const name of Object.keys(document.components.schemas))
    assert.doesNotThrow(() => validatorOf(name), name);
  const text = JSON.stringify(document);
  for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)/g))
    assert.ok(name in document.components.schemas, name);
  assert.doesNotMatch(text, /"\$ref":"(?!#\/components)|"\$defs"/);
});

test('it describes the reports that are taken, their receipts and the problems', async (t) => {
  const { post } = await startReceiver(t);
  const isReport = validatorOf('Report');
  const report = sampleReport();
  assert.ok(isReport(report), JSON.stringify(isReport.errors));
  assert.ok(!isReport({ ...report, extra: {} }));
  assert.ok(validatorOf('Receipt')(JSON.parse((await post(report)).text)));
  assert.ok(validatorOf('Problem')(JSON.parse((await post({ ...report, locale: 'en' })).text)));
});

test('it names every status and every problem', () => {
  const { responses } = document.paths['/v1/reports']?.['post'] ?? { responses: {} };
  assert.deepEqual(
    Object.keys(responses).map(Number),
    [...new Set([200, 201, 405, 408, 417, 431, ...Object.values(PROBLEMS)])].toSorted((a, b) => a - b),
  );
  for (const [code, status] of Object.entries(PROBLEMS)) {
    assert.ok(responses[status]?.description.includes(`\`${code}\``), code);
    assert.ok(JSON.stringify(document.components.schemas['Problem']).includes(PROBLEM_PREFIX + code), code);
  }
  for (const status of [429, 503, 507]) assert.ok('Retry-After' in (responses[status]?.headers ?? {}));
});

test('it is made of JSON alone, the same each time', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  assert.deepEqual(openApiDocument(), document);
});
