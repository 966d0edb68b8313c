// Hostile answers of an endpoint: no crash, no invented receipt, and none of the endpoint's words in the error.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { SubmitError } from '../../../src/widget/client/errors.ts';
import { sendSubmission } from '../../../src/widget/client/submit.ts';
import { PROBLEM_PREFIX, PROBLEMS } from '../../../src/core/report/protocol.ts';
import { drawnOf } from '../../setup/every.ts';
import { CANARY, ID, RECEIPT, SUBMISSION, virtualClock } from './harness.ts';

const anything = fc.jsonValue() as fc.Arbitrary<unknown>;
const hostileText = fc.oneof(
  fc.constantFrom(CANARY, `<img src=x onerror=${CANARY}>`, '', 'toString', '__proto__'),
  fc.string(),
);

// A valid receipt, with some fields replaced.
const receiptLike = fc
  .record(
    {
      submissionId: fc.oneof(anything, hostileText),
      reference: fc.oneof(anything, hostileText, fc.constantFrom('A', '9'.repeat(33))),
      receivedAt: fc.oneof(anything, hostileText),
      [CANARY]: anything,
    },
    { requiredKeys: [] },
  )
  .chain((faults) => fc.subarray(Object.entries(faults)))
  .map((faults) => ({ ...RECEIPT, ...Object.fromEntries(faults) }));

const problemLike = fc.record(
  {
    type: fc.oneof(
      fc
        .constantFrom(...Object.keys(PROBLEMS), CANARY, 'constructor')
        .map((code) => PROBLEM_PREFIX + code) as fc.Arbitrary<unknown>,
      hostileText,
      anything,
      fc.constant({ toString: 1, valueOf: CANARY }),
    ),
    title: hostileText,
    detail: hostileText,
    status: anything,
    errors: fc.oneof(
      anything,
      fc.array(
        fc.record(
          {
            pointer: fc.oneof(hostileText as fc.Arbitrary<unknown>, anything),
            code: fc.oneof(hostileText as fc.Arbitrary<unknown>, anything),
          },
          { requiredKeys: [] },
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const jsonOf = (value: unknown): Uint8Array => encode(JSON.stringify(value) ?? '');

// JSON on which parsers disagree, around a receipt. It is plain text, because no serialiser writes it.
const member = fc.constantFrom<string[]>(
  `"submissionId":"${ID}"`,
  `"submissionId":"${ID.replace('3', '4')}"`,
  '"submissionId":null',
  `"submission\\u0049d":"${ID}"`,
  `"reference":"${RECEIPT.reference}"`,
  `"reference":"<b>${CANARY}</b>"`,
  '"reference":"\\ud800"',
  '"reference":"\\u0000A"',
  `"receivedAt":"${RECEIPT.receivedAt}"`,
  '"receivedAt":1e400',
  `"type":"${PROBLEM_PREFIX}invalid"`,
  '"errors":[{"pointer":"/a","code":"x"},{"pointer":"/a","code":"x"}]',
  `"__proto__":{"submissionId":"${ID}","reference":"A","receivedAt":"2026"}`,
  `"toString":"${CANARY}"`,
  '"\\udc00":0',
  '"a":-0',
  `"a":${'9'.repeat(400)}`,
  '"a":1e-999',
  '"a":0x1',
  '"a":01',
  '"a":NaN',
  '"a":"\u0000"',
  '"a":"\ud800"',
  "'a':1",
  'a:1',
  '"a":1,',
  '"a":/* */1',
  `"a":${'['.repeat(500)}${']'.repeat(500)}`,
  `"a":${'{"a":'.repeat(500)}0${'}'.repeat(500)}`,
);
const RECEIPT_MEMBERS = JSON.stringify(RECEIPT).slice(1, -1);
const jsonText = fc
  .record({
    before: fc.constantFrom('', '', '', '\ufeff', ' \n\t\r', '\u00a0', '\u0000', ")]}',\n", '[', '{}'),
    members: fc.array(member, { maxLength: 6 }),
    receiptAt: fc.option(fc.nat(6)),
    after: fc.constantFrom('', '', '', '\n', '\u0000', '}', ',', ' garbage', RECEIPT_MEMBERS),
    cut: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })),
  })
  .map(({ before, members, receiptAt, after, cut }) => {
    const all = receiptAt === null ? members : members.toSpliced(receiptAt, 0, RECEIPT_MEMBERS);
    const text = `${before}{${all.join()}}${after}`;
    return text.slice(0, text.length - cut);
  });
/** Invalid UTF-8 inside a text: encoded surrogates, overlong and truncated sequences. */
const brokenText = fc
  .tuple(jsonText, fc.constantFrom([0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xe2, 0x82], [0xff, 0xfe]), fc.nat())
  .map(([text, bytes, at]) => {
    const whole = encode(text);
    const index = at % (whole.length + 1);
    return Uint8Array.from([...whole.slice(0, index), ...bytes, ...whole.slice(index)]);
  });

const body = fc.oneof(
  { weight: 3, arbitrary: jsonText.map(encode) },
  { weight: 1, arbitrary: brokenText },
  { weight: 4, arbitrary: receiptLike.map(jsonOf) },
  { weight: 3, arbitrary: problemLike.map(jsonOf) },
  { weight: 1, arbitrary: anything.map(jsonOf) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  { weight: 1, arbitrary: receiptLike.map((value) => jsonOf(value).slice(0, -1)) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 16_200, max: 40_000 })
      .map((bytes) => encode(JSON.stringify(RECEIPT).padEnd(bytes))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('[', '{"a":').map((open) => encode(open.repeat(16_000 / open.length))),
  },
);

const mediaType = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'application/json',
      'application/problem+json; charset=utf-8',
      'Application/JSON',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'text/html',
      'application/jsonp',
      'text/json',
      'application/json-seq',
      '',
      'application/json,text/html',
    ),
  },
);

const answers = fc.record({
  status: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(200, 201) }, fc.integer({ min: 200, max: 599 })),
  type: mediaType,
  bytes: body,
  chunkLength: fc.integer({ min: 1, max: 5_000 }),
  breaksOff: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  retryAfter: fc.option(
    fc.oneof(hostileText, fc.integer().map(String)).filter((text) => /^[\x20-\x7e]*$/.test(text)),
  ),
});

type Answer = typeof answers extends fc.Arbitrary<infer Value> ? Value : never;

function responseOf({ status, type, bytes, chunkLength, breaksOff, retryAfter }: Answer): Response {
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent < bytes.length) return controller.enqueue(bytes.slice(sent, (sent += chunkLength)));
      return breaksOff ? controller.error(new TypeError(CANARY)) : controller.close();
    },
  });
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? stream : null, {
    status,
    headers: { 'content-type': type, ...(retryAfter !== null && { 'retry-after': retryAfter }) },
  });
}

/** Decides whether an answer is a receipt, independently of the client. */
function isReceipt({ status, type, bytes, breaksOff }: Answer): boolean {
  if ((status !== 200 && status !== 201) || bytes.length > 16_384 || breaksOff) return false;
  if (!['application/json', 'application/problem+json'].includes(type.toLowerCase().split(';')[0]!))
    return false;
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return (
      value?.submissionId === ID &&
      /^[0-9A-Z -]{1,32}$/.test(typeof value.reference === 'string' ? value.reference : '') &&
      typeof value.receivedAt === 'string' &&
      !Number.isNaN(new Date(value.receivedAt).getTime())
    );
  } catch {
    return false;
  }
}

/** Asserts that no property of the error, except its cause, contains a word of the server's. */
function assertMute(error: SubmitError): void {
  const { cause: _, ...own } = error;
  for (const { pointer, code } of error.pointers ?? []) {
    assert.match(pointer, /^(\/[\w~/-]*)?$/);
    assert.match(code, /^[\w.-]+$/);
    assert.ok(pointer.length <= 200 && code.length <= 200);
  }
  assert.ok(
    !inspect({ ...own, pointers: undefined, message: error.message, stack: error.stack }).includes(CANARY),
  );
  assert.ok(error.retryAfterSeconds === undefined || Number.isFinite(error.retryAfterSeconds));
}

test('hostile conversations: a receipt exactly when the endpoint gave one, else an error without its words', async () => {
  let receipts = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 6 }), async (conversation) => {
      const given: Answer[] = [];
      const fetch = async (): Promise<Response> => {
        const next = conversation[given.length % conversation.length]!;
        given.push(next);
        return responseOf(next);
      };
      const clock = virtualClock();
      try {
        const receipt = await sendSubmission(SUBMISSION, {
          endpoint: 'https://hotline.example',
          fetch,
          ...clock,
          now: clock.now,
        });
        receipts++;
        assert.ok(isReceipt(given.at(-1)!));
        assert.equal(receipt.submissionId, ID);
        assert.match(receipt.reference, /^[0-9A-Z -]{1,32}$/);
        assert.ok(Object.keys(receipt).every((key) => Object.keys(RECEIPT).includes(key)));
      } catch (error) {
        if (!(error instanceof SubmitError)) throw error;
        assertMute(error);
        assert.ok(!isReceipt(given.at(-1)!));
        if (error.outcome === 'not-sent')
          assert.ok(given.at(-1)!.status < 500 && given.at(-1)!.status >= 400);
      }
      assert.ok(!given.slice(0, -1).some(isReceipt), 'a receipt was overlooked');
    }),
    { numRuns: drawnOf(10_000) },
  );
  assert.ok(receipts > drawnOf(1_000), `the corpus is no use: ${receipts} receipts`);
});

test('500 answers of random bytes on the wire: an error, never a crash and never a receipt', async (t) => {
  let next: Uint8Array = new Uint8Array();
  const server = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(next)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const head = fc.constantFrom(
    '',
    'HTTP/1.1 201 Created\r\n',
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n',
    'HTTP/1.1 422 No\r\n\r\n',
  );
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 300 }), async (start, bytes) => {
      next = Buffer.concat([Buffer.from(start), bytes]);
      await assert.rejects(
        sendSubmission(SUBMISSION, { endpoint, random: () => 0, timeoutMs: 500, patienceMs: 0 }),
        SubmitError,
      );
    }),
    { numRuns: 500 },
  );
});
