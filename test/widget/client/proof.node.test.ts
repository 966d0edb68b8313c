// The proof of work: it solves the challenge, and after any failure the report goes without a proof.
import assert from 'node:assert/strict';
import { getEventListeners, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';
import { obtainProof } from '../../../src/widget/client/proof.ts';

const SECRET = 'a secret of the endpoint, for its challenges';

const makeChallenge = (counter = 20, cost = 100, keyLength = 32): Promise<Challenge> =>
  createChallenge({
    keyLength,
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter,
    deriveKey,
    expiresAt: new Date(Date.now() + 600_000),
    hmacSignatureSecret: SECRET,
  });

type Reply = (response: ServerResponse, request: IncomingMessage) => void;

const json =
  (value: unknown, status = 200): Reply =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof value === 'string' ? value : JSON.stringify(value));

/** An endpoint that answers challenge requests and records each request. */
async function startEndpoint(
  t: TestContext,
  reply: Reply,
): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    reply(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/challenge`, requests };
}

// Before the first test: with `--test-force-exit`, a file ends once the tests that it has made so far have ended.
const good = await makeChallenge();
/** Challenges that are quick to solve but ask for more than a form gives. */
const costly = await makeChallenge(0, 100_001);
const long = await makeChallenge(0, 100, 65);
const costliest = await makeChallenge(0, 100_000);
const longest = await makeChallenge(0, 100, 64);
const cheapest = await makeChallenge(0, 1);

test('the proof solves the challenge, as the endpoint verifies, and tells nothing of the device', async (t) => {
  const { url, requests } = await startEndpoint(t, json(await makeChallenge()));
  const proof = await obtainProof(url);
  const { challenge, solution } = JSON.parse(atob(proof ?? '')) as Payload;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: SECRET });
  assert.equal(verified, true);
  assert.deepEqual(Object.keys(solution), ['counter', 'derivedKey']);
  assert.equal(solution.counter, 20);
  assert.equal(requests.length, 1);
  const { method, headers } = requests[0]!;
  assert.equal(method, 'GET');
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
});

test('a request for a challenge says exactly this', async () => {
  const calls: [unknown, RequestInit | undefined][] = [];
  const fetch = async (address: unknown, init?: RequestInit): Promise<Response> => {
    calls.push([address, init]);
    return Response.json(good);
  };
  const address = 'https://hotline.example/v1/challenge';
  assert.ok(await obtainProof(address, { fetch }));
  const [[asked, { signal, ...settings } = {}] = []] = calls;
  assert.equal(asked, address);
  assert.ok(signal instanceof AbortSignal);
  assert.deepEqual(settings, {
    headers: { accept: 'application/json' },
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
  });
});

test('the costliest challenge, the longest key and the cheapest challenge are still solved', async (t) => {
  for (const challenge of [costliest, longest, cheapest]) {
    const { url } = await startEndpoint(t, json(challenge));
    assert.ok(await obtainProof(url), JSON.stringify(challenge));
  }
});

test('a proof is as long as a header may be, and no longer', async (t) => {
  const proofWith = async (filler: number): Promise<string | undefined> => {
    const { url } = await startEndpoint(t, json(withParameters({ data: { a: 'x'.repeat(filler) } })));
    return obtainProof(url);
  };
  const filler = 3_072 - atob((await proofWith(0))!).length;
  assert.equal((await proofWith(filler))?.length, 4_096);
  assert.equal(await proofWith(filler + 1), undefined);
});

test('where there is nothing to prove, the proof is empty', async (t) => {
  const { url } = await startEndpoint(t, (response) => void response.writeHead(204).end());
  assert.equal(await obtainProof(url), '');
});

const withParameters = (change: Record<string, unknown>): unknown => ({
  ...good,
  parameters: { ...good.parameters, ...change },
});

const FAULTS: Readonly<Record<string, Reply>> = {
  'an error': json(good, 500),
  'a refusal': json(good, 403),
  'a web page': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello'),
  'a broken connection': (response) => void response.destroy(),
  'a redirect': (response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
  'half an answer': json(JSON.stringify(good).slice(0, 80)),
  'an endless answer': json(`${' '.repeat(20_000)}${JSON.stringify(good)}`),
  null: json('null'),
  'a list': json([]),
  'no parameters': json({ signature: good.signature }),
  'no signature': json({ parameters: good.parameters }),
  'an empty signature': json({ ...good, signature: '' }),
  'a signature that is a number': json({ ...good, signature: 12 }),
  'a signature with something before it': json({ ...good, signature: `zz${good.signature}` }),
  'a signature with something after it': json({ ...good, signature: `${good.signature}zz` }),
  'another algorithm': json(withParameters({ algorithm: 'SCRYPT' })),
  'a great cost': json(costly),
  'an absurd cost': json(withParameters({ cost: 1e12 })),
  'a cost of nothing': json(withParameters({ cost: 0 })),
  'a cost in words': json(withParameters({ cost: '1000' })),
  'a long key': json(long),
  'a key of a megabyte': json(withParameters({ keyLength: 1_048_576 })),
  'a prefix that fits nothing': json(withParameters({ keyPrefix: 'zz' })),
  'a prefix that fits everything': json(withParameters({ keyPrefix: '' })),
  'a nonce of no bytes': json(withParameters({ nonce: 'é' })),
  'a salt that is a number': json(withParameters({ salt: 12 })),
  'so much besides that no header holds it': json(withParameters({ data: { a: 'x'.repeat(8_000) } })),
  'what no header can say': json(withParameters({ data: { a: '\u20ac' } })),
};

for (const [name, reply] of Object.entries(FAULTS)) {
  test(`after ${name}, the report goes without`, async (t) => {
    const { url } = await startEndpoint(t, reply);
    assert.equal(await obtainProof(url), undefined);
  });
}

test('nobody listens: the report goes without', async () => {
  assert.equal(await obtainProof('http://127.0.0.1:1/'), undefined);
});

test('a challenge that does not come, or cannot be solved in time, is given up', async (t) => {
  const stalled = await startEndpoint(t, () => {});
  const started = Date.now();
  assert.equal(await obtainProof(stalled.url, { timeoutMs: 30 }), undefined);
  assert.ok(Date.now() - started < 5_000);
  const endless = await startEndpoint(t, json(withParameters({ keyPrefix: '00'.repeat(32) })));
  assert.equal(await obtainProof(endless.url, { patienceMs: 150 }), undefined);
});

test('a reporter waits five seconds for a challenge, and eight for a proof', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  for (const [options, ms] of [
    [{}, 5_000],
    [{ timeoutMs: 60_000 }, 8_000],
  ] as const) {
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch: typeof globalThis.fetch = (_, init) => {
      signals.push(init?.signal);
      return new Promise(() => {});
    };
    const ends: unknown[] = [];
    void obtainProof('https://hotline.example', { fetch, ...options }).then((proof) => ends.push(proof));
    t.mock.timers.tick(ms - 1);
    await new Promise(setImmediate);
    assert.deepEqual(ends, []);
    t.mock.timers.tick(1);
    await new Promise(setImmediate);
    assert.deepEqual(ends, [undefined]);
    assert.equal(signals[0]!.aborted, true, 'the request is stopped');
  }
});

test('a proof leaves no timer and no listener behind', async () => {
  const { signal } = new AbortController();
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const fetch = async (): Promise<Response> => Response.json(good);
  assert.ok(await obtainProof('https://hotline.example', { signal, fetch }));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
  assert.equal(timers(), before);
});

test('a page whose own fetch does not heed signals cannot keep the reporter waiting', async () => {
  assert.equal(
    await obtainProof('https://hotline.example', { timeoutMs: 20, fetch: () => new Promise(() => {}) }),
    undefined,
  );
});

test('whoever stops it stops it at once: before, while asking, while computing', async (t) => {
  const started = Date.now();
  assert.equal(await obtainProof('https://hotline.example', { signal: AbortSignal.abort() }), undefined);
  const stop = new AbortController();
  const { url } = await startEndpoint(t, () => stop.abort());
  assert.equal(await obtainProof(url, { signal: stop.signal }), undefined);
  const later = new AbortController();
  const endless = await startEndpoint(t, (response, request) => {
    json(withParameters({ keyPrefix: '00'.repeat(32) }))(response, request);
    setTimeout(() => later.abort(), 60);
  });
  assert.equal(await obtainProof(endless.url, { signal: later.signal }), undefined);
  assert.ok(Date.now() - started < 5_000);
});

test('without the platform’s cryptography (pages over http), the report goes without', async (t) => {
  const { url } = await startEndpoint(t, json(good));
  const { subtle } = crypto;
  Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
  t.after(() => Object.defineProperty(crypto, 'subtle', { configurable: true, value: subtle }));
  assert.equal(await obtainProof(url), undefined);
});
