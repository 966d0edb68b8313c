// The contract: the answer to each request.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptSchema } from '../../src/core/report/protocol-schema.ts';
import { MAX_RECEIVED_BYTES, PROBLEM_PREFIX, readReceipt } from '../../src/core/report/protocol.ts';
import { openStore, StoreFullError, type ReportStore } from '../../src/receiver/index.ts';
import { invalid } from '../../src/receiver/intake/json-body.ts';
import { ENDPOINT, postRequest, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const ID = '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11';
const VALID = JSON.stringify(sampleReport({ submissionId: ID }));

test('a report is answered 201 with a receipt that a form believes', async (t) => {
  const { post, store } = await startReceiver(t, { now: () => new Date('2026-11-24T13:50:42.123Z') });
  const { status, headers, text } = await post(VALID);
  assert.equal(status, 201);
  assert.equal(headers.get('content-type'), 'application/json');
  const receipt = receiptSchema.parse(JSON.parse(text));
  assert.deepEqual(readReceipt(receipt, ID), receipt);
  assert.match(receipt.reference, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(receipt.receivedAt, '2026-11-24T13:50:00Z');
  const [row] = await store.list();
  assert.deepEqual(
    { ...row, digest: row?.digest.length },
    {
      sequence: 1,
      id: ID,
      digest: 64,
      reference: receipt.reference,
      receivedAt: '2026-11-24T13:50:00Z',
      sealed: false,
      partner: 'ville-exemple',
      trust: 'normal',
      priority: 'normal',
      answer: text,
      body: VALID,
    },
  );
});

/** A report with so many links and accounts. */
const withLists = (links: number, accounts: number): string =>
  JSON.stringify(
    sampleReport({
      submissionId: ID,
      locations: Array.from({ length: links }, (_, index) => ({
        id: `L${Math.min(index + 1, 20)}`,
        place: 'website',
        url: { value: `https://example.org/${index}`, kind: 'http' },
      })),
      reportedAccounts: Array.from({ length: accounts }, (_, index) => ({ handle: `compte${index}` })),
    }),
  );

test('twenty links and twenty accounts are taken; one more of either is refused, and named', async (t) => {
  const { post, store } = await startReceiver(t);
  for (const [links, accounts, pointer] of [
    [21, 20, '/locations'],
    [20, 21, '/reportedAccounts'],
  ] as const) {
    const { status, text } = await post(withLists(links, accounts));
    assert.equal(status, 422);
    assert.deepEqual((JSON.parse(text) as { errors: unknown }).errors, [{ pointer, code: 'too_big' }]);
  }
  const body = withLists(20, 20);
  assert.equal((await post(body)).status, 201);
  assert.deepEqual(
    (await store.list()).map((row) => row.body),
    [body],
  );
});

const refusals: [
  title: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  code: string,
  status: number,
][] = [
  ['no key', VALID, { 'Idempotency-Key': '' }, 'key-mismatch', 400],
  ['another key', VALID, { 'Idempotency-Key': crypto.randomUUID() }, 'key-mismatch', 400],
  ['no id in the body', '{"schemaVersion":"1.0"}', {}, 'key-mismatch', 400],
  ['an empty body', '', {}, 'malformed', 400],
  ['half a body', VALID.slice(0, -9), {}, 'malformed', 400],
  ['a list', `[${VALID}]`, {}, 'malformed', 400],
  ['null', 'null', {}, 'malformed', 400],
  ['a text', '"text"', {}, 'malformed', 400],
  ['two reports', VALID + VALID, {}, 'malformed', 400],
  ['a byte order mark', `\uFEFF${VALID}`, {}, 'malformed', 400],
  ['a raw NUL', VALID.replace('witness', 'wit\0ness'), {}, 'malformed', 400],
  [
    'Latin-1 rather than UTF-8',
    Uint8Array.from(VALID.replace('witness', 'witnes\xe9'), (character) => character.charCodeAt(0)),
    {},
    'malformed',
    400,
  ],
  ['the same key twice', VALID.replace('{', '{"locale":"en",'), {}, 'malformed', 400],
  ['the same key twice, once escaped', VALID.replace('{', '{"local\\u0065":"en",'), {}, 'malformed', 400],
  [
    'the same key twice, further down',
    VALID.replace('"danger":{', '"danger":{"immediate":"yes",'),
    {},
    'malformed',
    400,
  ],
  ['another version', VALID.replace('"1.0"', '"2.0"'), {}, 'version', 409],
  [
    'another version without a key',
    VALID.replace('"1.0"', '"9.0"'),
    { 'Idempotency-Key': '' },
    'version',
    409,
  ],
  ['too many bytes', ' '.repeat(MAX_RECEIVED_BYTES - VALID.length + 1) + VALID, {}, 'too-large', 413],
  ['text/plain', VALID, { 'Content-Type': 'text/plain' }, 'media-type', 415],
  [
    'text/plain that mentions JSON',
    VALID,
    { 'Content-Type': 'text/plain; application/json' },
    'media-type',
    415,
  ],
  ['two media types', VALID, { 'Content-Type': 'application/json, text/plain' }, 'media-type', 415],
  ['a form', VALID, { 'Content-Type': 'application/x-www-form-urlencoded' }, 'media-type', 415],
  ['a compressed body', VALID, { 'Content-Encoding': 'gzip' }, 'media-type', 415],
  ['a version that is no text', VALID.replace('"1.0"', '1'), {}, 'invalid', 422],
  [
    'a nest of 30,000 lists',
    VALID.replace('"witness"', '['.repeat(30_000) + ']'.repeat(30_000)),
    {},
    'invalid',
    422,
  ],
  [
    '6,000 unknown keys',
    VALID.replace('{', `{${Array.from({ length: 6_000 }, (_, i) => `"k${i}":0,`).join('')}`),
    {},
    'invalid',
    422,
  ],
  ['a key named __proto__', VALID.replace('{', '{"__proto__":{"role":"victim"},'), {}, 'invalid', 422],
];

for (const [title, body, headers, code, status] of refusals) {
  test(`${title} is refused as ${code}, and nothing is stored`, async (t) => {
    const { send, store, log } = await startReceiver(t);
    const request = new Request(postRequest(VALID, headers), { method: 'POST', body });
    if (code === 'key-mismatch' && !headers['Idempotency-Key']) request.headers.delete('Idempotency-Key');
    const answer = await send(request);
    const problem = JSON.parse(answer.text) as { type: string; acceptedVersions?: string[] };
    assert.deepEqual([answer.status, problem.type], [status, PROBLEM_PREFIX + code]);
    assert.deepEqual(problem.acceptedVersions, code === 'version' ? ['1.0'] : undefined);
    assert.deepEqual(await store.list(), []);
    assert.deepEqual(
      log.map(({ event, code: logged }) => [event, logged]),
      [['refused', code]],
    );
  });
}

test('a report of exactly the largest size is taken', async (t) => {
  const { post } = await startReceiver(t);
  const headers = { 'Content-Length': String(MAX_RECEIVED_BYTES) };
  assert.equal((await post(' '.repeat(MAX_RECEIVED_BYTES - VALID.length) + VALID, headers)).status, 201);
});

test('a media type may carry parameters, in any case', async (t) => {
  const { post } = await startReceiver(t);
  const headers = { 'Content-Type': 'Application/JSON ; charset=utf-8', 'Content-Encoding': 'Identity' };
  assert.equal((await post(VALID, headers)).status, 201);
});

test('rejected fields are pointed at, without a word of what they held', async (t) => {
  const { post } = await startReceiver(t);
  const location = { id: 'L1', place: 'website', url: { value: 'javascript:alert(1)', kind: 'http' } };
  const { status, text } = await post(
    sampleReport({
      locale: 5,
      locations: [location],
      reporter: { role: 'A spy', anonymous: true, followUp: 'none' },
    }),
  );
  assert.equal(status, 422);
  const { errors } = JSON.parse(text) as { errors: { pointer: string; code: string }[] };
  const pointers = errors.map(({ pointer }) => pointer);
  for (const pointer of ['/locale', '/locations/0/url/value', '/reporter/role'])
    assert.ok(pointers.includes(pointer), text);
  assert.ok(
    errors.some(({ code }) => code === 'bad_scheme'),
    text,
  );
  assert.ok(
    errors.every(({ code }) => /^[a-z_]+$/.test(code) && code !== 'custom'),
    text,
  );
  assert.doesNotMatch(text, /alert|spy/);
  // The name of a member that nobody knows is the sender's text: the fault is that of the part.
  const unknown = await post(sampleReport({ secretKey: {} }));
  assert.deepEqual((JSON.parse(unknown.text) as { errors: unknown }).errors, [
    { pointer: '', code: 'bad_member' },
  ]);
});

test('a member whose name has signs of a pointer is pointed at all the same (RFC 6901)', () => {
  const { details } = invalid([
    { code: 'custom', path: ['a~b', 'c/d', 0], params: { code: 'odd' }, message: '', input: undefined },
  ]);
  assert.deepEqual(details, { errors: [{ pointer: '/a~0b/c~1d/0', code: 'odd' }] });
});

test('at most twenty errors are listed', async (t) => {
  const { post } = await startReceiver(t);
  const { text } = await post(
    sampleReport({ locations: Array.from({ length: 20 }, () => ({ id: 1, place: 2 })) }),
  );
  assert.equal((JSON.parse(text) as { errors: unknown[] }).errors.length, 20);
});

const failing = async (error: unknown): Promise<ReportStore> => ({
  ...(await openStore('sqlite::memory:')),
  put: () => Promise.reject(error),
});

test('an unexpected error is answered 503, with the time to wait and without its message', async (t) => {
  const { post, log } = await startReceiver(t, { store: await failing(new TypeError('secret /etc/passwd')) });
  const { status, headers, text } = await post(VALID);
  assert.deepEqual([status, headers.get('retry-after')], [503, '5']);
  assert.match(text, /problem:unavailable/);
  assert.doesNotMatch(text, /secret/);
  assert.deepEqual(
    { ...log[0], durationMs: 0 },
    { event: 'failed', status: 503, code: 'unavailable', cause: 'TypeError', durationMs: 0 },
  );
});

test('a full store is answered 507, with the time to wait', async (t) => {
  const { post } = await startReceiver(t, { store: await failing(new StoreFullError('full')) });
  const { status, headers, text } = await post(VALID);
  assert.deepEqual([status, headers.get('retry-after')], [507, '60']);
  assert.match(text, /problem:storage/);
});

const outside: [method: string, path: string, status: number, allow: string | null][] = [
  ['GET', '/v1/reports', 405, 'POST, OPTIONS'],
  ['HEAD', '/v1/reports', 405, 'POST, OPTIONS'],
  ['PUT', '/v1/reports', 405, 'POST, OPTIONS'],
  ['DELETE', '/v1/reports', 405, 'POST, OPTIONS'],
  ['POST', '/health', 405, 'GET, HEAD'],
  ['GET', '/', 404, null],
  ['POST', '/v1/reports/', 404, null],
  ['GET', `/v1/reports/${ID}`, 404, null],
];

for (const [method, path, status, allow] of outside) {
  test(`${method} ${path} is answered ${status} by a problem of type about:blank`, async (t) => {
    const { send, post } = await startReceiver(t);
    await post(VALID);
    const answer = await send(new Request(new URL(path, ENDPOINT), { method }));
    assert.deepEqual([answer.status, answer.headers.get('allow')], [status, allow]);
    if (method !== 'HEAD') assert.equal((JSON.parse(answer.text) as { type: string }).type, 'about:blank');
    assert.doesNotMatch(answer.text, new RegExp(ID));
  });
}

test('the health check says that the process answers', async (t) => {
  const { send } = await startReceiver(t);
  const { status, text } = await send(new Request(new URL('/health', ENDPOINT)));
  assert.deepEqual([status, text], [200, '{"status":"ok"}']);
});

test('reports can be posted to another path', async (t) => {
  const { send, post } = await startReceiver(t, { path: '/signalements' });
  assert.equal((await post(VALID)).status, 404);
  const moved = new Request(new URL('/signalements', ENDPOINT), postRequest(VALID));
  assert.equal((await send(moved)).status, 201);
});

test('immediate danger makes a report urgent, and the log says so once', async (t) => {
  const { post, store, log } = await startReceiver(t);
  const urgent = sampleReport({ danger: { immediate: 'yes', helpShown: true } });
  await post(urgent);
  await post(urgent);
  await post(sampleReport({ danger: { immediate: 'unknown', helpShown: true } }));
  assert.deepEqual(
    (await store.list()).map(({ priority }) => priority),
    ['urgent', 'normal'],
  );
  assert.deepEqual(
    log.map(({ event, priority }) => [event, priority]),
    [
      ['stored', 'urgent'],
      ['replayed', undefined],
      ['stored', undefined],
    ],
  );
});
