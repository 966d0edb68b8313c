// Endpoints that fail at the network level, over real sockets, ask to wait, or write hostile text.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import {
  OptionError,
  checkEndpoint,
  formatReport,
  listChecks,
} from '../../../src/tools/conformance/index.ts';
import { brokenFetch, ENDPOINT, intact, listen, withAnswer, withHeaders } from './broken-endpoints.ts';

/** A port that answers with raw bytes. */
async function listenRaw(t: TestContext, answer: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer));
  });
  t.after(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The one failure of an endpoint that does not answer; all other checks are skipped. */
async function complaintOf(endpoint: string, options = {}): Promise<string> {
  const report = await checkEndpoint(endpoint, { timeoutMs: 5_000, ...options });
  const failures = report.results.filter(({ outcome }) => outcome === 'failed');
  assert.deepEqual(
    failures.map(({ id }) => id),
    ['reach'],
  );
  assert.ok(
    report.results.every(({ id, outcome }) => outcome === 'skipped' || ['https', 'reach'].includes(id)),
  );
  assert.equal(report.stored, 0);
  return failures[0]?.seen ?? '';
}

test('a host without a name is told as such', async () => {
  assert.match(await complaintOf('https://nowhere.invalid/v1/reports'), /unknown to the DNS/);
});

test('a port where nothing listens is told as such', async () => {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  assert.match(await complaintOf(`http://127.0.0.1:${port}/v1/reports`), /nothing listens/);
});

test('a port that speaks no TLS is told as such', async (t) => {
  const host = await listenRaw(t, 'HTTP/1.1 400 Bad Request\r\n\r\n');
  assert.match(await complaintOf(`https://${host}/v1/reports`), /TLS fails/);
});

test('a server that is none of HTTP is told as such', async (t) => {
  const host = await listenRaw(t, 'SSH-2.0-OpenSSH_9.9\r\n');
  assert.match(await complaintOf(`http://${host}/v1/reports`), /not HTTP/);
});

test('a connection that breaks in the middle of the answer is told as such', async (t) => {
  const host = await listenRaw(t, 'HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{"submissionId":');
  assert.match(await complaintOf(`http://${host}/v1/reports`), /breaks before a whole answer/);
});

test('an answer that never comes, or never ends, is given up', async (t) => {
  const silent = await listen(t, () => {});
  assert.match(await complaintOf(silent, { timeoutMs: 200 }), /does not come in time/);
  const endless = await listen(t, (_request, response) => void response.writeHead(201).write('{'));
  assert.match(await complaintOf(endless, { timeoutMs: 200 }), /does not come in time/);
});

test('an answer without end is not read to its end', async (t) => {
  let sent = 0;
  const endpoint = await listen(t, (_request, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(' '.repeat(65_536))) sent++;
    };
    response.writeHead(201, { 'Content-Type': 'application/json' }).on('drain', more);
    more();
  });
  const { results } = await checkEndpoint(endpoint);
  const found = results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
  assert.ok(found.includes('receipt-size') && found.includes('receipt-json'), found.join());
  assert.ok(sent < 20_000);
});

test('where the endpoint asks to wait, the check waits, says so, and goes on', async (t) => {
  let isBusy = true;
  const fetch = await brokenFetch(t, async (request, pass) => {
    const response = await pass(request);
    if (!isBusy || request.method !== 'POST') return response;
    isBusy = false;
    return withHeaders(withAnswer(response, { status: 429, body: null }), { 'retry-after': '0' });
  });
  const waits: number[] = [];
  const report = await checkEndpoint(ENDPOINT, { fetch, onWait: (seconds) => waits.push(seconds) });
  assert.deepEqual(waits, [0]);
  assert.equal(report.results.find(({ id }) => id === 'concurrent')?.outcome, 'passed');
  assert.equal(report.results.find(({ id }) => id === 'retry-after')?.outcome, 'passed');
});

for (const [asked, waited] of [
  [' 0 ', [0]],
  [new Date(0).toUTCString(), [0]],
  ['', []],
  ['0.5', []],
  ['-5', []],
  ['0x0', []],
  ['1e0', []],
  ['1970-01-01', []],
] as const)
  test(`« Retry-After: ${asked} » is ${waited.length > 0 ? '' : 'not '}what RFC 9110 allows`, async (t) => {
    let isBusy = true;
    const fetch = await brokenFetch(t, async (request, pass) => {
      const response = await pass(request);
      if (!isBusy || request.method !== 'POST') return response;
      isBusy = false;
      return withHeaders(withAnswer(response, { status: 429, body: null }), { 'retry-after': asked });
    });
    const waits: number[] = [];
    await checkEndpoint(ENDPOINT, { fetch, onWait: (seconds) => waits.push(seconds) });
    assert.deepEqual(waits, waited);
  });

test('a long wait is not waited for', { timeout: 20_000 }, async (t) => {
  const fetch = await brokenFetch(t, async (request, pass) => {
    const response = await pass(request);
    return withHeaders(withAnswer(response, { status: 503, body: null }), { 'retry-after': '66' });
  });
  const waits: number[] = [];
  const report = await checkEndpoint(ENDPOINT, { fetch, onWait: (seconds) => waits.push(seconds) });
  assert.deepEqual(waits, []);
  assert.equal(report.results.find(({ id }) => id === 'taken')?.outcome, 'failed');
});

test('waits do not follow each other without end', async (t) => {
  let count = 0;
  const fetch = await brokenFetch(t, async (request, pass) => {
    const response = await pass(request);
    if (count++ % 2) return response;
    return withHeaders(withAnswer(response, { status: 503, body: null }), { 'retry-after': '0' });
  });
  const waits: number[] = [];
  await checkEndpoint(ENDPOINT, { fetch, onWait: (seconds) => waits.push(seconds) });
  assert.deepEqual(waits, [0, 0, 0, 0, 0]);
});

test('a signal ends the examination, while it asks and while it waits', { timeout: 20_000 }, async (t) => {
  const silent = await listen(t, () => {});
  const asking = new AbortController();
  const examination = checkEndpoint(silent, { signal: asking.signal, timeoutMs: 60_000 });
  setImmediate(() => asking.abort(new Error('enough')));
  await assert.rejects(examination, /enough/);

  const waiting = new AbortController();
  const fetch = await brokenFetch(t, () =>
    Promise.resolve(new Response(null, { status: 429, headers: { 'retry-after': '60' } })),
  );
  await assert.rejects(
    checkEndpoint(ENDPOINT, {
      fetch,
      signal: waiting.signal,
      onWait: () => waiting.abort(new Error('enough')),
    }),
    /enough/,
  );
});

test('what an endpoint writes is repeated shortened, and in a harmless alphabet', async (t) => {
  const hostile = '\u001B]0;pwned\u0007<script>alert(1)</script>\u202E`rm -rf`$(x)\n'.repeat(99);
  const fetch = await brokenFetch(t, async (request, pass) => {
    const response = await pass(request);
    const text = await response.text();
    const changed = text.replace(
      /("(?:reference|receivedAt|type|pointer)":")[^"]*/g,
      (_all, start: string) => start + JSON.stringify(hostile).slice(1, -1),
    );
    const header = 'text/<script>;'.repeat(99);
    return withHeaders(withAnswer(response, { body: response.body && changed }), {
      'content-type': header,
      'access-control-allow-origin': header,
      'access-control-max-age': header,
    });
  });
  const report = await checkEndpoint(ENDPOINT, { fetch });
  assert.ok(report.counts.failed > 5);
  const text = formatReport(report);
  assert.doesNotMatch(text, /[^\P{C}\n]|[<>`$]/u);
  for (const { seen, mend = '' } of report.results) assert.ok(`${seen}${mend}`.length < 700, seen);
});

test('addresses that cannot be meant are refused before anything is sent', async () => {
  const fetch = (): Promise<never> => Promise.reject(new Error('sent'));
  for (const endpoint of [
    '',
    'hotline.example',
    'ftp://hotline.example/',
    'javascript:0',
    'https://user:pw@hotline.example/',
  ])
    await assert.rejects(checkEndpoint(endpoint, { fetch }), OptionError, endpoint);
  for (const origin of ['example.com', 'https://example.com/', 'https://example.com/page', 'null', '*'])
    await assert.rejects(checkEndpoint(ENDPOINT, { fetch, origin }), OptionError, origin);
  for (const partnerId of ['', 'x', 'Ville', 'ville exemple'])
    await assert.rejects(checkEndpoint(ENDPOINT, { fetch, partnerId }), OptionError, partnerId);
  assert.throws(() => listChecks('nowhere'), OptionError);
  assert.throws(() => listChecks(ENDPOINT, { challenge: 'javascript:0' }), OptionError);
});

test('results are told as they come, then given in the order of the contract', async (t) => {
  const fetch = await brokenFetch(t, intact);
  const told: string[] = [];
  const { results, counts } = await checkEndpoint(ENDPOINT, { fetch, onResult: ({ id }) => told.push(id) });
  assert.deepEqual(told.toSorted(), results.map(({ id }) => id).toSorted());
  const groups = results.map(({ group }) => group);
  assert.equal(groups.filter((group, index) => group !== groups[index - 1]).length, new Set(groups).size);
  assert.equal(
    Object.values(counts).reduce((sum, count) => sum + count),
    results.length,
  );
  assert.deepEqual(
    listChecks(ENDPOINT).map(({ id }) => id),
    results.map(({ id }) => id),
  );
});
