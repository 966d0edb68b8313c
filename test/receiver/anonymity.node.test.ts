// The receiver keeps and logs nothing about the sender or their text, and never requests a reported address.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { createReceiver, openStore, type LogEvent } from '../../src/receiver/index.ts';
import type { MinuteLine } from '../../src/receiver/events/minute-lines.ts';
import { ENDPOINT, postRequest, temporaryFolder } from './harness.ts';
import { exchange, rawRequest } from './raw-http.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

// The alphabet of these words makes a chance match with base64, a number or our own words impossible.
const CANARY = 'qzxcanaryxzq';
const ADDRESS = '203.0.113.77';

const traces = (index: number): Record<string, string> => ({
  'User-Agent': `${CANARY}-agent-${index}`,
  Cookie: `${CANARY}=${index}`,
  Referer: `https://${CANARY}.example/${index}`,
  'Accept-Language': `fr,${CANARY}`,
  'Sec-CH-UA': `"${CANARY}"`,
  'X-Forwarded-For': ADDRESS,
  'X-Real-IP': ADDRESS,
  Forwarded: `for=${ADDRESS}`,
  Origin: `https://${CANARY}.example`,
  Altcha: btoa(`{"challenge":{"signature":"${CANARY}"},"solution":{}}`),
});

/** Each outcome of a request in turn: stored, stored before, and every kind of refusal. */
function requestOf(index: number): Request {
  const report = sampleReport();
  const headers = traces(index);
  switch (index % 10) {
    case 0:
      return postRequest({ ...report, [CANARY]: {} }, headers);
    case 1:
      return postRequest(`{"${CANARY}`, headers);
    case 2:
      return postRequest(report, { ...headers, 'Content-Type': CANARY });
    case 3:
      return postRequest(report, { ...headers, 'Idempotency-Key': CANARY });
    case 4:
      return new Request(`${ENDPOINT}/${CANARY}?${CANARY}`, { headers });
    case 5:
      return new Request(ENDPOINT, { method: 'DELETE', headers });
    case 6:
      return postRequest({ ...report, schemaVersion: CANARY }, headers);
    default:
      return postRequest(report, headers);
  }
}

async function contentsOf(folder: string): Promise<Map<string, Buffer>> {
  const names = await readdir(folder, { recursive: true });
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

function assertTraceless(what: string, bytes: Buffer): void {
  for (const word of [CANARY, ADDRESS, btoa(CANARY).slice(0, 12)]) {
    assert.equal(bytes.indexOf(word), -1, `${what} holds ${word}`);
    assert.equal(bytes.indexOf(Buffer.from(word, 'utf16le')), -1, `${what} holds ${word} in UTF-16`);
  }
}

test('10,000 requests of every kind leave no trace of who sent them', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openStore(`sqlite:${join(folder, 'reports.sqlite')}`);
  const log: LogEvent[] = [];
  const receive = createReceiver({ store, log: (event) => log.push(event) });
  const statuses = new Map<number, number>();
  for (let index = 0; index < 10_000; index += 50) {
    const batch = Array.from({ length: 50 }, (_, place) =>
      receive(requestOf(index + place), { address: `203.0.${100 + (index % 7)}.${(index + place) % 256}` }),
    );
    for (const { status } of await Promise.all(batch)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  t.diagnostic(JSON.stringify([...statuses]));
  for (const status of [201, 400, 404, 405, 409, 415, 422]) assert.ok(statuses.has(status), `${status}`);
  assert.equal(log.length, 10_000);
  assertTraceless('the log', Buffer.from(JSON.stringify(log)));
  // First with the write-ahead log beside the file, then without it.
  for (const [name, bytes] of await contentsOf(folder)) assertTraceless(name, bytes);
  await store.close();
  const files = await contentsOf(folder);
  assert.deepEqual([...files.keys()], ['reports.sqlite']);
  for (const [name, bytes] of files) assertTraceless(name, bytes);
});

/** Line breaks, colours, quotes, and sequences that end a string, a line or a document in other formats. */
const PAYLOADS = [
  '{"event":"forged","status":201}',
  '","event":"forged","x":"',
  '\\r\\n{"event":"forged"}',
  '\r\n{"event":"forged"}\r\n',
  '%0d%0a{"event":"forged"}',
  '\x1b[2J\x1b]0;forged\x07',
  '\x9b31mforged',
  '${forged}%s%n{{forged}}',
  '\u2028forged\u2029',
  "'; DROP TABLE report; -- forged",
];

test('whatever is written wherever, the log counts each request, in our own words', async (t) => {
  const folder = await temporaryFolder(t);
  const { endpoint, output, child, ended } = await startServer(t, {
    DATABASE_URL: `sqlite:${join(folder, 'reports.sqlite')}`,
    TRUSTED_PROXIES: '127.0.0.1',
    FREE_REPORTS: '0',
  });
  let count = 0;
  const send = async (line: string, headers: Record<string, string>, body: string): Promise<void> => {
    const answers = await exchange(endpoint, rawRequest(line, { ...headers, Connection: 'close' }, body));
    assert.equal(answers.length, 1, line);
    count++;
  };
  const plain = sampleReport();
  const own = { 'Content-Type': 'application/json', 'Idempotency-Key': plain.submissionId };
  for (const payload of PAYLOADS) {
    const header = Buffer.from(payload).toString('latin1');
    for (const name of [
      ...Object.keys(traces(0)),
      'Content-Type',
      'Idempotency-Key',
      'Host',
      'Content-Encoding',
      'Expect',
      header,
    ]) {
      await send('POST /v1/reports HTTP/1.1', { ...own, [name]: header }, JSON.stringify(plain));
    }
    const path = encodeURI(payload).replaceAll('%0D', '%0d');
    await send(`GET /${path}?${path} HTTP/1.1`, {}, '');
    await send(`GET /${header} HTTP/1.1`, {}, '');
    await send(`${header} / HTTP/1.1`, {}, '');
    await send(header, {}, '');
    for (const field of ['locale', 'category', 'submittedAt', 'schemaVersion', payload]) {
      await send('POST /v1/reports HTTP/1.1', own, JSON.stringify({ ...plain, [field]: payload }));
    }
    const stored = sampleReport({ content: { description: payload } });
    await send(
      'POST /v1/reports HTTP/1.1',
      { ...own, 'Idempotency-Key': stored.submissionId, 'X-Forwarded-For': header },
      JSON.stringify(stored),
    );
  }
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  const lines = output.stdout.trimEnd().split('\n');
  const words = new Set(['event', 'status', 'code', 'reason', 'trust', 'count', 'minute']);
  let counted = 0;
  for (const line of lines) {
    assert.match(line, /^[ -~]+$/);
    const entry = JSON.parse(line) as MinuteLine;
    assert.ok(
      Object.keys(entry).every((key) => words.has(key)),
      line,
    );
    counted += entry.count;
  }
  assert.equal(counted, count);
  assert.doesNotMatch(output.stdout + output.stderr, /forged|DROP|203\.0|canary/);
  assert.equal(output.stderr, `Reports are received at ${endpoint}\n`);
});

/** Addresses that a receiver would request if it looked at reported content. */
const LURES = [
  'http://127.0.0.1:9/',
  'http://[::1]:9/',
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost:5432/',
  'http://0x7f000001/',
  `https://${CANARY}.example/image.png`,
  `http://user:secret@${CANARY}.example:8080/`,
];

const reportOf = (url: string) =>
  sampleReport({
    locations: [{ id: 'L1', place: 'website', url: { value: url, kind: 'http' } }],
    content: { description: `<img src="${url}"> ![](${url})` },
  });

test('in the process that takes reports, nothing connects and no name is looked up', async (t) => {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receive = createReceiver({ store });
  const reached: unknown[] = [];
  t.mock.method(Socket.prototype, 'connect', (...args: unknown[]) => reached.push(args));
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
    t.mock.method(dns, name, (...args: unknown[]) => reached.push(args));
    t.mock.method(dns.promises, name, (...args: unknown[]) => reached.push(args));
  }
  t.mock.method(globalThis, 'fetch', (...args: unknown[]) => reached.push(args));
  for (const url of LURES) {
    for (const body of [reportOf(url), { ...reportOf(url), locale: 5 }])
      await receive(postRequest(body, { Referer: url }));
  }
  assert.equal((await store.list()).length, LURES.length);
  await new Promise(setImmediate);
  assert.deepEqual(reached, []);
});

const hasStrace = async () =>
  (await promisify(execFile)('strace', ['-V']).catch(() => undefined)) !== undefined;

test('the process connects to nothing while reports arrive, as the kernel sees it', async (t) => {
  if (!(await hasStrace()))
    return t.diagnostic('Not tried: there is no strace here. Run test/setup/install.sh.');
  const folder = await temporaryFolder(t);
  const trace = join(folder, 'trace');
  const endpoint = await startTraced(t, trace, join(folder, 'reports.sqlite'));
  const agent = new Agent({ keepAlive: true });
  for (const url of LURES) {
    const body = reportOf(url);
    const request = httpRequest(endpoint, {
      method: 'POST',
      agent,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': body.submissionId, Referer: url },
    });
    request.end(JSON.stringify(body));
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    response.resume();
    assert.equal(response.statusCode, 201);
  }
  agent.destroy();
  const calls = await readFile(trace, 'utf8');
  // The control: the trace does show the connections that the process accepts.
  assert.match(calls, /accept4?\(/);
  assert.doesNotMatch(calls, /connect\(|sendto\([^)]*AF_INET/);
});

async function startTraced(t: TestContext, trace: string, file: string): Promise<string> {
  const cli = fileURLToPath(new URL('../../src/receiver/cli.ts', import.meta.url));
  const { PATH = '' } = process.env;
  const child = spawn(
    'strace',
    ['-f', '-qq', '-e', 'trace=connect,sendto,accept,accept4', '-o', trace, process.execPath, cli, 'serve'],
    { env: { PATH, PORT: '0', DATABASE_URL: `sqlite:${file}` }, detached: true },
  );
  // Ends the process group: strace and the server that strace started.
  t.after(() => process.kill(-(child.pid ?? 0), 'SIGKILL'));
  let output = '';
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  for (;;) {
    const endpoint = /received at (\S+)\n/.exec(output)?.[1];
    if (endpoint) return endpoint;
    await once(child.stderr, 'data');
  }
}
