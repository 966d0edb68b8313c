// A question what became of a report: exactly what is sent, what is believed, and when it is given up.
import assert from 'node:assert/strict';
import { getEventListeners, once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { askFollowUp } from '../../../src/widget/client/follow-up.ts';
import { answer, page, problem, reset, startEndpoint, type Reply } from './harness.ts';

const ADDRESS = 'https://hotline.example/v1/follow-up';
const QUESTION = { locator: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU' };
const ADDITION = { ...QUESTION, adds: '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11' };
const KNOWN = { state: 'removed', since: '2026-11-24', days: 90 };

/** Replaces the page's `fetch`, and records its calls. */
function replaceFetch(t: TestContext, reply: () => Promise<Response>): [unknown, RequestInit][] {
  const calls: [unknown, RequestInit][] = [];
  t.mock.method(globalThis, 'fetch', (address: unknown, init: RequestInit) => {
    calls.push([address, init]);
    return reply();
  });
  return calls;
}

const never = (): Promise<never> => new Promise(() => {});

for (const [what, question, proof, keepalive] of [
  ['a question', QUESTION, undefined, false],
  ['a question with a proof', QUESTION, 'eyJhIjoxfQ==', false],
  ['an addition, which outlives its page', ADDITION, undefined, true],
] as const) {
  test(`${what} says exactly this`, async (t) => {
    const calls = replaceFetch(t, async () => Response.json(KNOWN));
    assert.deepEqual(await askFollowUp(ADDRESS, question, { proof }), KNOWN);
    assert.equal(calls.length, 1);
    const [address, { signal, ...settings }] = calls[0]!;
    assert.equal(address, ADDRESS);
    assert.ok(signal instanceof AbortSignal);
    assert.deepEqual(settings, {
      method: 'POST',
      headers: {
        accept: 'application/json, application/problem+json',
        'content-type': 'application/json',
        ...(proof === undefined ? {} : { altcha: proof }),
      },
      body: JSON.stringify(question),
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      keepalive,
    });
  });
}

for (const [what, reply, expected] of [
  ['an answer', answer(200, { ...KNOWN, pad: '   ', text: '<b>' }), KNOWN],
  ['no more questions for now', problem(429, 'slow-down', {}, { 'retry-after': '60' }), 'wait'],
  ['a web page that asks to slow down', page(429), 'wait'],
  ['a refusal with an answer in it', answer(422, KNOWN), 'failed'],
  ['an error with an answer in it', answer(500, KNOWN), 'failed'],
  ['a web page', page(200), 'failed'],
  ['nothing', (response) => response.writeHead(204).end(), 'failed'],
  ['another list of states', answer(200, { ...KNOWN, state: 'arrested' }), 'failed'],
  ['a connection reset', reset, 'failed'],
  [
    'half an answer',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"state":'),
    'failed',
  ],
] satisfies [string, Reply, unknown][]) {
  test(`after ${what}: ${typeof expected === 'string' ? expected : 'it is believed'}`, async (t) => {
    const { url, arrivals } = await startEndpoint(t, reply);
    assert.deepEqual(await askFollowUp(url, QUESTION), expected);
    assert.equal(arrivals.length, 1, 'asked once');
  });
}

test('an address that redirects is not followed to another one', async (t) => {
  const elsewhere = await startEndpoint(t, answer(200, KNOWN));
  const { url } = await startEndpoint(t, (response) =>
    response.writeHead(307, { location: elsewhere.url }).end(),
  );
  assert.equal(await askFollowUp(url, QUESTION), 'failed');
  assert.equal(elsewhere.arrivals.length, 0);
});

test('after fifteen seconds nobody waits for an answer, whatever the page’s fetch does', async (t) => {
  const calls = replaceFetch(t, never);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const ends: unknown[] = [];
  void askFollowUp(ADDRESS, QUESTION).then((fault) => ends.push(fault));
  t.mock.timers.tick(14_999);
  await new Promise(setImmediate);
  assert.deepEqual(ends, []);
  t.mock.timers.tick(1);
  await new Promise(setImmediate);
  assert.deepEqual(ends, ['failed']);
  assert.equal(calls[0]![1].signal!.aborted, true, 'the request is stopped');
});

test('whoever gives up waits no longer, and no request goes on', async (t) => {
  const giving = new AbortController();
  const closed: Promise<unknown>[] = [];
  const { url } = await startEndpoint(t, (response) => {
    closed.push(once(response, 'close'));
    giving.abort();
  });
  assert.equal(await askFollowUp(url, QUESTION, { signal: giving.signal }), 'failed');
  assert.equal(closed.length, 1);
  await Promise.all(closed);
});

test('whoever has given up asks nothing', async (t) => {
  const calls = replaceFetch(t, async () => Response.json(KNOWN));
  assert.equal(await askFollowUp(ADDRESS, QUESTION, { signal: AbortSignal.abort() }), 'failed');
  assert.equal(calls.length, 0);
});

test('an answer leaves no timer and no listener behind', async (t) => {
  replaceFetch(t, async () => Response.json(KNOWN));
  const { signal } = new AbortController();
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  assert.deepEqual(await askFollowUp(ADDRESS, QUESTION, { signal }), KNOWN);
  // The pause ends in the turn after the answer.
  await new Promise(setImmediate);
  assert.equal(timers(), before);
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('a fetch that throws instead of rejecting has failed', async (t) => {
  t.mock.method(globalThis, 'fetch', () => {
    throw new RangeError('by a wrapper of the page');
  });
  assert.equal(await askFollowUp(ADDRESS, QUESTION), 'failed');
});
