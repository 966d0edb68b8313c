// How Chromium says that a request of the client has ended. Its network panel calls some requests aborted
// (`net::ERR_ABORTED`) after the whole answer has come. It does so wherever a page reads an answer with
// `Cache-Control: no-store` through a stream, as the client does in order to stop at a limit; no signal and no
// `keepalive` take part. Nothing is cut: the page has the receipt, the connection serves the next request.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { CHROMIUM } from '../../setup/browsers.ts';
import { until } from '../../setup/until.ts';

/** In nearly each of them, the panel says « aborted ». */
const TIMES = 40;

let browser: Browser;
let client: string;

before(async () => {
  browser = await puppeteer.launch(CHROMIUM);
  const entry = fileURLToPath(new URL('../../../src/widget/client/submit.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'client' } },
  });
  client = (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
});
after(() => browser.close());

interface Endpoint {
  readonly page: Page;
  /** Origin of the endpoint, another one than the page's. */
  readonly origin: string;
  /** Connections that were opened, and those that were closed. */
  readonly connections: { opened: number; closed: number };
}

/** A page, and an endpoint that answers with the headers of the receiver; the last byte comes after the others. */
async function open(t: TestContext): Promise<Endpoint> {
  const connections = { opened: 0, closed: 0 };
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('timing-allow-origin', '*');
    const { url, method } = request;
    if (method === 'OPTIONS') {
      response.setHeader('access-control-allow-headers', 'content-type, idempotency-key');
      response.writeHead(204, { 'access-control-max-age': '600' }).end();
    } else if (url === '/client.js')
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(client);
    else if (url === '/')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<link rel="icon" href="data:,">');
    else {
      const { submissionId } = JSON.parse(await text(request)) as { submissionId: string };
      const receipt = JSON.stringify({ submissionId, reference: '1', receivedAt: '2026-11-24T13:50:00Z' });
      response.writeHead(201, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'content-length': receipt.length,
      });
      response.flushHeaders();
      setTimeout(() => response.end(receipt), 5);
    }
  });
  server.on('connection', (socket) => {
    connections.opened += 1;
    socket.on('close', () => (connections.closed += 1));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const page = await browser.newPage();
  t.after(async () => {
    await page.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://localhost:${port}/`);
  return { page, origin: `http://127.0.0.1:${port}`, connections };
}

interface Ending {
  status: number;
  /** Bytes of the answer. */
  size: number;
  /** `undefined` until it has ended. */
  how?: string;
}

/** How the posted requests end, as the network panel shows it. */
async function watchEndings(session: CDPSession): Promise<Map<string, Ending>> {
  const endings = new Map<string, Ending>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.method === 'POST') endings.set(requestId, { status: 0, size: 0 });
  });
  const update = (requestId: string, change: (ending: Ending) => Partial<Ending>): void => {
    const ending = endings.get(requestId);
    if (ending) Object.assign(ending, change(ending));
  };
  session.on('Network.responseReceived', ({ requestId, response: { status } }) =>
    update(requestId, () => ({ status })),
  );
  session.on('Network.dataReceived', ({ requestId, dataLength }) =>
    update(requestId, ({ size }) => ({ size: size + dataLength })),
  );
  session.on('Network.loadingFinished', ({ requestId }) => update(requestId, () => ({ how: 'finished' })));
  session.on('Network.loadingFailed', ({ requestId, errorText }) =>
    update(requestId, () => ({ how: errorText })),
  );
  await session.send('Network.enable');
  return endings;
}

/** The endings once all requests have one. */
async function endingsOf(endings: ReadonlyMap<string, Ending>): Promise<Ending[]> {
  const all = (): Ending[] => [...endings.values()];
  await until(() => all().filter(({ how }) => how).length === TIMES, 'every request has ended');
  return all();
}

const ABORTED = 'net::ERR_ABORTED';
const isAborted = ({ how }: Ending): boolean => how === ABORTED;

test('a request that the network panel calls aborted after its 201 was answered whole, and its connection goes on', async (t) => {
  const { page, origin, connections } = await open(t);
  const endings = await watchEndings(await page.createCDPSession());
  const references = await page.evaluate(
    async (from, times) => {
      const { submitReport } = (await import(
        `${from}/client.js`
      )) as typeof import('../../../src/widget/index.ts');
      const all: string[] = [];
      for (let index = 0; index < times; index++) {
        const report = { submissionId: `${index}`.padStart(36, '0') } as Parameters<typeof submitReport>[0];
        all.push((await submitReport(report, { endpoint: `${from}/reports` })).reference);
      }
      return all;
    },
    origin,
    TIMES,
  );
  assert.deepEqual(references, Array(TIMES).fill('1'));
  const ours = await endingsOf(endings);
  for (const { status, size, how } of ours) {
    assert.ok(how === 'finished' || how === ABORTED, how);
    assert.deepEqual({ status, size }, { status: 201, size: ours[0]!.size });
  }
  t.diagnostic(`${ours.filter(isAborted).length} of ${TIMES} are called aborted`);
  const timings = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('/reports'))
      .map(({ responseStatus, encodedBodySize }) => [responseStatus, encodedBodySize]),
  );
  assert.deepEqual(
    timings,
    ours.map(({ size }) => [201, size]),
  );
  // The page, and the endpoint: a browser opens some ahead of need, and a cut one would be opened anew each time.
  assert.ok(connections.opened < 8, `${connections.opened} connections for ${TIMES} reports`);
  assert.equal(connections.closed, 0);

  // The same is said of a page's own request, without a signal: so it is not the client that aborts.
  endings.clear();
  const read = (way: 'stream' | 'json'): Promise<void> =>
    page.evaluate(
      async (from, times, how) => {
        for (let index = 0; index < times; index++) {
          const response = await fetch(`${from}/reports`, { method: 'POST', body: '{"submissionId":"1"}' });
          if (how === 'json') await response.json();
          const reader = how === 'stream' ? response.body!.getReader() : undefined;
          while (reader && !(await reader.read()).done);
        }
      },
      origin,
      TIMES,
      way,
    );
  await read('stream');
  const plain = await endingsOf(endings);
  assert.equal(plain.some(isAborted), ours.some(isAborted));
  // Nor is it the endpoint: read otherwise, the same answers are finished requests.
  endings.clear();
  await read('json');
  assert.equal((await endingsOf(endings)).some(isAborted), false);
});
