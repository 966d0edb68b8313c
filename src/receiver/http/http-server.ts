// Node's HTTP in front of a receiver: limits on a client's time, memory and connections.
import { createServer, type Server } from 'node:http';
import { createConnectionLimit } from './connection-limit.ts';
import { createListener, type ListenerOptions } from './http-listener.ts';
import { answerBroken, MAX_HEADERS } from './http-refusals.ts';

/** The server's options besides Node's. */
export interface HttpServerOptions extends ListenerOptions {
  /** Whether a proxy holds connections open between requests. */
  readonly isBehindProxy: boolean;
  /** Whether an address belongs to a trusted proxy, which connects for many clients; none does by default. */
  readonly isProxy?: ((address: string | undefined) => boolean) | undefined;
}

/** How busy a server is. */
export interface ServerLoad {
  /** Open connections. */
  readonly connections: number;
  /** Requests that are not answered yet. */
  readonly requests: number;
}

/** The server, and its current load. */
export interface HttpServer {
  readonly server: Server;
  readonly load: () => ServerLoad;
}

// Node's own limits (60 s, 300 s) let a few hundred idle sockets stay for minutes. Checked every second.
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  // Room for the longest proof of work (4 KiB) beside what browsers and proxies write.
  maxHeaderSize: 8_192,
  // The receiver's own code answers a request without Host, like any other invalid request.
  requireHostHeader: false,
};

/** A client that reads nothing of its answer for this long is gone. */
const IDLE_MS = 60_000;

/** A silent socket costs some 6 kB; a thousand of them must not keep the next reporter out. */
const MAX_CONNECTIONS = 5_000;

// A proxy must not find its connection closed when it forwards a report. Proxies keep connections for 60 s (nginx, load
// balancers of the clouds) to 120 s (Caddy). Any other client gets five seconds.
const KEEP_ALIVE_MS = { proxy: 125_000, anybody: 5_000 };

/** Makes the server; it does not listen yet. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { listener, complete, counts } = createListener(options, () => server.listening);
  const server = createServer(LIMITS);
  server.timeout = IDLE_MS;
  server.keepAliveTimeout = options.isBehindProxy ? KEEP_ALIVE_MS.proxy : KEEP_ALIVE_MS.anybody;
  // One more than allowed, so that an excess can be refused. Node silently drops further headers, and a proxy's own
  // headers come last.
  server.maxHeadersCount = MAX_HEADERS + 1;
  server.maxConnections = MAX_CONNECTIONS;

  // Node would answer two kinds of `Expect` by itself, without our headers, or too early.
  for (const name of ['request', 'checkContinue', 'checkExpectation']) server.on(name, listener);
  answerBroken(server, complete);

  let connections = 0;
  const { isProxy = () => false } = options;
  const takeConnection = createConnectionLimit();
  server.on('connection', (socket) => {
    const { remoteAddress } = socket;
    const release = isProxy(remoteAddress) ? () => {} : takeConnection(remoteAddress);
    // No answer is sent: a client that holds a hundred open does not read it, and writing takes longer than closing.
    if (!release) {
      socket.destroy();
      return;
    }
    connections++;
    socket.once('close', () => {
      connections--;
      release();
    });
  });
  return { server, load: () => ({ connections, requests: counts.requests }) };
}
