// Which sites may send reports, and the CORS headers that browsers get.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReceiver, openStore, OriginError, type AllowedOrigins } from '../../src/receiver/index.ts';
import { ENDPOINT, postRequest, startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const PRESS = 'https://press.example';
const FORUM = 'https://forum.example:8443';
const LISTED = [PRESS, FORUM];

const matrix: [
  origins: AllowedOrigins,
  origin: string | null,
  isTaken: boolean,
  allowOrigin: string | null,
][] = [
  ['*', PRESS, true, '*'],
  ['*', 'null', true, '*'],
  ['*', null, true, '*'],
  [LISTED, PRESS, true, PRESS],
  [LISTED, FORUM, true, FORUM],
  [LISTED, null, true, null],
  [LISTED, 'null', false, null],
  [LISTED, 'http://press.example', false, null],
  [LISTED, 'https://press.example:444', false, null],
  [LISTED, 'https://press.example.evil.example', false, null],
  [LISTED, 'https://evilpress.example', false, null],
  [LISTED, 'https://sub.press.example', false, null],
  [LISTED, 'https://forum.example', false, null],
  [LISTED, 'HTTPS://PRESS.EXAMPLE', false, null],
  [LISTED, `${PRESS}, ${FORUM}`, false, null],
  [LISTED, '*', false, null],
  [[], PRESS, false, null],
];

for (const [origins, origin, isTaken, allowOrigin] of matrix) {
  const from = origin ?? 'no page';
  const allowed = origins === '*' ? 'any origin' : `${origins.length} origins`;
  test(`with ${allowed} allowed, a report from ${from} is ${isTaken ? 'taken' : 'refused'}`, async (t) => {
    const { post, store } = await startReceiver(t, { origins });
    const { status, headers, text } = await post(sampleReport(), origin === null ? {} : { Origin: origin });
    assert.equal(status, isTaken ? 201 : 403);
    if (!isTaken) assert.match(text, /problem:partner/);
    assert.equal(headers.get('access-control-allow-origin'), allowOrigin);
    assert.equal((await store.list()).length, isTaken ? 1 : 0);
  });

  test(`with ${allowed} allowed, a preflight from ${from} is ${isTaken ? 'granted' : 'refused'}`, async (t) => {
    const { send, log } = await startReceiver(t, { origins });
    const asked = {
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    };
    const request = new Request(ENDPOINT, {
      method: 'OPTIONS',
      headers: { ...asked, ...(origin !== null && { Origin: origin }) },
    });
    const { status, headers, text } = await send(request);
    assert.equal(headers.get('access-control-allow-origin'), allowOrigin);
    assert.equal(status, isTaken ? 204 : 403);
    assert.equal(log[0]?.event, isTaken ? 'answered' : 'refused');
    if (!isTaken) return;
    assert.equal(text, '');
    assert.equal(headers.get('access-control-allow-methods'), 'POST');
    assert.equal(headers.get('access-control-allow-headers'), 'content-type, idempotency-key, altcha');
    assert.equal(headers.get('access-control-max-age'), '7200');
  });
}

test('an allowed page can read every refusal', async (t) => {
  const { send, post } = await startReceiver(t, { origins: LISTED });
  const headers = { Origin: PRESS };
  const refused = [
    await post('{', headers),
    await post(sampleReport({ category: 'No word' }), headers),
    await send(new Request(postRequest(sampleReport(), { ...headers, 'Content-Type': 'text/plain' }))),
    await send(new Request(new URL('/nowhere', ENDPOINT), { headers })),
    await send(new Request(ENDPOINT, { method: 'DELETE', headers })),
  ];
  assert.deepEqual(
    refused.map(({ status }) => status),
    [400, 422, 415, 404, 405],
  );
  for (const answer of refused) assert.equal(answer.headers.get('access-control-allow-origin'), PRESS);
});

const wrong = [
  'https://press.example/',
  'press.example',
  'https://press.example:443',
  'https://*.press.example/x',
  'null',
  '',
];
for (const entry of wrong) {
  test(`« ${entry} » is not taken for an origin, and the error says what to write`, async (t) => {
    const store = await openStore('sqlite::memory:');
    t.after(() => store.close());
    assert.throws(
      () => createReceiver({ store, origins: [entry] }),
      (error: Error) => error instanceof OriginError && /such as https:\/\//.test(error.message),
    );
  });
}

// The origins that may reach the store, among all that a browser or a program can send.
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
const MEDIA_TYPES = [
  'application/json',
  'text/plain',
  'text/plain;charset=UTF-8',
  'text/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/ld+json',
  '',
];
const FETCH_MODES = [
  null,
  'cors',
  'same-origin',
  'no-cors',
  'navigate',
  'websocket',
  'cors, navigate',
  'CORS',
];
const ORIGINS = [PRESS, null, 'null', 'https://evil.example', 'https://press.example.evil.example'];

test('only a POST of JSON, by a script or a program, from a listed page or none, stores a report', async (t) => {
  const { send, store } = await startReceiver(t, { origins: LISTED });
  for (const method of METHODS) {
    for (const mediaType of MEDIA_TYPES) {
      for (const mode of FETCH_MODES) {
        for (const origin of ORIGINS) {
          const report = sampleReport();
          const { headers } = postRequest(report);
          headers.set('Content-Type', mediaType);
          if (mode !== null) headers.set('Sec-Fetch-Mode', mode);
          if (origin !== null) headers.set('Origin', origin);
          const body = method === 'GET' || method === 'HEAD' ? null : JSON.stringify(report);
          const { status } = await send(new Request(ENDPOINT, { method, headers, body }));
          const isListed = origin === null || LISTED.includes(origin);
          const isTaken =
            mediaType === 'application/json' && [null, 'cors', 'same-origin'].includes(mode) && isListed;
          const label = [method, mediaType, mode, origin].join(' ');
          if (method === 'OPTIONS' && isListed) assert.equal(status, 204, label);
          else if (method === 'POST' && isTaken) assert.equal(status, 201, label);
          else assert.ok(status >= 400 && status < 500, `${label}: ${status}`);
        }
      }
    }
  }
  assert.equal((await store.list({ limit: 1_000 })).length, 3 * 2);
});

test('a page that has no right to report gets no challenge either', async (t) => {
  const { send } = await startReceiver(t, { origins: LISTED });
  const ask = (headers: Record<string, string>) =>
    send(new Request(new URL('challenge', ENDPOINT), { headers }));
  assert.equal((await ask({ Origin: PRESS })).headers.get('access-control-allow-origin'), PRESS);
  const refused = await ask({ Origin: 'https://evil.example' });
  assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [403, null]);
});
