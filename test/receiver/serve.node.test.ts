// The receiver over real HTTP: time limits, invalid requests, an orderly end.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest, Server } from 'node:http';
import { connect } from 'node:net';
import { test, type TestContext } from 'node:test';
import { serveReceiver, type ServeOptions } from '../../src/receiver/index.ts';
import { checked } from './harness.ts';
import { sampleReport } from './sample-report.ts';

// The globals before any server runs in this process.
const { Request: OwnRequest, Response: OwnResponse } = globalThis;

async function serve(t: TestContext, options: Partial<ServeOptions> = {}) {
  const running = await serveReceiver({ port: 0, databaseUrl: 'sqlite::memory:', ...options });
  t.after(() => running.close());
  return running;
}

const headersOf = (report: { submissionId: string }) => ({
  'Content-Type': 'application/json',
  'Idempotency-Key': report.submissionId,
});

const post = (endpoint: string, report: { submissionId: string }, body: BodyInit = JSON.stringify(report)) =>
  fetch(endpoint, { method: 'POST', headers: headersOf(report), body, duplex: 'half' } as RequestInit);

/** Writes raw bytes, and reads every answer until the server ends the connection. */
async function exchange(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (data) => (received += data.toString()));
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return received;
}

test('a report is taken over HTTP, on this machine alone unless told otherwise', async (t) => {
  const { url, endpoint } = await serve(t);
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const report = sampleReport();
  assert.equal((await checked(await post(endpoint, report))).status, 201);
  assert.equal((await checked(await post(endpoint, report))).status, 200);
  assert.equal((await checked(await fetch(`${url}/health`))).status, 200);
});

test('an IPv6 address makes a usable URL', async (t) => {
  const { url } = await serve(t, { hostname: '::1' });
  assert.match(url, /^http:\/\/\[::1\]:\d+$/);
  assert.equal((await fetch(`${url}/health`)).status, 200);
});

test('a chunked body of 10 MB is answered 413 over HTTP', async (t) => {
  const { endpoint } = await serve(t);
  let chunkCount = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      chunkCount++ < 2_560 ? controller.enqueue(new Uint8Array(4_096).fill(0x20)) : controller.close(),
  });
  assert.equal((await checked(await post(endpoint, sampleReport(), body))).status, 413);
});

for (const [title, head] of [
  ['no Host header', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a Host that is no host', 'GET /health HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n'],
  ['a path that is none', 'GET /a\\b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
]) {
  test(`a request with ${title} is answered 400 like any other refusal`, async (t) => {
    const { url } = await serve(t);
    const answer = await exchange(url, head ?? '');
    const [top = '', body = ''] = answer.split('\r\n\r\n');
    const [statusLine = '', ...lines] = top.split('\r\n');
    assert.match(statusLine, / 400 /);
    const headers = new Headers(lines.map((line) => line.split(': ', 2) as [string, string]));
    assert.equal((await checked(new Response(body, { status: 400, headers }))).status, 400);
  });
}

test('a log that throws costs no report: the form is asked to try again, and gets its receipt', async (t) => {
  let isBroken = true;
  const log = () => {
    if (isBroken) throw new Error('no room for the log');
  };
  const { endpoint } = await serve(t, { log });
  const report = sampleReport();
  assert.equal((await checked(await post(endpoint, report))).status, 503);
  isBroken = false;
  assert.equal((await checked(await post(endpoint, report))).status, 200);
});

test(
  'closing finishes the request under way, takes no other, and is done at once',
  { timeout: 2_000 },
  async (t) => {
    const { endpoint, url, close } = await serve(t);
    const report = sampleReport();
    const body = JSON.stringify(report);
    const request = httpRequest(endpoint, {
      method: 'POST',
      headers: { ...headersOf(report), Expect: '100-continue' },
    });
    request.flushHeaders();
    await once(request, 'continue');
    request.write(body.slice(0, 100));
    const closing = close();
    await assert.rejects(fetch(`${url}/health`));
    request.end(body.slice(100));
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    assert.equal(response.statusCode, 201);
    await closing;
    await close();
  },
);

test('a server of HTTP leaves the globals of its process alone', async (t) => {
  await serve(t);
  assert.deepEqual([globalThis.Request, globalThis.Response], [OwnRequest, OwnResponse]);
});

test('a port that is taken rejects, and frees the store', async (t) => {
  const { url } = await serve(t);
  await assert.rejects(serve(t, { port: Number(new URL(url).port) }), { code: 'EADDRINUSE' });
});

test('headers may take ten seconds, a whole request thirty', async (t) => {
  const { listen } = Server.prototype;
  const limits: number[] = [];
  t.mock.method(Server.prototype, 'listen', function (this: Server, ...args: unknown[]) {
    limits.push(this.headersTimeout, this.requestTimeout);
    return Reflect.apply(listen, this, args) as Server;
  });
  await serve(t);
  assert.deepEqual(limits, [10_000, 30_000]);
});
