// A separate process that attacks a receiver for a given time, then prints its results: `node hostile-clients.ts URL
// SOCKETS BODY_BYTES DURATION_MS`.
import { setMaxListeners } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { MAX_RECEIVED_BYTES } from '../../src/core/report/protocol.ts';
import { nextEvent, openRaw, rawRequest } from './raw-http.ts';
import { sampleReport } from './sample-report.ts';

/** The clients' results. */
export interface HostileOutcome {
  /** Number of slow sockets that the receiver cut, and the longest time before a cut. */
  readonly cut: number;
  readonly cutAfterMs: number;
  /**
   * Number of endless bodies, and the most bytes sent of one before the cut; up to 6 MB of them waits in the network.
   */
  readonly bodies: number;
  readonly longestBytes: number;
  /** Answers to all other requests, by status. */
  readonly answers: Record<string, number>;
}

const POST = 'POST /v1/reports HTTP/1.1';
const JSON_TYPE = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };

let isOver = false;
const outcome = { cut: 0, cutAfterMs: 0, bodies: 0, longestBytes: 0, answers: {} as Record<string, number> };

/** Half of the sockets never end the head, half never the body. A socket that is cut connects again. */
async function drip(url: string, inBody: boolean): Promise<void> {
  const { hostname, port } = new URL(url);
  while (!isOver) {
    const startedAt = performance.now();
    const socket: Socket = connect(Number(port), hostname);
    socket.on('error', () => {}).resume();
    const head = rawRequest(POST, { ...JSON_TYPE, 'Content-Length': '60000' });
    socket.write(inBody ? `${head}{` : head.slice(0, -2));
    const timer = setInterval(() => socket.write(inBody ? ' ' : 'X: y\r\n'), 1_000);
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      ending.addEventListener('abort', () => resolve());
    });
    clearInterval(timer);
    if (isOver) return void socket.destroy();
    outcome.cut++;
    outcome.cutAfterMs = Math.max(outcome.cutAfterMs, Math.round(performance.now() - startedAt));
  }
}

/** Sends bodies of this many bytes, one after another; no body is ever completed. */
async function flood(url: string, bytes: number): Promise<void> {
  const chunk = Buffer.from(`10000\r\n${' '.repeat(65_536)}\r\n`);
  while (!isOver) {
    const { socket } = openRaw(url, rawRequest(POST, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' }));
    let sent = 0;
    while (!socket.closed && !isOver && sent < bytes) {
      sent += chunk.length;
      if (!socket.write(chunk)) await nextEvent(socket, 'drain');
    }
    outcome.bodies++;
    outcome.longestBytes = Math.max(outcome.longestBytes, sent);
    socket.destroy();
  }
}

const report = JSON.stringify(sampleReport());
const fill = (unit: string): string => unit.repeat((MAX_RECEIVED_BYTES - report.length - 10) / unit.length);

/** Small requests with a high cost: a compression bomb, and JSON that is deep, wide or long. */
const costly = [
  rawRequest(
    POST,
    { ...JSON_TYPE, 'Content-Encoding': 'gzip', Connection: 'close' },
    gzipSync(Buffer.alloc(10_485_760)).toString('latin1'),
  ),
  ...[
    report.replace('"witness"', fill('[')),
    report.replace('{', `{${Array.from({ length: 5_000 }, (_, i) => `"k${i}":0,`).join('')}`),
    report.replace('"locations":[', `"locations":[${fill('{},')}`),
    report.replace('"witness"', `"${fill('\\"')}"`),
    '['.repeat(100_000),
  ].map((body) => rawRequest(POST, { ...JSON_TYPE, Connection: 'close' }, body)),
];

/** Sends the requests one after another, each from a different address, so that the receiver reads them. */
async function bomb(url: string): Promise<void> {
  for (let count = 0; !isOver; count++) {
    const text = costly[count % costly.length] ?? '';
    const from = `X-Forwarded-For: 198.51.100.${count % 250}\r\n`;
    const { socket, received } = openRaw(url, text.replace('\r\n', `\r\n${from}`));
    while (!socket.closed && !isOver) await nextEvent(socket, 'data');
    const status = received().slice(9, 12) || 'cut';
    outcome.answers[status] = (outcome.answers[status] ?? 0) + 1;
    socket.destroy();
  }
}

const ending = new EventTarget();
setMaxListeners(0, ending);
const [url = '', sockets = '', bodyBytes = '', duration = ''] = process.argv.slice(2);
setTimeout(() => {
  isOver = true;
  ending.dispatchEvent(new Event('abort'));
}, Number(duration));
await Promise.all([
  ...Array.from({ length: Number(sockets) }, (_, index) => drip(url, index % 2 === 1)),
  ...Array.from({ length: 4 }, () => flood(url, Number(bodyBytes))),
  bomb(url),
]);
console.log(JSON.stringify(outcome));
process.exit();
