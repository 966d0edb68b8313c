// R9, R12: the receiver stores any JSON unchanged or refuses it with a problem document. It never fails.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { PROBLEM_PREFIX } from '../../src/core/report/protocol.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { ENDPOINT, startReceiver } from './harness.ts';
import { writeAround, BLANKS, damaged, NOT_JSON, NOT_TEXTS, NOT_UTF8, STRINGS_TAKEN } from './json-texts.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';

const REPORT = sampleReport();
const around = writeAround(REPORT);

/** A receiver, and a function that posts bytes under a key and returns the status and the problem's code. */
async function startPosting(t: TestContext, key = REPORT.submissionId) {
  const { send, store } = await startReceiver(t);
  const post = async (body: string | Buffer): Promise<[status: number, code?: string]> => {
    const bytes = Uint8Array.from(Buffer.from(body));
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    const { status, text } = await send(new Request(ENDPOINT, { method: 'POST', headers, body: bytes }));
    if (status < 400) return [status];
    return [status, (JSON.parse(text) as { type: string }).type.replace(PROBLEM_PREFIX, '')];
  };
  return { post, store };
}

for (const [written, text] of STRINGS_TAKEN) {
  test(`the text « ${written} » is taken, and kept as it was written`, async (t) => {
    const { post, store } = await startPosting(t);
    const body = around(`"${written}"`);
    assert.deepEqual(await post(body), [201]);
    const [row] = await store.list();
    assert.equal(row?.body, body);
    assert.equal(reportSchema.parse(JSON.parse(row.body)).content?.description, text);
  });
}

test('what is no JSON is malformed, and nothing is stored', async (t) => {
  const { post, store } = await startPosting(t);
  for (const text of NOT_JSON) assert.deepEqual(await post(around(text)), [400, 'malformed'], text);
  for (const [blank] of BLANKS.filter(([, isJson]) => !isJson)) {
    for (const body of [around('"a"', blank), blank + around('"a"'), around('"a"') + blank])
      assert.deepEqual(await post(body), [400, 'malformed'], JSON.stringify(blank));
  }
  for (const [title, bytes] of Object.entries(NOT_UTF8)) {
    const [before = '', after = ''] = around('"@"').split('@');
    const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
    assert.deepEqual(await post(body), [400, 'malformed'], title);
  }
  for (const encoding of ['utf16le', 'latin1'] as const) {
    assert.deepEqual(await post(Buffer.from(around('"é"'), encoding)), [400, 'malformed'], encoding);
  }
  assert.deepEqual(await store.list(), []);
});

test('JSON of another type than the report wants is invalid, and nothing is stored', async (t) => {
  const { post, store } = await startPosting(t);
  for (const value of NOT_TEXTS) {
    const [status, code] = await post(around(value));
    // The depth check may refuse this many brackets with a 400 before any validation.
    assert.ok(
      (status === 422 && code === 'invalid') || (value.length > 500 && status === 400),
      `${value.slice(0, 50)}: ${status}`,
    );
  }
  assert.deepEqual(await store.list(), []);
});

test('white space between tokens, at the beginning and at the end is kept', async (t) => {
  for (const [blank] of BLANKS.filter(([, isJson]) => isJson)) {
    const { post, store } = await startPosting(t);
    const body = blank + around('"a"', blank) + blank;
    assert.deepEqual(await post(body), [201], JSON.stringify(blank));
    assert.equal((await store.list())[0]?.body, body);
  }
});

test('of a damaged report, only what still is a report is stored, byte for byte', async (t) => {
  const { send, store } = await startReceiver(t);
  const counts: Record<string, number> = {};
  const expected: string[] = [];
  for (const body of fc.sample(damaged(around('"a\\u00e9 é"')), { numRuns: 6_000, seed: 20_261_124 })) {
    const [, key = REPORT.submissionId] = /"submissionId":"([^"]*)"/.exec(body.toString()) ?? [];
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key.replace(/[^ -~]/g, '') };
    const { status, text } = await send(
      new Request(ENDPOINT, { method: 'POST', headers, body: Uint8Array.from(body) }),
    );
    const code = status < 400 ? '' : (JSON.parse(text) as { type: string }).type.replace(PROBLEM_PREFIX, '');
    counts[`${status} ${code}`] = (counts[`${status} ${code}`] ?? 0) + 1;
    assert.ok(status < 500, `${status} ${JSON.stringify(body.toString('latin1'))}`);
    if (status === 201) expected.push(body.toString());
    if (status < 300) assert.ok(reportSchema.safeParse(JSON.parse(body.toString())).success);
  }
  t.diagnostic(JSON.stringify(counts));
  const stored = (await store.list({ limit: 10_000 })).map(({ body }) => body);
  assert.deepEqual(stored, expected);
  assert.ok(stored.length > 5);
  for (const kind of ['400 malformed', '400 key-mismatch', '422 invalid', '409 version'])
    assert.ok((counts[kind] ?? 0) > 5, kind);
});

test('of a damaged envelope, only what still is an envelope is stored, byte for byte', async (t) => {
  const envelope = seal(await makePair());
  const { post, store } = await startPosting(t, envelope.submissionId);
  const stored: string[] = [];
  for (const body of fc.sample(damaged(JSON.stringify(envelope)), { numRuns: 2_000, seed: 20_261_124 })) {
    const [status] = await post(body);
    assert.ok([200, 201, 400, 409, 413, 422].includes(status), `${status}`);
    if (status === 201) stored.push(body.toString());
  }
  assert.deepEqual(
    (await store.list()).map(({ body }) => body),
    stored,
  );
});
