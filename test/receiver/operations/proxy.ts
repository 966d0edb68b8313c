// Shared by the tests of the shipped proxy configurations: a certificate, requests full of canaries, and a search for
// canaries in all files of a proxy.
import assert from 'node:assert/strict';
import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type ClientRequest, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { PROBLEM_PREFIX } from '../../../src/core/report/protocol.ts';
import { problemSchema } from '../../../src/core/report/protocol-schema.ts';
import { sampleReport } from '../sample-report.ts';

/** Host name in the shipped configurations. */
export const HOST_NAME = 'report.hotline.example';

/** A proxy that listens. */
export interface TestProxy {
  readonly port: number;
  /** Certificate that clients must trust. */
  readonly certificate: string;
  /** All files that the proxy has written, with their content. */
  written(): WrittenFile[];
}

interface WrittenFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Values that no file of the proxy may contain. */
export const CANARIES = {
  address: '127.83.112.9',
  agent: 'canary-agent-5f1c',
  referrer: 'canary-referrer-77aa',
  cookie: 'canary-cookie-90be',
  language: 'x-canary-41',
  path: 'canary-path-c0de',
  text: 'canary-text-d1ce',
};

/** A request; by default to the reports path, from the canary's address. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly from?: string;
  readonly headers?: Record<string, string>;
  /** By default each request opens a new connection. */
  readonly agent?: Agent;
}

/** The answer to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A working proxy answers within this time. */
const ANSWER_MS = 30_000;

/** Sends one request, from an address of this machine, with a canary in each header. */
export async function send(proxy: TestProxy, sent: Sent = {}): Promise<Answer> {
  const {
    method = 'POST',
    path = '/v1/reports',
    body = '',
    from = CANARIES.address,
    headers = {},
    agent = false,
  } = sent;
  const request = httpsRequest({
    host: '127.0.0.1',
    port: proxy.port,
    servername: HOST_NAME,
    ca: proxy.certificate,
    localAddress: from,
    agent,
    method,
    path,
    signal: AbortSignal.timeout(ANSWER_MS),
    headers: {
      Host: HOST_NAME,
      'Content-Type': 'application/json',
      'User-Agent': CANARIES.agent,
      Referer: `https://${CANARIES.referrer}.example/`,
      Cookie: `a=${CANARIES.cookie}`,
      'Accept-Language': CANARIES.language,
      Origin: 'https://press.example',
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    },
  });
  request.end(body);
  return answerTo(request);
}

async function answerTo(request: ClientRequest): Promise<Answer> {
  const [response] = (await once(request, 'response')) as [
    AsyncIterable<Buffer> & { statusCode: number; headers: IncomingHttpHeaders },
  ];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() };
}

/** Sends the bytes of a chunked body as they are: nothing else would write broken ones. */
export async function sendChunks(
  proxy: TestProxy,
  chunks: string,
  key = sampleReport().submissionId,
): Promise<Answer> {
  const request = httpsRequest({
    host: '127.0.0.1',
    port: proxy.port,
    servername: HOST_NAME,
    ca: proxy.certificate,
    agent: false,
    method: 'POST',
    path: '/v1/reports',
    signal: AbortSignal.timeout(ANSWER_MS),
    headers: {
      Host: HOST_NAME,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      'Transfer-Encoding': 'chunked',
    },
  });
  request.flushHeaders();
  const [socket] = (await once(request, 'socket')) as [Socket];
  await once(socket, 'secureConnect');
  socket.write(chunks);
  return answerTo(request);
}

/** A report with a canary in its text. */
export function reportOf(): Sent {
  const report = sampleReport({ content: { description: CANARIES.text } });
  return { body: JSON.stringify(report), headers: { 'Idempotency-Key': report.submissionId } };
}

/** A receiver that only records requests, and answers on demand. */
export async function startRecorder(
  t: TestContext,
  answer = (response: ServerResponse): void => void response.end(),
) {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    request.resume().once('end', () => answer(response));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, port: (server.address() as AddressInfo).port };
}

/** The canaries found in the files of the proxy. */
export function found(proxy: TestProxy): string[] {
  const files = proxy.written();
  return Object.entries(CANARIES).flatMap(([name, canary]) =>
    files.flatMap((file) => (file.content.includes(canary) ? [`${name} in ${file.name}`] : [])),
  );
}

/** Asserts a refusal that the form can read: a problem of the contract, with CORS headers. */
export function assertProblem(answer: Answer, status: number, code: string): void {
  assert.equal(answer.status, status);
  const problem = problemSchema.parse(JSON.parse(answer.text));
  assert.deepEqual([problem.type, problem.status], [PROBLEM_PREFIX + code, status]);
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['access-control-expose-headers'], 'Retry-After');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
}

/** Causes every error that a proxy logs. */
export async function misbehave(proxy: TestProxy): Promise<void> {
  assert.equal((await send(proxy, reportOf())).status, 201);
  assert.equal(
    (await send(proxy, { path: `/${CANARIES.path}?${CANARIES.path}`, method: 'GET' })).status,
    404,
  );
  assert.equal((await send(proxy, { body: CANARIES.text.repeat(6_000) })).status, 413);
  assert.equal((await send(proxy, { path: `/${CANARIES.path}%`, method: 'GET' })).status, 400);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  await Promise.all(Array.from({ length: 300 }, () => send(proxy, { ...reportOf(), agent })));
  agent.destroy();

  // Plain text on the TLS port; an old TLS version; a client that disconnects in the middle of its report.
  const plain = connect({ port: proxy.port, host: '127.0.0.1', localAddress: CANARIES.address });
  plain.end(`GET /${CANARIES.path} HTTP/1.1\r\nHost: ${HOST_NAME}\r\n\r\n`);
  plain.resume();
  await once(plain, 'close');
  const old = connectTls({
    socket: connect({ port: proxy.port, host: '127.0.0.1', localAddress: CANARIES.address }),
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  await once(old, 'error');
  const leaving = connectTls({
    socket: connect({ port: proxy.port, host: '127.0.0.1', localAddress: CANARIES.address }),
    servername: HOST_NAME,
    ca: proxy.certificate,
  });
  await once(leaving, 'secureConnect');
  leaving.write(
    `POST /${CANARIES.path} HTTP/1.1\r\nHost: ${HOST_NAME}\r\nContent-Length: 999\r\n\r\n${CANARIES.text}`,
  );
  leaving.end();
  leaving.resume();
  await once(leaving, 'close');
}

/** Makes a certificate for the host name, in the folder of the proxy's input files. */
export function makeCertificate(folder: string): string {
  const given = join(folder, 'given');
  mkdirSync(given);
  const [key, certificate] = [join(given, 'key.pem'), join(given, 'certificate.pem')];
  const options = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 2'.split(' ');
  const names = ['-subj', `/CN=${HOST_NAME}`, '-addext', `subjectAltName=DNS:${HOST_NAME}`];
  execFileSync('openssl', options.concat(names, '-keyout', key, '-out', certificate), { stdio: 'pipe' });
  return readFileSync(certificate, 'utf8');
}

/** Every file below the folder, except the files that the test put there. */
export function filesOf(folder: string): WrittenFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('given') && !entry.name.endsWith('.conf'))
    .map(({ parentPath, name }) => ({ name, content: readFileSync(join(parentPath, name)) }));
}

/** Resolves once the port accepts connections; throws if the server has ended. */
export async function listening(port: number, server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with ${server.exitCode}.`);
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } catch {
    await delay(20);
    return listening(port, server);
  } finally {
    socket.destroy();
  }
}
