// Malformed HTTP, and the limits on what one connection may use.
import assert from 'node:assert/strict';
import { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { MAX_RECEIVED_BYTES } from '../../src/core/report/protocol.ts';
import { createHttpServer } from '../../src/receiver/http/http-server.ts';
import { serveReceiver, type LogEvent, type Receiver, type ServeOptions } from '../../src/receiver/index.ts';
import { listen, urlOf } from '../../src/receiver/http/listening.ts';
import { exchange, nextEvent, openRaw, rawRequest } from './raw-http.ts';
import { sampleReport } from './sample-report.ts';

async function serve(t: TestContext, options: Partial<ServeOptions> = {}) {
  const log: unknown[] = [];
  const running = await serveReceiver({
    port: 0,
    databaseUrl: 'sqlite::memory:',
    log: (event) => log.push(JSON.parse(JSON.stringify({ ...event, durationMs: 0 }))),
    ...options,
  });
  t.after(() => running.close());
  return { ...running, log };
}

const REPORT = sampleReport();
const BODY = JSON.stringify(REPORT);
const JSON_TYPE = { 'Content-Type': 'application/json', 'Idempotency-Key': REPORT.submissionId };
const POST = 'POST /v1/reports HTTP/1.1';
const LAST = { Connection: 'close' };

const outside: [title: string, text: string, status: number][] = [
  ['what is no HTTP', 'EHLO mail.example\r\n\r\n', 400],
  ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['no Host', 'GET /health HTTP/1.1\r\n\r\n', 400],
  ['two lengths', `${POST}\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`, 400],
  [
    'a length and chunks',
    `${POST}\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  ['a line break in a header', `GET /health HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n`, 400],
  ['a header of 9 KiB', rawRequest('GET /health HTTP/1.1', { 'X-Long': 'x'.repeat(9_216) }), 431],
  ['a path of 9 KiB', rawRequest(`GET /${'x'.repeat(9_216)} HTTP/1.1`), 431],
  [
    '102 header lines',
    `GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${'A: b\r\n'.repeat(100)}\r\n`,
    431,
  ],
  ['an unknown expectation', rawRequest(POST, { Expect: '200-ok', ...JSON_TYPE, ...LAST }, BODY), 417],
  ['a tunnel', 'CONNECT mail.example:25 HTTP/1.1\r\nHost: mail.example:25\r\n\r\n', 400],
];

for (const [title, text, status] of outside) {
  test(`${title} is answered ${status} by a problem with all headers, logged without a byte of it`, async (t) => {
    const { url, log } = await serve(t);
    const answers = await exchange(url, text);
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [status],
    );
    assert.equal(answers[0]?.headers.get('connection'), 'close');
    assert.deepEqual(log, [{ event: 'refused', status, durationMs: 0 }]);
  });
}

test('a body that breaks HTTP half-way is answered 400, and logged once', async (t) => {
  const { url, log } = await serve(t);
  const head = rawRequest(POST, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' });
  const raw = openRaw(url, `${head}1\r\n{\r\nno length\r\n`);
  assert.deepEqual(
    (await raw.answers()).map(({ status }) => status),
    [400],
  );
  while (log.length === 0) await new Promise(setImmediate);
  assert.deepEqual(log, [{ event: 'refused', status: 400, code: 'malformed', durationMs: 0 }]);
});

test('a hundred header lines and 7 KiB are taken, the last of them as well', async (t) => {
  const { url } = await serve(t);
  const padding = 'A: b\r\n'.repeat(95);
  const lines = `${padding}X: ${'x'.repeat(6_000)}\r\nContent-Type: text/plain\r\nConnection: close\r\n`;
  const [answer] = await exchange(url, `${POST}\r\nHost: a\r\nContent-Length: 1\r\n${lines}\r\nx`);
  assert.equal(answer?.status, 415);
});

test('HTTP/1.0 is taken, with and without Host', async (t) => {
  const { url } = await serve(t);
  const [health] = await exchange(url, 'GET /health HTTP/1.0\r\n\r\n');
  assert.deepEqual([health?.status, health?.text], [200, '{"status":"ok"}']);
  const [stored] = await exchange(url, rawRequest('POST /v1/reports HTTP/1.0', JSON_TYPE, BODY));
  assert.equal(stored?.status, 201);
  // HTTP/1.0 has no interim answers: the client would take one for the final answer.
  const asking = rawRequest('POST /v1/reports HTTP/1.0', { ...JSON_TYPE, Expect: '100-continue' }, BODY);
  const raw = openRaw(url, asking);
  assert.equal((await raw.answers())[0]?.status, 200);
  assert.doesNotMatch(raw.received(), /Continue/);
});

test('an offer to upgrade the protocol is left aside', async (t) => {
  const { url } = await serve(t);
  const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
  const { answers, socket } = openRaw(url, rawRequest('GET /health HTTP/1.1', headers));
  assert.equal((await answers(1))[0]?.status, 200);
  socket.destroy();
});

test('requests in a row on one connection are answered in their order', async (t) => {
  const { url } = await serve(t);
  const other = sampleReport();
  const answers = await exchange(
    url,
    [
      rawRequest(POST, JSON_TYPE, BODY),
      rawRequest('GET /health HTTP/1.1'),
      rawRequest(POST, JSON_TYPE, BODY),
      rawRequest(POST, { ...JSON_TYPE, 'Idempotency-Key': other.submissionId }, JSON.stringify(other)),
      rawRequest('GET /nowhere HTTP/1.1', LAST),
    ].join(''),
  );
  const [first, health, again, another, nowhere] = answers;
  // The two deliveries are at work together: either one is stored, and the other one is a replay.
  assert.deepEqual(new Set([first?.status, again?.status]), new Set([200, 201]));
  assert.equal(first?.text, again?.text);
  assert.ok(first?.text.includes(REPORT.submissionId));
  assert.equal(health?.text, '{"status":"ok"}');
  assert.equal(another?.status, 201);
  assert.ok(another?.text.includes(other.submissionId));
  assert.equal(nowhere?.status, 404);
});

test('what follows a report on its connection, and is none, keeps nobody from the answer', async (t) => {
  const { url, log } = await serve(t);
  const raw = openRaw(url, `${rawRequest(POST, JSON_TYPE, BODY)}EHLO\r\n\r\n`);
  setImmediate(() => raw.socket.write('EHLO again\r\n\r\n'));
  assert.deepEqual(
    (await raw.answers()).map(({ status }) => status),
    [201],
  );
  const { receivedAt } = log[0] as { receivedAt: string };
  assert.deepEqual(log, [{ event: 'stored', status: 201, trust: 'normal', receivedAt, durationMs: 0 }]);
});

for (const [title, headers, status] of [
  ['of another type', { 'Content-Type': 'text/plain' }, 415],
  ['that is compressed', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, 415],
  ['that is too long', { ...JSON_TYPE, 'Content-Length': String(MAX_RECEIVED_BYTES + 1) }, 413],
  ['to nowhere', JSON_TYPE, 404],
] as const) {
  test(`a body ${title} is refused before it is asked for, and the connection ends`, async (t) => {
    const { url } = await serve(t);
    const line = status === 404 ? 'POST /nowhere HTTP/1.1' : POST;
    const raw = openRaw(
      url,
      rawRequest(line, { 'Content-Length': '10', Expect: '100-continue', ...headers }),
    );
    const [answer] = await raw.answers();
    assert.deepEqual([answer?.status, answer?.headers.get('connection')], [status, 'close']);
    assert.doesNotMatch(raw.received(), /100 Continue/);
  });
}

test('a body that is announced is asked for once, and the connection goes on', async (t) => {
  const { url } = await serve(t);
  const head = rawRequest(POST, {
    ...JSON_TYPE,
    'Content-Length': String(BODY.length),
    Expect: '100-Continue',
  });
  const raw = openRaw(url, head);
  await nextEvent(raw.socket, 'data');
  assert.equal(raw.received(), 'HTTP/1.1 100 Continue\r\n\r\n');
  raw.socket.write(BODY + rawRequest('GET /health HTTP/1.1', LAST));
  assert.deepEqual(
    (await raw.answers()).map(({ status }) => status),
    [201, 200],
  );
  assert.equal(raw.received().split('100 Continue').length, 2);
});

test('a body that never ends is answered once it is too long, then cut', async (t) => {
  const { url, log } = await serve(t);
  const raw = openRaw(url, rawRequest(POST, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' }));
  const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
  let sent = 0;
  // Until the server closes the connection; a write without buffer space waits for some.
  while (!raw.socket.closed) {
    sent += chunk.length;
    if (!raw.socket.write(chunk)) await nextEvent(raw.socket, 'drain');
  }
  assert.match(raw.received(), /^HTTP\/1\.1 413 /);
  assert.ok(sent < 32 * 1_048_576, `cut after ${sent} bytes`);
  assert.deepEqual(log, [{ event: 'refused', status: 413, code: 'too-large', durationMs: 0 }]);
});

test('a body that is refused and goes on slowly is cut as well', { timeout: 5_000 }, async (t) => {
  const { url } = await serve(t);
  const raw = openRaw(url, rawRequest(POST, { 'Content-Type': 'text/plain', 'Content-Length': '1000' }));
  const drip = setInterval(() => raw.socket.write('x'), 100);
  t.after(() => clearInterval(drip));
  assert.equal((await raw.answers())[0]?.status, 415);
});

async function serveWith(t: TestContext, receive: Receiver, maxPending?: number) {
  const log: LogEvent[] = [];
  const { server, load } = createHttpServer({
    receive,
    origins: ['https://press.example'],
    addressOf: (address) => address,
    // Only the limit under test may end a connection.
    isBehindProxy: true,
    maxPending,
    emit: (event) => log.push(event),
  });
  await listen(server, 0, '127.0.0.1');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: urlOf(server.address() as AddressInfo), server, log, load };
}

const answer = () => new Response('{}', { headers: { 'Cache-Control': 'no-store' } });

/** A server whose receiver reads the body, then waits until the test releases it. */
async function serveHeldUp(t: TestContext, maxPending: number) {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let arrivedCount = 0;
  let arrivedBytes = 0;
  const receive: Receiver = async (request) => {
    for await (const chunk of request.body ?? []) arrivedBytes += chunk.length;
    arrivedCount++;
    await released;
    return answer();
  };
  const running = await serveWith(t, receive, maxPending);
  return { ...running, release, arrived: () => arrivedCount, bytes: () => arrivedBytes };
}

test(
  'a body that goes on after its answer is read no further than is polite',
  { timeout: 20_000 },
  async (t) => {
    const { url, server } = await serveWith(t, async (request) => {
      for await (const chunk of request.body ?? []) if (chunk.length > 0) break;
      return answer();
    });
    let readBytes = 0;
    server.on('connection', (socket: Socket) => socket.once('close', () => (readBytes = socket.bytesRead)));
    const raw = openRaw(url, rawRequest(POST, { 'Transfer-Encoding': 'chunked' }));
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
    while (!raw.socket.closed) if (!raw.socket.write(chunk)) await nextEvent(raw.socket, 'drain');
    while (readBytes === 0) await new Promise(setImmediate);
    assert.match(raw.received(), /^HTTP\/1\.1 200 /);
    assert.ok(readBytes > 65_536 && readBytes < 1_048_576, `${readBytes} bytes`);
  },
);

test('with too many requests waiting, more are told to come back, before they are read', async (t) => {
  const { url, log, load, release, arrived, bytes } = await serveHeldUp(t, 3);
  const waiting = Array.from({ length: 3 }, () => fetch(url, { method: 'POST', body: 'x' }));
  while (arrived() < 3) await new Promise(setImmediate);
  assert.deepEqual(load(), { connections: 3, requests: 3 });
  const [shed] = await exchange(url, rawRequest(POST, { Origin: 'https://press.example', ...LAST }, 'x'));
  assert.deepEqual([shed?.status, shed?.headers.get('retry-after')], [503, '5']);
  assert.match(shed?.text ?? '', /problem:unavailable/);
  assert.equal(shed?.headers.get('access-control-allow-origin'), 'https://press.example');
  assert.deepEqual(log, [{ event: 'failed', status: 503, code: 'unavailable', durationMs: 0 }]);
  assert.equal(arrived(), 3);
  release();
  for (const response of await Promise.all(waiting)) assert.equal(response.status, 200);
  assert.equal((await fetch(url, { method: 'POST', body: 'x' })).status, 200);
  assert.equal(load().requests, 0);
  assert.equal(bytes(), 4);
});

test('a flood of what is no request, behind one that waits, is met once', async (t) => {
  const { url, arrived, release, log } = await serveHeldUp(t, 10);
  const warnings: Error[] = [];
  const warn = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warn);
  t.after(() => process.off('warning', warn));
  const raw = openRaw(url, rawRequest(POST, {}, 'x'));
  while (arrived() < 1) await new Promise(setImmediate);
  for (let count = 0; count < 20; count++) {
    await new Promise<void>((resolve) => void raw.socket.write('EHLO\r\n\r\n', () => setImmediate(resolve)));
  }
  release();
  await nextEvent(raw.socket, 'data');
  assert.match(raw.received(), /^HTTP\/1\.1 200 OK\r\n/);
  assert.deepEqual([log, warnings], [[], []]);
});

test('requests that are still arriving keep nobody else out', async (t) => {
  const { url, release, load } = await serveHeldUp(t, 3);
  const slow = Array.from({ length: 20 }, () => openRaw(url, rawRequest(POST, { 'Content-Length': '10' })));
  while (load().requests < 20) await new Promise(setImmediate);
  release();
  assert.equal((await fetch(url, { method: 'POST', body: 'x' })).status, 200);
  for (const { socket } of slow) socket.destroy();
});

test('connections are bounded in number and in idleness, and outlast those of a trusted proxy', async (t) => {
  const { listen: original } = Server.prototype;
  const limits: number[][] = [];
  t.mock.method(Server.prototype, 'listen', function (this: Server, ...args: unknown[]) {
    limits.push([this.maxConnections, this.timeout, this.keepAliveTimeout]);
    return Reflect.apply(original, this, args) as Server;
  });
  await serve(t);
  await serve(t, { trustedProxies: ['127.0.0.1'] });
  assert.deepEqual(limits, [
    [5_000, 60_000, 5_000],
    [5_000, 60_000, 125_000],
  ]);
});
