// Proof of work: which sources need it, what it grants, and that invalid proofs do no harm.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createChallenge, solveChallenge, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import fc from 'fast-check';
import {
  ChallengeSecretError,
  createReceiver,
  openStore,
  type LogEvent,
  type ReceiverOptions,
} from '../../src/receiver/index.ts';
import { drawCode, questionOf } from './follow-up-given.ts';
import { ENDPOINT, postRequest, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

const HERE = '203.0.113.7';
const SECRET = 'a secret of the operator, long enough';

/**
 * A receiver that asks every source for proofs by default, and a way to get its challenges. Its clock stands still: the
 * limits forget from one minute to the next.
 */
async function startAsking(t: TestContext, options: Partial<ReceiverOptions> = {}) {
  const startedAt = new Date();
  const receiver = await startReceiver(t, { freeReports: 0, now: () => startedAt, ...options });
  const ask = (address: string | undefined = HERE, headers: Record<string, string> = {}) =>
    receiver.send(
      new Request(new URL('challenge', ENDPOINT), { headers }),
      address === undefined ? {} : { address },
    );
  const challenge = async (address?: string) => JSON.parse((await ask(address)).text) as Challenge;
  const trustOf = async (altcha: string | undefined, report = sampleReport()) => {
    const { status } = await receiver.post(report, altcha === undefined ? {} : { Altcha: altcha }, {
      address: HERE,
    });
    assert.equal(status, 201);
    return (await receiver.store.list({ limit: 10_000 })).find(({ id }) => id === report.submissionId)?.trust;
  };
  return { ...receiver, ask, challenge, trustOf };
}

const solve = async (challenge: Challenge): Promise<Solution> =>
  (await solveChallenge({ challenge, deriveKey }))!;

const payloadOf = (challenge: unknown, solution: unknown): string =>
  Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');

test('a source that has nothing to prove is told so', async (t) => {
  const { ask, post, log } = await startAsking(t, { freeReports: 5 });
  for (let count = 0; count < 4; count++) await post(sampleReport(), {}, { address: HERE });
  for (let count = 0; count < 20; count++) {
    const { status, text } = await ask();
    assert.deepEqual([status, text], [204, '']);
  }
  assert.deepEqual([log.at(-1)?.event, log.at(-1)?.status], ['answered', 204]);
  assert.equal((await ask(undefined)).status, 204);
  await post(sampleReport(), {}, { address: HERE });
  assert.equal((await ask()).status, 200);
  assert.equal((await ask('203.0.113.8')).status, 204);
});

test('a challenge is an ALTCHA of ten minutes, which nobody may keep, and any allowed page may read', async (t) => {
  const now = Date.UTC(2026, 10, 25, 12);
  const page = 'https://press.example';
  const { ask } = await startAsking(t, { now: () => new Date(now), origins: [page] });
  const { status, headers, text } = await ask(HERE, { Origin: page });
  assert.equal(status, 200);
  assert.match(headers.get('content-type')!, /^application\/json/);
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('access-control-allow-origin'), page);
  const { parameters, signature } = JSON.parse(text) as Challenge;
  assert.equal(parameters.algorithm, 'PBKDF2/SHA-256');
  assert.equal(parameters.expiresAt, now / 1_000 + 600);
  assert.match(parameters.nonce + parameters.salt + signature, /^[0-9a-f]{128}$/);
  assert.ok(!('data' in parameters) && text.length < 1_000);
  assert.equal((await ask(HERE, { Origin: 'https://evil.example' })).status, 403);
});

test('two challenges are never the same, and the tries are drawn', async (t) => {
  const { challenge } = await startAsking(t);
  const given = [await challenge(), await challenge(), await challenge(), await challenge()];
  assert.equal(new Set(given.map(({ parameters }) => parameters.nonce)).size, 4);
  const counters = await Promise.all(given.map(async (each) => (await solve(each)).counter));
  assert.ok(
    counters.every((counter) => counter >= 100 && counter <= 300),
    String(counters),
  );
  // Two counters may be equal by chance; four cannot.
  assert.ok(new Set(counters).size > 1, String(counters));
});

test('a solved challenge makes a report trusted, once', async (t) => {
  const { challenge, trustOf } = await startAsking(t);
  const given = await challenge();
  const proof = payloadOf(given, await solve(given));
  assert.equal(await trustOf(undefined), 'low');
  assert.equal(await trustOf(proof), 'normal');
  assert.equal(await trustOf(proof), 'low');
});

test('a proof serves every attempt of its own submission, in every process', async (t) => {
  const memory = await openStore('sqlite::memory:');
  let failures = 2;
  const put: typeof memory.put = (row) =>
    failures-- > 0 ? Promise.reject(new Error('gone')) : memory.put(row);
  const options = { store: { ...memory, put }, challengeSecret: SECRET };
  const one = await startAsking(t, options);
  const two = await startAsking(t, options);
  const given = await one.challenge();
  const headers = { Altcha: payloadOf(given, await solve(given)) };
  const report = sampleReport();
  const statuses: number[] = [];
  for (const { post } of [one, two, two, one])
    statuses.push((await post(report, headers, { address: HERE })).status);
  assert.deepEqual(statuses, [503, 503, 201, 200]);
  assert.deepEqual(
    (await memory.list()).map(({ trust }) => trust),
    ['normal'],
  );
  assert.equal(await one.trustOf(headers.Altcha), 'low');
});

test('of a hundred reports that come with one proof at once, one is trusted', async (t) => {
  const { challenge, post, store } = await startAsking(t, { processes: 1 });
  const given = await challenge();
  const headers = { Altcha: payloadOf(given, await solve(given)) };
  await Promise.all(Array.from({ length: 100 }, () => post(sampleReport(), headers)));
  const rows = await store.list({ limit: 200 });
  assert.deepEqual([rows.length, rows.filter(({ trust }) => trust === 'normal').length], [100, 1]);
});

test('while reports are free, a proof is neither asked for nor used up', async (t) => {
  const { challenge, trustOf } = await startAsking(t, { challengeSecret: SECRET });
  const given = await challenge();
  const proof = payloadOf(given, await solve(given));
  const free = await startAsking(t, { challengeSecret: SECRET, freeReports: 5 });
  assert.equal(await free.trustOf(proof), 'normal');
  assert.equal(await trustOf(proof), 'normal');
});

test('a proof is worth nothing after ten minutes', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 25, 12) });
  const { challenge, trustOf } = await startAsking(t, { now: () => new Date() });
  const [one, other] = [await challenge(), await challenge()];
  t.mock.timers.tick(599_000);
  assert.equal(await trustOf(payloadOf(one, await solve(one))), 'normal');
  t.mock.timers.tick(2_000);
  assert.equal(await trustOf(payloadOf(other, await solve(other))), 'low');
});

test('a proof may be forgotten from the minute on in which it can no longer be used', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 25, 12, 0, 1) });
  const memory = await openStore('sqlite::memory:');
  const spent: unknown[] = [];
  const { challenge, trustOf } = await startAsking(t, {
    store: { ...memory, spend: (proof) => (spent.push(proof), memory.spend(proof)) },
  });
  const given = await challenge();
  const report = sampleReport();
  await trustOf(payloadOf(given, await solve(given)), report);
  assert.deepEqual(
    spent.map((proof) => ({ ...(proof as object), digest: (proof as { digest: string }).digest.length })),
    [{ digest: 64, submissionId: report.submissionId, expiresAt: '2026-11-25T12:11:00Z' }],
  );
});

test('the more a source sends and asks, the more work it is given, up to a limit', async (t) => {
  let time = Date.UTC(2026, 10, 25, 12);
  const asking = await startAsking(t, { freeReports: 5, now: () => new Date(time) });
  for (let count = 0; count < 5; count++) await asking.post(sampleReport(), {}, { address: HERE });
  const costs: number[] = [];
  for (let count = 0; count < 50; count++) {
    costs.push((await asking.challenge()).parameters.cost);
    time += 2_000;
  }
  assert.deepEqual(costs, [
    ...Array<number>(15).fill(5_000),
    ...Array<number>(30).fill(10_000),
    ...Array<number>(5).fill(20_000),
  ]);
});

test('beyond sixty challenges a minute, a source is told to wait; its reports are taken all the same', async (t) => {
  const { ask, post } = await startAsking(t);
  const statuses: number[] = [];
  for (let count = 0; count < 61; count++) statuses.push((await ask()).status);
  assert.deepEqual([statuses.indexOf(429), statuses.filter((status) => status === 200).length], [60, 60]);
  assert.equal((await post(sampleReport(), {}, { address: HERE })).status, 201);
});

test('a proof of another secret, an altered one, or one that was not worked for, is worth nothing', async (t) => {
  const { challenge, trustOf } = await startAsking(t);
  const stranger = await startAsking(t, { challengeSecret: SECRET });
  const foreign = await stranger.challenge();
  const [given, other] = [await challenge(), await challenge()];
  const [solution, otherSolution] = [await solve(given), await solve(other)];
  const { parameters, signature } = given;
  const unsigned = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 1, counter: 1, deriveKey });
  const { keySignature: _keySignature, ...withoutKey } = parameters;
  const forged: [what: string, challenge: unknown, solution: unknown][] = [
    ['another secret', foreign, await solve(foreign)],
    ['no signature', unsigned, await solve(unsigned)],
    ['an empty signature', { parameters, signature: '' }, solution],
    ['another solution', given, otherSolution],
    ['no solution', given, undefined],
    ['a solution without a key', given, { counter: solution.counter }],
    ['the prefix for a key', given, { ...solution, derivedKey: parameters.keyPrefix }],
    ['upper case', given, { ...solution, derivedKey: solution.derivedKey.toUpperCase() }],
    ['a negative counter', given, { ...solution, counter: -1 }],
    ['less work', { parameters: { ...parameters, cost: 1 }, signature }, solution],
    [
      'a later end',
      { parameters: { ...parameters, expiresAt: parameters.expiresAt! + 600 }, signature },
      solution,
    ],
    ['no end', { parameters: { ...parameters, expiresAt: undefined }, signature }, solution],
    ['no signature of the key', { parameters: withoutKey, signature }, solution],
  ];
  for (const [what, forgedChallenge, forgedSolution] of forged)
    assert.equal(await trustOf(payloadOf(forgedChallenge, forgedSolution)), 'low', what);
  assert.equal(await trustOf(payloadOf(given, solution)), 'normal');
});

test('writing one proof in several ways does not make several of it', async (t) => {
  const { challenge, trustOf } = await startAsking(t);
  const { parameters, signature } = await challenge();
  const solution = await solve({ parameters, signature: signature! });
  const turned = Object.fromEntries(Object.entries(parameters).toReversed());
  const padded = Buffer.from(
    JSON.stringify({ challenge: { parameters, signature }, solution, more: ' '.repeat(3_000) }),
  );
  assert.equal(await trustOf(padded.toString('base64')), 'low', 'more than 4 KiB are not read');
  const ways = [
    payloadOf({ parameters, signature }, solution),
    payloadOf({ signature, parameters: turned, more: 1 }, { ...solution, time: 5 }),
    payloadOf({ signature, parameters }, { ...solution, counter: solution.counter + 1 }),
    ` ${payloadOf({ parameters, signature }, solution)}`.replace(/=+$/, ''),
  ];
  const trusts: unknown[] = [];
  for (const way of ways) trusts.push(await trustOf(way));
  assert.deepEqual(trusts, ['normal', 'low', 'low', 'low']);
});

test('whatever stands in the header, the report is taken, and no key is derived for it', async (t) => {
  const { trustOf, challenge } = await startAsking(t);
  const derived: unknown[] = [];
  const deriveBits = crypto.subtle.deriveBits.bind(crypto.subtle);
  const { parameters, signature } = await challenge();
  t.mock.method(crypto.subtle, 'deriveBits', (...parameterList: Parameters<typeof deriveBits>) => {
    derived.push(parameterList);
    return deriveBits(...parameterList);
  });
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const harmful = [
    '',
    '=',
    '{}',
    base64(''),
    base64('null'),
    base64('[]'),
    base64('{"challenge":null,"solution":null}'),
    base64('{"challenge":{"parameters":null,"signature":"00"},"solution":{"counter":0,"derivedKey":"00"}}'),
    base64(`{"challenge":{"parameters":${'{"a":'.repeat(400)}1${'}'.repeat(400)},"signature":"00"}}`),
    base64(
      `{"__proto__":{"verified":true},"challenge":{"parameters":{"__proto__":{}},"signature":"${signature}"}}`,
    ),
    payloadOf({ parameters: { ...parameters, cost: 2 ** 31 }, signature }, { counter: 1, derivedKey: '00' }),
    payloadOf(
      { parameters: { ...parameters, keySignature: null }, signature },
      { counter: 1, derivedKey: '00' },
    ),
    'A'.repeat(100_000),
  ];
  for (const header of harmful) assert.equal(await trustOf(header), 'low', header.slice(0, 80));
  assert.deepEqual(derived, []);
});

test('no header that chance comes up with refuses a report', async (t) => {
  const { post } = await startAsking(t);
  const header = fc.oneof(
    fc.string({ unit: 'binary-ascii' }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
    fc.base64String(),
    fc.json().map((json) => Buffer.from(json).toString('base64')),
    fc
      .record({ challenge: fc.anything(), solution: fc.anything() })
      .map((value) => Buffer.from(fc.stringify(value)).toString('base64')),
  );
  await fc.assert(
    fc.asyncProperty(header, async (altcha) => {
      assert.equal((await post(sampleReport(), { Altcha: altcha })).status, 201);
    }),
    { numRuns: 300 },
  );
});

test('where proofs cannot be marked as used, a report is taken with low trust', async (t) => {
  const memory = await openStore('sqlite::memory:');
  const { challenge, trustOf } = await startAsking(t, {
    store: { ...memory, spend: () => Promise.reject(new Error('gone')) },
  });
  const given = await challenge();
  assert.equal(await trustOf(payloadOf(given, await solve(given))), 'low');
});

/** Runs before the server and makes the import of altcha-lib fail. */
const WITHOUT_ALTCHA = `
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(specifier, context, next) {
      if (!specifier.startsWith('altcha-lib')) return next(specifier, context);
      throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    },
  });
`;

test('without altcha-lib installed, reports are taken, and only a challenge cannot be given', async (t) => {
  const { child, ended, output, endpoint } = await startServer(t, {
    DATABASE_URL: 'sqlite::memory:',
    TRUSTED_PROXIES: '127.0.0.1',
    FREE_REPORTS: '1',
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(WITHOUT_ALTCHA)}`,
  });
  const headers = { 'X-Forwarded-For': HERE, Altcha: payloadOf({ parameters: {}, signature: '00' }, {}) };
  const statuses: number[] = [];
  for (const ask of [true, false, false, true]) {
    const request = ask
      ? new Request(new URL('challenge', endpoint), { headers })
      : new Request(endpoint, postRequest(sampleReport(), headers));
    const response = await fetch(request);
    await response.text();
    statuses.push(response.status);
  }
  assert.deepEqual(statuses, [204, 201, 201, 503]);
  // The receiver logs by the minute, and writes the rest of the log when it ends.
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  const events = output.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEvent);
  assert.deepEqual(
    new Set(events.map(({ trust, cause }) => trust ?? cause)),
    new Set([undefined, 'normal', 'low', 'Error ERR_MODULE_NOT_FOUND']),
  );
});

test('the challenge stands beside the reports, and only for reading', async (t) => {
  const { send } = await startAsking(t, { path: '/signalements' });
  assert.equal((await send(new Request(new URL('/challenge', ENDPOINT)))).status, 200);
  assert.equal((await send(new Request(new URL('/v1/challenge', ENDPOINT)))).status, 404);
  const posted = await send(new Request(new URL('/challenge', ENDPOINT), { method: 'POST' }));
  assert.deepEqual([posted.status, posted.headers.get('allow')], [405, 'GET, HEAD']);
});

test('the tries are between half of their average and once and a half', async (t) => {
  const draw = crypto.getRandomValues.bind(crypto);
  let drawn = 0;
  t.mock.method(crypto, 'getRandomValues', (array: Uint8Array | Uint32Array) =>
    array instanceof Uint32Array ? array.fill(drawn) : draw(array as Uint8Array<ArrayBuffer>),
  );
  const LEAST_AND_MOST = [
    [100, 300],
    [200, 600],
    [200, 600],
    [300, 900],
  ] as const;
  for (const [lowest, index] of [
    [0, 0],
    [0xffff_ffff, 1],
  ] as const) {
    drawn = lowest;
    // Each request counts for fifteen: the work grows from one to the next.
    const { challenge } = await startAsking(t, { processes: 15 });
    for (const range of LEAST_AND_MOST) {
      const given = await challenge();
      // Only a solver that begins near the end has so few tries.
      const found = await solveChallenge({ challenge: given, deriveKey, counterStart: range[index] - 1 });
      assert.equal(found?.counter, range[index]);
    }
  }
});

test('a question beyond the limits is given the least work, which answers it alone', async (t) => {
  const { ask, send } = await startAsking(t, { processes: 30 });
  const forQuestion = () =>
    send(new Request(new URL('challenge?for=follow-up', ENDPOINT)), { address: '198.51.100.9' });
  assert.equal((await forQuestion()).status, 204);
  const { locator } = await drawCode();
  await send(questionOf({ locator }), { address: '198.51.100.9' });
  const given = JSON.parse((await forQuestion()).text) as Challenge;
  assert.equal(given.parameters.cost, 5_000);
  assert.equal((await ask()).status, 200);
  const Altcha = payloadOf(given, await solve(given));
  const statusOf = async (question: object, headers: Record<string, string>) =>
    (await send(questionOf(question, headers), { address: '198.51.100.9' })).status;
  assert.equal(await statusOf({ locator }, {}), 429);
  assert.equal(await statusOf({ locator }, { Altcha }), 200);
  assert.equal(await statusOf({ locator: (await drawCode()).locator }, { Altcha }), 429);
});

test('a header of 4,096 characters is read, and none of one more', async (t) => {
  const { challenge, trustOf } = await startAsking(t);
  const [one, other] = [await challenge(), await challenge()];
  const longest = async (given: Challenge) => {
    const text = JSON.stringify({ challenge: given, solution: await solve(given) });
    return Buffer.from(text.padEnd(3_072)).toString('base64');
  };
  assert.equal(await trustOf(await longest(one)), 'normal');
  // One more character, which base64 would pass over.
  assert.equal(await trustOf((await longest(other)).replace(/.{9}/, '$& ')), 'low');
});

test('a secret of 32 characters is long enough', async (t) => {
  const { ask } = await startAsking(t, { challengeSecret: 'x'.repeat(32) });
  assert.equal((await ask()).status, 200);
});

test('a secret that is too short is refused, with what to do', async (t) => {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  assert.throws(
    () => createReceiver({ store, challengeSecret: 'x'.repeat(31) }),
    (error: Error) => error instanceof ChallengeSecretError && /32 characters.*openssl/.test(error.message),
  );
});
