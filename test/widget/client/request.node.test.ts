// The exact settings of a request, and the fallback when the browser refuses keepalive.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendSubmission } from '../../../src/widget/client/submit.ts';
import { PROBLEM_PREFIX } from '../../../src/core/report/protocol.ts';
import { failureOf, ID, RECEIPT, SUBMISSION, virtualClock } from './harness.ts';

const ENDPOINT = 'https://hotline.example/v1/reports';

const respond = (status: number, value: unknown = RECEIPT): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

/** A fetch that answers from a list (an Error is thrown), and a record of its settings. */
function scriptedFetch(...answers: (Response | Error)[]) {
  const calls: RequestInit[] = [];
  async function fetch(this: unknown, endpoint: unknown, init: RequestInit = {}): Promise<Response> {
    assert.equal(this, undefined, 'called as a method: browsers refuse that');
    assert.equal(endpoint, ENDPOINT);
    calls.push(init);
    const answer = answers[calls.length - 1] ?? new TypeError('no more answers');
    if (answer instanceof Error) throw answer;
    return answer;
  }
  return { fetch: fetch as typeof globalThis.fetch, calls };
}

test('a request says exactly this', async () => {
  const { fetch, calls } = scriptedFetch(respond(201));
  await sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch });
  const [{ signal, ...settings } = {}] = calls;
  assert.ok(signal instanceof AbortSignal);
  assert.deepEqual(settings, {
    method: 'POST',
    headers: {
      accept: 'application/json, application/problem+json',
      'content-type': 'application/json',
      'idempotency-key': ID,
    },
    body: SUBMISSION.body,
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
    keepalive: true,
  });
});

test('a proof goes with every attempt', async () => {
  const { fetch, calls } = scriptedFetch(respond(503), respond(201));
  const options = { endpoint: ENDPOINT, proof: 'eyJhIjoxfQ==', fetch, ...virtualClock() };
  await sendSubmission(SUBMISSION, options);
  const headers = {
    accept: 'application/json, application/problem+json',
    altcha: 'eyJhIjoxfQ==',
    'content-type': 'application/json',
    'idempotency-key': ID,
  };
  assert.deepEqual(
    calls.map((call) => call.headers),
    [headers, headers],
  );
});

test('where keepalive is refused at once, the same request goes without, and that is no further attempt', async () => {
  const { fetch, calls } = scriptedFetch(new TypeError('in-flight limit'), respond(201));
  const onRetry = (): never => assert.fail('counted as an attempt');
  assert.deepEqual(await sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch, onRetry }), RECEIPT);
  const [first, second] = calls;
  assert.deepEqual(second, { ...first, keepalive: false });
});

test('where going without keepalive helped, later attempts go without', async () => {
  const { fetch, calls } = scriptedFetch(new TypeError('in-flight limit'), respond(503), respond(201));
  await sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch, ...virtualClock() });
  assert.deepEqual(
    calls.map(({ keepalive }) => keepalive),
    [true, false, false],
  );
});

test('where it did not help, the network was to blame: later attempts keep alive, and none is doubled', async () => {
  const { fetch, calls } = scriptedFetch();
  await failureOf(sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch, ...virtualClock() }));
  assert.deepEqual(
    calls.map(({ keepalive }) => keepalive),
    [true, false, true, true, true, true, true],
  );
});

test('a request that fails later than at once failed on the wire: it is tried again as it was', async () => {
  for (const [tookMs, keepalives] of [
    [1_000, [true, false]],
    [1_001, [true, true]],
  ] as const) {
    const clock = virtualClock();
    const { fetch, calls } = scriptedFetch(new TypeError('reset'), respond(201));
    const slowly: typeof fetch = (...request) => {
      clock.ms += tookMs;
      return fetch(...request);
    };
    await sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch: slowly, ...clock, now: clock.now });
    assert.deepEqual(
      calls.map(({ keepalive }) => keepalive),
      keepalives,
    );
    assert.equal(clock.waits.length, keepalives[1] ? 1 : 0);
  }
});

test('an answer has fifteen seconds', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const fetch = (): Promise<never> => new Promise(() => {});
  const ends: string[] = [];
  const ended = failureOf(sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch, patienceMs: -1 }));
  void ended.then(({ code }) => ends.push(code));
  t.mock.timers.tick(14_999);
  await new Promise(setImmediate);
  assert.deepEqual(ends, []);
  t.mock.timers.tick(1);
  await new Promise(setImmediate);
  assert.deepEqual(ends, ['timeout']);
});

test('two types of an answer, and a type that is none, are not JSON', async () => {
  for (const type of ['text/html, application/json', 'application/+json']) {
    const answer = new Response(JSON.stringify(RECEIPT), { status: 201, headers: { 'content-type': type } });
    const { fetch } = scriptedFetch(answer);
    const sending = sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch, patienceMs: -1 });
    assert.equal((await failureOf(sending)).code, 'unconfirmed', type);
  }
});

test('only a refusal of answers points at answers', async () => {
  const errors = [{ pointer: '/url', code: 'x' }];
  const type = `${PROBLEM_PREFIX}seal-key`;
  const { fetch } = scriptedFetch(respond(422, { type, errors }));
  const { pointers } = await failureOf(sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch }));
  assert.equal(pointers, undefined);
});

test('the page’s fetch is looked up when it is called, and called on nothing but its global', async (t) => {
  const { fetch } = scriptedFetch(respond(201));
  t.mock.method(globalThis, 'fetch', function (this: unknown, ...request: Parameters<typeof fetch>) {
    assert.equal(this, globalThis);
    return fetch(...request);
  });
  assert.deepEqual(await sendSubmission(SUBMISSION, { endpoint: ENDPOINT }), RECEIPT);
});

test('so are its clock, its chance and its connection', async (t) => {
  const { fetch } = scriptedFetch(respond(503), respond(201));
  t.mock.method(Date, 'now', () => 0);
  t.mock.method(Math, 'random', () => 0.5);
  const delays: number[] = [];
  await sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch, wait: async (ms) => void delays.push(ms) });
  assert.deepEqual(delays, [500]);
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  t.after(() => delete (navigator as { onLine?: boolean }).onLine);
  const sending = sendSubmission({ ...SUBMISSION }, { endpoint: ENDPOINT, fetch });
  assert.equal((await failureOf(sending)).code, 'offline');
});

test('a fetch that throws instead of rejecting is a network error', async () => {
  const fetch = (() => {
    throw new RangeError('by a wrapper of the page');
  }) as typeof globalThis.fetch;
  const { code, outcome } = await failureOf(
    sendSubmission(SUBMISSION, { endpoint: ENDPOINT, fetch, ...virtualClock() }),
  );
  assert.deepEqual([code, outcome], ['network', 'unconfirmed']);
});
