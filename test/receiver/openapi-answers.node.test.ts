// The OpenAPI document and the receiver's answers match in both directions.
import assert from 'node:assert/strict';
import { after, test, type TestContext } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { MAX_RECEIVED_BYTES } from '../../src/core/report/protocol.ts';
import { createReceiver, openStore, StoreFullError, type ReceiverOptions } from '../../src/receiver/index.ts';
import { openApiDocument } from '../../src/receiver/http/openapi.ts';
import { serveReceiver } from '../../src/receiver/operations/serve.ts';
import { drawCode, questionOf } from './follow-up-given.ts';
import { postRequest } from './harness.ts';
import { exchange, rawRequest } from './raw-http.ts';
import { sampleReport } from './sample-report.ts';

interface Answer {
  content?: Record<string, { schema: object }>;
  headers?: Record<string, { required?: boolean; schema: object }>;
}
type Paths = Record<string, Record<string, { responses: Record<string, Answer> }>>;

const document = openApiDocument() as { paths: Paths };
const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });
ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components']);
ajv.addSchema(document, 'openapi');

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses }]) => ({
    path,
    method: method.toUpperCase(),
    responses,
  })),
);

const seen = new Set<string>();

/** Checks an answer against the document. */
async function check(method: string, path: string, response: Response): Promise<number> {
  const { status, headers } = response;
  // HEAD uses the entry of GET. A refused method (405) has no entry of its own: any method of the path describes it.
  const known = operations.filter(
    (each) => each.path === path && (status === 405 || each.method === (method === 'HEAD' ? 'GET' : method)),
  );
  const what = `${method} ${path} → ${status}`;
  assert.ok(known.length > 0, what);
  for (const operation of known) {
    const answer = operation.responses[status];
    assert.ok(answer, `${what} is not in the document`);
    seen.add(`${operation.method} ${path} ${status}`);
    for (const [name, header] of Object.entries(answer.headers ?? {})) {
      const value = headers.get(name);
      assert.equal(value !== null, header.required === true, `${what}: ${name}`);
      const isNumber = (header.schema as { type?: string }).type === 'integer';
      assert.ok(ajv.validate(header.schema, isNumber ? Number(value) : value), `${what}: ${name}: ${value}`);
    }
  }
  const text = await response.text();
  const { content = {} } = known[0]?.responses[status] ?? {};
  if (method === 'HEAD' || Object.keys(content).length === 0) {
    assert.equal(text, '', what);
    return status;
  }
  const schema = content[headers.get('content-type') ?? '']?.schema;
  assert.ok(schema, `${what}: ${headers.get('content-type')}`);
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object);
  assert.ok(validate(JSON.parse(text)), `${what}: ${ajv.errorsText(validate.errors)}`);
  return status;
}

async function start(t: TestContext, options: Partial<ReceiverOptions> = {}) {
  const store = options.store ?? (await openStore('sqlite::memory:'));
  t.after(() => store.close());
  const receive = createReceiver({ ...options, store });
  return async (request: Request, address?: string) => {
    const response = await receive(request, address === undefined ? {} : { address });
    return check(request.method, new URL(request.url).pathname, response);
  };
}

const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Request(new URL(path, 'https://hotline.example'), { method, headers });

test('what becomes of reports', async (t) => {
  const send = await start(t);
  const report = sampleReport();
  const statuses = [
    await send(postRequest(report)),
    await send(postRequest(report)),
    await send(postRequest('{')),
    await send(postRequest({ ...report, schemaVersion: '9.0' })),
    await send(postRequest(' '.repeat(MAX_RECEIVED_BYTES + 1))),
    await send(postRequest(report, { 'Content-Type': 'text/plain' })),
    await send(postRequest(sampleReport({ locale: 5 }))),
    await send(postRequest({ ...report, locale: 'en' })),
    await send(ask('/v1/reports', 'OPTIONS')),
  ];
  assert.deepEqual(statuses, [201, 200, 400, 409, 413, 415, 422, 422, 204]);
});

test('a store that fails, and one that is full', async (t) => {
  for (const [error, status] of [
    [new Error('broken'), 503],
    [new StoreFullError('full'), 507],
  ] as const) {
    const store = { ...(await openStore('sqlite::memory:')), put: () => Promise.reject(error) };
    const send = await start(t, { store });
    assert.equal(await send(postRequest(sampleReport())), status);
  }
});

test('challenges, and too many of anything', async (t) => {
  assert.equal(await (await start(t))(ask('/v1/challenge'), '203.0.113.1'), 204);
  const send = await start(t, { freeReports: 0 });
  assert.equal(await send(ask('/v1/challenge'), '203.0.113.1'), 200);
  const until = async (status: number, request: () => Request): Promise<void> => {
    for (let count = 0; count < 100; count++) if ((await send(request(), '203.0.113.2')) === status) return;
    assert.fail(`never answered ${status}`);
  };
  await until(429, () => ask('/v1/challenge'));
  await until(429, () => postRequest('{'));
});

test('what becomes of questions', async (t) => {
  const send = await start(t);
  const { locator } = await drawCode();
  const statuses = [
    await send(questionOf({ locator, adds: crypto.randomUUID() })),
    await send(questionOf('{')),
    await send(questionOf(' '.repeat(1_025))),
    await send(questionOf({ locator }, { 'Content-Type': 'text/plain' })),
    await send(questionOf({})),
    await send(ask('/v1/follow-up', 'OPTIONS')),
  ];
  assert.deepEqual(statuses, [200, 400, 413, 415, 422, 204]);
  const asked = Array.from({ length: 31 }, () => send(questionOf({ locator }), '203.0.113.1'));
  assert.ok((await Promise.all(asked)).includes(429));
});

test('health, readiness and documents', async (t) => {
  const send = await start(t);
  for (const { path, method } of operations.filter((operation) => operation.method === 'GET')) {
    assert.ok([200, 204].includes(await send(ask(path, method))), path);
    assert.ok([200, 204].includes(await send(ask(path, 'HEAD'))), path);
  }
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receive = createReceiver({ store });
  for (const path of ['/report.schema.json', '/openapi.json', '/problems']) {
    const etag = (await receive(ask(path))).headers.get('etag') ?? '';
    assert.equal(await send(ask(path, 'GET', { 'If-None-Match': etag })), 304);
  }
});

for (const { path, method, responses } of operations) {
  test(`${method} ${path} as HTTP, from elsewhere, and by another method`, async (t) => {
    const origins = ['https://press.example'];
    const common = { port: 0, databaseUrl: 'sqlite::memory:', origins };
    const running = await serveReceiver(common);
    const busy = await serveReceiver({ ...common, maxPending: 0 });
    t.after(() => Promise.all([running.close(), busy.close()]));
    const line = `${method} ${path} HTTP/1.1`;
    const last = { Connection: 'close' };
    for (const [status, url, text] of [
      [400, running.url, `${line}\r\nConnection: close\r\n\r\n`],
      [405, running.url, rawRequest(`PATCH ${path} HTTP/1.1`, last)],
      [417, running.url, rawRequest(line, { Expect: 'more', ...last })],
      [431, running.url, `${line}\r\nHost: a\r\n${'A: b\r\n'.repeat(120)}\r\n`],
      [503, busy.url, rawRequest(line, last)],
      [403, running.url, rawRequest(line, { Origin: 'https://elsewhere.example', ...last })],
    ] as const) {
      // Any page may read the documents, so they have no 403.
      if (status === 403 && !(status in responses)) continue;
      const [answer] = await exchange(url, text);
      assert.equal(answer?.status, status);
      await check(status === 405 ? 'PATCH' : method, path, new Response(answer.text, answer));
    }
  });
}

after(() => {
  const written = operations.flatMap(({ path, method, responses }) =>
    // 408 needs ten seconds of waiting; slow-client.node.test.ts tests it.
    Object.keys(responses)
      .filter((status) => status !== '408')
      .map((status) => `${method} ${path} ${status}`),
  );
  assert.deepEqual(
    written.filter((answer) => !seen.has(answer)),
    [],
  );
});
