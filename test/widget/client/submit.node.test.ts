// Submissions over a real network, to endpoints with typical faults.
import assert from 'node:assert/strict';
import { getEventListeners, once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { sendSubmission, type SubmitOptions } from '../../../src/widget/client/submit.ts';
import { MAX_REQUEST_BYTES, PROBLEM_PREFIX } from '../../../src/core/report/protocol.ts';
import {
  accept,
  answer,
  assertSameSubmission,
  CANARY,
  failureOf,
  ID,
  page,
  problem,
  RECEIPT,
  replay,
  type Reply,
  reset,
  stall,
  startEndpoint,
  SUBMISSION,
} from './harness.ts';

/** Sends without jitter, so that only Retry-After causes a wait. */
const send = (endpoint: string, options: Partial<SubmitOptions> = {}) =>
  sendSubmission(SUBMISSION, { endpoint, random: () => 0, ...options });

test('a report is sent once, and its receipt comes back', async (t) => {
  const { url, arrivals } = await startEndpoint(t, answer(201, { ...RECEIPT, surplus: 1 }));
  assert.deepEqual(await send(url), RECEIPT);
  assert.equal(arrivals.length, 1);
  assertSameSubmission(arrivals);
});

test('a request has the headers that were promised, and no other of ours', async (t) => {
  const { url, arrivals } = await startEndpoint(t, accept);
  await send(url);
  const ofNode = [
    'accept-encoding',
    'accept-language',
    'connection',
    'content-length',
    'host',
    'sec-fetch-mode',
    'user-agent',
  ];
  const names = Object.keys(arrivals[0]?.headers ?? {}).filter((name) => !ofNode.includes(name));
  assert.deepEqual(names.toSorted(), [
    'accept',
    'cache-control',
    'content-type',
    'idempotency-key',
    'pragma',
  ]);
});

for (const [what, reply] of Object.entries<Reply>({
  'a connection reset': reset,
  'an error of the server': page(500),
  'a request to come back later': problem(503, 'unavailable', {}, { 'retry-after': '0' }),
  'a full disk': problem(507, 'storage'),
  'a request that the server lost patience with': page(408),
  'a refusal of early data': page(425),
  'a web page in place of a receipt, as a captive portal gives': page(200),
  'half a receipt': (response) => {
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(RECEIPT).slice(0, 40));
  },
  'a receipt that breaks off': (response) => {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': 500 });
    response.write('{"submissionId":', () => response.destroy());
  },
  'the receipt of another report': answer(201, { ...RECEIPT, submissionId: ID.replace('3', '4') }),
  'a receipt that is not JSON by its type': answer(201, RECEIPT, { 'content-type': 'text/plain' }),
  'a receipt without a promise to keep': answer(202, RECEIPT),
  'an answer without a body': (response) => response.writeHead(204).end(),
  'a delivery that is still in progress': problem(409, 'in-progress'),
})) {
  test(`after ${what}, the same bytes go again under the same key`, async (t) => {
    const { url, arrivals } = await startEndpoint(t, reply, reply, reply, replay);
    assert.deepEqual(await send(url), RECEIPT);
    assert.equal(arrivals.length, 4);
    assertSameSubmission(arrivals);
  });
}

for (const [what, reply, code] of [
  ['nobody answers', reset, 'network'],
  ['the server fails', page(500), 'server'],
  ['nothing can be read', page(200), 'unconfirmed'],
  ['it stays in progress', problem(409, 'in-progress'), 'unconfirmed'],
] as const) {
  test(`when ${what} to the end, the report is unconfirmed, and may be sent again`, async (t) => {
    const { url, arrivals } = await startEndpoint(t, reply);
    const error = await failureOf(send(url));
    assert.deepEqual([error.code, error.outcome, error.retryable], [code, 'unconfirmed', true]);
    assert.equal(arrivals.length, code === 'network' ? 7 : 6); // once without keepalive
    assertSameSubmission(arrivals);
  });
}

test('when nobody listens, the report is unconfirmed', async (t) => {
  const { url } = await startEndpoint(t, accept);
  const vacant = url.replace(/:\d+/, ':1');
  const { code, outcome, cause } = await failureOf(send(vacant));
  assert.deepEqual([code, outcome], ['network', 'unconfirmed']);
  assert.ok(cause instanceof TypeError);
});

test('an attempt without an answer is given up in time, and tried again', async (t) => {
  const closed: Promise<unknown>[] = [];
  const { url, arrivals } = await startEndpoint(
    t,
    (response) => closed.push(once(response, 'close')),
    accept,
  );
  // Long enough for the second attempt on a busy machine.
  assert.deepEqual(await send(url, { timeoutMs: 1_000 }), RECEIPT);
  assert.equal(arrivals.length, 2);
  await Promise.all(closed);
});

test('an answer that stops half-way is given up in time', async (t) => {
  const { url } = await startEndpoint(t, (response) => {
    response.writeHead(201, { 'content-type': 'application/json' }).write('{"submissionId":');
  });
  const { code, outcome } = await failureOf(send(url, { timeoutMs: 60 }));
  assert.deepEqual([code, outcome], ['timeout', 'unconfirmed']);
});

test('a page whose own fetch does not heed signals cannot keep the reporter waiting', async () => {
  const { code, outcome } = await failureOf(
    send('https://hotline.example', { timeoutMs: 20, fetch: () => new Promise(() => {}) }),
  );
  assert.deepEqual([code, outcome], ['timeout', 'unconfirmed']);
});

test('slow endpoints do not get six times the patience: no attempt starts after it has ended', async (t) => {
  const { url, arrivals } = await startEndpoint(t, stall);
  const startedMs = Date.now();
  await failureOf(send(url, { timeoutMs: 100, patienceMs: 250 }));
  assert.equal(arrivals.length, 3);
  assert.ok(Date.now() - startedMs < 1_000);
});

for (const status of [301, 302, 307, 308]) {
  test(`a redirect ${status} to another origin is not followed`, async (t) => {
    const elsewhere = await startEndpoint(t, accept);
    const { url } = await startEndpoint(t, (response) =>
      response.writeHead(status, { location: elsewhere.url }).end(),
    );
    const { code, outcome } = await failureOf(send(url));
    assert.deepEqual([code, outcome], ['network', 'unconfirmed']);
    assert.equal(elsewhere.arrivals.length, 0);
  });
}

test('Retry-After in seconds is kept to', async (t) => {
  const { url, arrivals } = await startEndpoint(
    t,
    problem(429, 'slow-down', {}, { 'retry-after': '1' }),
    accept,
  );
  const retries: object[] = [];
  await send(url, { onRetry: (retry) => retries.push(retry) });
  assert.deepEqual(retries, [{ attempt: 2, delayMs: 1_000 }]);
  assert.ok(arrivals[1]!.atMs - arrivals[0]!.atMs >= 990);
});

test('Retry-After as a date is kept to', async (t) => {
  const date = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 1_000);
  const { url, arrivals } = await startEndpoint(t, page(503, { 'retry-after': date.toUTCString() }), accept);
  await send(url);
  assert.ok(arrivals[1]!.atMs >= date.getTime() - 10);
});

test('whoever asks for more time than the reporter has is not asked again, and nothing was sent', async (t) => {
  const { url, arrivals } = await startEndpoint(t, problem(429, 'slow-down', {}, { 'retry-after': '31' }));
  const error = await failureOf(send(url));
  assert.deepEqual(
    [error.code, error.outcome, error.retryable, error.retryAfterSeconds],
    ['rate', 'not-sent', true, 31],
  );
  assert.equal(arrivals.length, 1);
});

test('a stalled answer 429 still says when to come back', async (t) => {
  const { url } = await startEndpoint(t, (response) => {
    response.writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '60' }).write('{');
  });
  assert.equal((await failureOf(send(url))).retryAfterSeconds, 60);
});

test('an endless receipt is cut off, and not believed', async (t) => {
  let written = 0;
  const closed: Promise<unknown>[] = [];
  const chunk = Buffer.alloc(65_536, 32);
  const { url } = await startEndpoint(
    t,
    (response) => {
      closed.push(once(response, 'close'));
      response.writeHead(200, { 'content-type': 'application/json' });
      const flow = (): void => {
        while (!response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', flow);
        }
      };
      flow();
    },
    accept,
  );
  assert.deepEqual(await send(url), RECEIPT);
  await Promise.all(closed);
  assert.ok(written < 8_000_000, `${written} bytes`);
});

test('a receipt padded to the limit is believed, and one byte more is not', async (t) => {
  const padded = (bytes: number) => JSON.stringify(RECEIPT).padEnd(bytes);
  const reply =
    (bytes: number): Reply =>
    (response) =>
      response.writeHead(201, { 'content-type': 'application/json' }).end(padded(bytes));
  assert.deepEqual(await send((await startEndpoint(t, reply(16_384))).url), RECEIPT);
  assert.equal((await failureOf(send((await startEndpoint(t, reply(16_385))).url))).code, 'unconfirmed');
});

test('refused answers are pointed at, and the report was certainly not stored', async (t) => {
  const errors = [
    { pointer: '/locations/0/url/value', code: 'too_big', message: '<img onerror=alert(1)>' },
    { pointer: '', code: 'custom' },
    { pointer: '/a b', code: 'x' },
    { pointer: 'no-slash', code: 'x' },
    { pointer: '/x', code: '<b>' },
    { pointer: `/${'x'.repeat(200)}`, code: 'x' },
    { pointer: '/x', code: 'x'.repeat(201) },
    { pointer: 7, code: {} },
    null,
    'text',
    { pointer: '/x', code: '' },
  ];
  const { url, arrivals } = await startEndpoint(t, problem(422, 'invalid', { errors }));
  const error = await failureOf(send(url));
  assert.deepEqual([error.code, error.outcome, error.retryable], ['invalid', 'not-sent', false]);
  assert.deepEqual(error.pointers, [
    { pointer: '/locations/0/url/value', code: 'too_big' },
    { pointer: '', code: 'custom' },
  ]);
  assert.equal(arrivals.length, 1);
});

test('at most twenty answers are pointed at', async (t) => {
  const errors = Array.from({ length: 50 }, (_, index) => ({
    pointer: `/locations/${index}`,
    code: 'invalid',
  }));
  const { url } = await startEndpoint(t, problem(422, 'invalid', { errors }));
  assert.equal((await failureOf(send(url))).pointers?.length, 20);
});

for (const [status, name, code, outcome, retryable = false] of [
  [400, 'key-mismatch', 'refused', 'not-sent'],
  [400, 'malformed', 'refused', 'not-sent'],
  [401, 'partner', 'refused', 'not-sent'],
  [403, 'partner', 'refused', 'not-sent'],
  [409, 'version', 'version', 'not-sent'],
  [413, 'too-large', 'too-large', 'not-sent'],
  [415, 'media-type', 'refused', 'not-sent'],
  [422, 'invalid', 'invalid', 'not-sent'],
  [422, 'seal-key', 'seal-key', 'not-sent'],
  [422, 'not-sealed', 'not-sealed', 'not-sent'],
  [422, 'key-reused', 'unconfirmed', 'unconfirmed'],
  [422, 'constructor', 'refused', 'unconfirmed', true],
  [400, '__proto__', 'refused', 'unconfirmed', true],
] as const) {
  test(`${status} ${name} stops at once: ${code}, ${outcome}`, async (t) => {
    const { url, arrivals } = await startEndpoint(t, problem(status, name));
    const error = await failureOf(send(url));
    assert.deepEqual([error.code, error.outcome, error.retryable], [code, outcome, retryable]);
    assert.equal(arrivals.length, 1);
  });
}

for (const [status, code] of [
  [400, 'refused'],
  [403, 'refused'],
  [404, 'refused'],
  [413, 'too-large'],
  [451, 'refused'],
] as const) {
  test(`a web page with status ${status} stops at once, but proves nothing: somebody between may have answered`, async (t) => {
    const { url, arrivals } = await startEndpoint(t, page(status));
    const error = await failureOf(send(url));
    // Except for 413, a retry on another network may succeed. After a 413, only a shorter report can pass.
    assert.deepEqual([error.code, error.outcome, error.retryable], [code, 'unconfirmed', status !== 413]);
    assert.equal(arrivals.length, 1);
  });
}

test('a type that is not text, or not ours, is no refusal in the endpoint’s own words', async (t) => {
  for (const type of [
    'invalid',
    `${'x'.repeat(PROBLEM_PREFIX.length)}invalid`,
    'about:blank',
    { toString: 1 },
    ['urn:cliquez-signalez:problem:invalid'],
    null,
  ]) {
    const { url } = await startEndpoint(t, answer(422, { type }));
    const { code, outcome } = await failureOf(send(url));
    assert.deepEqual([code, outcome], ['refused', 'unconfirmed']);
  }
});

test('what an earlier sending has left unconfirmed stays so, whatever comes after it but a receipt', async (t) => {
  const outcome = 'unconfirmed';
  const { url } = await startEndpoint(t, page(429, { 'retry-after': '60' }), problem(422, 'invalid'));
  const outcomeOf = async (options: Partial<SubmitOptions>) =>
    (await failureOf(sendSubmission({ ...SUBMISSION }, { endpoint: url, outcome, ...options }))).outcome;
  assert.equal(await outcomeOf({ isOnline: () => false }), 'unconfirmed');
  assert.equal(await outcomeOf({ signal: AbortSignal.abort() }), 'unconfirmed');
  assert.equal(await outcomeOf({}), 'unconfirmed');
  assert.equal(await outcomeOf({}), 'unconfirmed');
});

test('a body that is no JSON is not quoted, and its status still counts', async (t) => {
  for (const [status, code, retryable] of [
    [201, 'unconfirmed', true],
    [422, 'refused', true],
  ] as const) {
    const { url } = await startEndpoint(t, (response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(`{${CANARY}`),
    );
    const error = await failureOf(send(url));
    assert.deepEqual([error.code, error.outcome, error.retryable], [code, 'unconfirmed', retryable]);
    assert.ok(!inspect(error).includes(CANARY));
  }
});

test('an attempt that may have arrived is not undone by a later refusal: another server may have given it', async (t) => {
  const slow = problem(429, 'slow-down', {}, { 'retry-after': '60' });
  for (const [refusal, code] of [
    [slow, 'rate'],
    [problem(422, 'invalid'), 'invalid'],
    [problem(409, 'version'), 'version'],
    [problem(403, 'partner'), 'refused'],
    [page(404), 'refused'],
  ] as const) {
    const { url } = await startEndpoint(t, page(500), refusal);
    const error = await failureOf(send(url));
    assert.deepEqual([error.code, error.outcome], [code, 'unconfirmed']);
  }
});

test('a connection that broke at once may have carried the report, though the request that follows is refused', async (t) => {
  for (const [refusal, code] of [
    [problem(429, 'slow-down', {}, { 'retry-after': '60' }), 'rate'],
    [problem(403, 'partner'), 'refused'],
  ] as const) {
    const { url, arrivals } = await startEndpoint(t, reset, refusal);
    const error = await failureOf(send(url));
    assert.deepEqual([error.code, error.outcome, arrivals.length], [code, 'unconfirmed', 2]);
  }
});

test('a report that is larger than a request may be is not sent; the limit counts bytes', async (t) => {
  const { url, arrivals } = await startEndpoint(t, accept);
  const largest = { id: ID, body: `"${'é'.repeat(MAX_REQUEST_BYTES / 2 - 1)}"` };
  assert.deepEqual(await sendSubmission(largest, { endpoint: url }), RECEIPT);
  assertSameSubmission(arrivals, largest);
  const error = await failureOf(sendSubmission({ id: ID, body: `${largest.body} ` }, { endpoint: url }));
  assert.deepEqual([error.code, error.outcome, error.retryable], ['too-large', 'not-sent', false]);
  assert.equal(arrivals.length, 1);
});

test('without a connection nothing is tried', async (t) => {
  const { url, arrivals } = await startEndpoint(t, accept);
  const error = await failureOf(sendSubmission({ ...SUBMISSION }, { endpoint: url, isOnline: () => false }));
  assert.deepEqual([error.code, error.outcome, error.retryable], ['offline', 'not-sent', true]);
  assert.equal(arrivals.length, 0);
});

test('a device that is wrong about its connection does not keep a report back for ever: whoever insists is believed', async (t) => {
  const { url, arrivals } = await startEndpoint(t, accept);
  const submission = { ...SUBMISSION };
  const again = () => sendSubmission(submission, { endpoint: url, isOnline: () => false });
  assert.equal((await failureOf(again())).code, 'offline');
  assert.deepEqual(await again(), RECEIPT);
  assert.equal(arrivals.length, 1);
});

test('a clock that is set back does not make the reporter wait for a day', async (t) => {
  const { url, arrivals } = await startEndpoint(t, page(503, { 'retry-after': '60' }));
  const times = [Date.now(), Date.now(), Date.now() - 86_400_000];
  const wait = (): never => assert.fail('waits');
  const error = await failureOf(
    send(url, { now: () => (times.length > 1 ? times.shift()! : times[0]!), wait }),
  );
  assert.deepEqual([error.code, error.retryAfterSeconds, arrivals.length], ['server', 60, 1]);
});

test('giving up before the start sends nothing', async (t) => {
  const { url, arrivals } = await startEndpoint(t, accept);
  const error = await failureOf(send(url, { signal: AbortSignal.abort(), isOnline: () => false }));
  assert.deepEqual([error.code, error.outcome, error.retryable], ['aborted', 'not-sent', true]);
  assert.equal(arrivals.length, 0);
});

test('giving up during an attempt ends at once, unconfirmed', async (t) => {
  const caller = new AbortController();
  const { url, arrivals } = await startEndpoint(t, () => caller.abort('reason'));
  const startedMs = Date.now();
  const { code, outcome, cause } = await failureOf(send(url, { signal: caller.signal }));
  assert.deepEqual([code, outcome, cause], ['aborted', 'unconfirmed', 'reason']);
  assert.ok(Date.now() - startedMs < 2_000);
  assert.equal(arrivals.length, 1);
});

test('giving up during the last attempt that patience allows is still giving up', async (t) => {
  const caller = new AbortController();
  const { url } = await startEndpoint(t, () => caller.abort());
  const onRetry = (): never => assert.fail('nothing comes after giving up');
  assert.equal(
    (await failureOf(send(url, { signal: caller.signal, patienceMs: -1, onRetry }))).code,
    'aborted',
  );
  assert.equal((await failureOf(send(url, { signal: caller.signal, onRetry }))).code, 'aborted');
});

test('giving up during a wait ends at once, and says what the attempts before have proved', async (t) => {
  for (const [reply, expected] of [
    [page(503, { 'retry-after': '20' }), 'unconfirmed'],
    [page(429, { 'retry-after': '20' }), 'not-sent'],
  ] as const) {
    const caller = new AbortController();
    const { url, arrivals } = await startEndpoint(t, reply);
    const onRetry = () => void setTimeout(() => caller.abort(), 20);
    const startedMs = Date.now();
    const { code, outcome } = await failureOf(send(url, { signal: caller.signal, onRetry }));
    assert.deepEqual([code, outcome], ['aborted', expected]);
    assert.ok(Date.now() - startedMs < 2_000);
    assert.equal(arrivals.length, 1);
  }
});

test('giving up from within onRetry ends at once', async (t) => {
  const caller = new AbortController();
  const { url } = await startEndpoint(t, page(503, { 'retry-after': '20' }));
  const { code } = await failureOf(send(url, { signal: caller.signal, onRetry: () => caller.abort() }));
  assert.equal(code, 'aborted');
});

test('whatever happened, no timer and no listener is left behind', async (t) => {
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const { signal } = new AbortController();
  const { url } = await startEndpoint(t, page(500), accept, problem(422, 'invalid'));
  const before = timers();
  const options = {
    signal,
    wait: async () => {},
    fetch: (() => Promise.reject(new TypeError())) as typeof fetch,
  };
  await failureOf(send('https://hotline.example', options));
  assert.equal(timers(), before);
  await send(url, { signal });
  await failureOf(send(url, { signal }));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('bytes that are not even HTTP leave the report unconfirmed', async (t) => {
  const server = createServer((socket) =>
    socket.on('error', () => {}).on('data', () => socket.end('\u0000not http\r\n\r\n')),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { code, outcome } = await failureOf(
    send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  );
  assert.deepEqual([code, outcome], ['network', 'unconfirmed']);
});
