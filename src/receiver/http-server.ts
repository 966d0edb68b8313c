// Node's HTTP in front of a receiver: what a client may take of time, room and connections.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Receiver } from './handler.ts';
import { setCommonHeaders, type AllowedOrigins } from './headers.ts';
import { endAfter, endWith, MAX_HEADERS, refuseBroken, refuseHeader } from './http-refusals.ts';
import type { LogEvent } from './log.ts';
import type { Gauges } from './metrics.ts';
import { httpProblemResponse, problemResponse } from './problems.ts';
import type { AddressReader } from './proxies.ts';
import { bodyOf, boundLinger } from './request-body.ts';

/** What the server needs besides Node. */
export interface HttpServerOptions {
  /** Reads `body` of its requests by iteration, or not at all. */
  readonly receive: Receiver;
  readonly origins: AllowedOrigins;
  readonly addressOf: AddressReader;
  /** Whether a proxy holds connections open between requests. */
  readonly isBehindProxy: boolean;
  /** Requests that may wait for their answer, once they have arrived whole; 1,000 by default. */
  readonly maxPending: number | undefined;
  /** Told of what the receiver never sees; must not throw. */
  readonly log: (event: LogEvent) => void;
}

/** The server, and what it has to do just now. */
export interface HttpServer {
  readonly server: Server;
  readonly gauges: () => Gauges;
}

// Node's own limits (60 s, 300 s) let a few hundred idle sockets stay for minutes. Checked every second.
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  // Room for the longest proof of work (4 KiB) beside what browsers and proxies write.
  maxHeaderSize: 8_192,
  // A request without Host is answered here, like any other that is none.
  requireHostHeader: false,
};

/** A client that takes nothing of its answer for so long is gone. */
const IDLE_MS = 60_000;

/** A socket that says nothing costs some 6 kB; a thousand of them must not keep the next reporter out. */
const MAX_CONNECTIONS = 5_000;

// A proxy must not find closed the connection on which it hands over a report. They keep theirs 60 s (nginx, load
// balancers of the clouds) to 120 s (Caddy). Anybody else's connection is worth five.
const KEEP_ALIVE_MS = { proxy: 125_000, anybody: 5_000 };

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Makes the server; it does not listen yet. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { receive, origins, addressOf, isBehindProxy, maxPending = 1_000, log } = options;
  const gauges = { connections: 0, requests: 0 };
  let pendingCount = 0;

  const complete = (response: Response, origin: string | null): Response => {
    setCommonHeaders(response.headers, origins, origin);
    // Who does not speak HTTP is not listened to any further.
    if (response.status < 500) response.headers.set('Connection', 'close');
    log(eventOf(response));
    return response;
  };

  const hand = async (request: Request, { incoming, outgoing }: Exchange): Promise<Response> => {
    // What is still arriving waits for its sender, and holds up nobody.
    let isPending = false;
    const body = bodyOf(incoming, outgoing, () => {
      isPending = true;
      pendingCount++;
    });
    Object.defineProperty(request, 'body', { value: body });
    gauges.requests++;
    try {
      const address = addressOf(incoming.socket.remoteAddress, forwardedForOf(incoming));
      return await receive(request, address === undefined ? {} : { address });
    } finally {
      gauges.requests--;
      if (isPending) pendingCount--;
    }
  };

  const answer = async (request: Request, exchange: Exchange): Promise<Response> => {
    const { incoming } = exchange;
    const isFull = pendingCount >= maxPending;
    const refused = refuseHeader(incoming) ?? (isFull ? problemResponse('unavailable') : undefined);
    const response = refused
      ? complete(refused, incoming.headers.origin ?? null)
      : await hand(request, exchange);
    // While closing: a connection kept alive would hold up the end.
    if (!server.listening) response.headers.set('Connection', 'close');
    return response;
  };

  const listener = getRequestListener((request, bindings) => answer(request, bindings as Exchange), {
    // Anything but a request that cannot become a Request (a path that is no path) is a fault of ours, such as a log
    // that throws: the form tries again, and is told what was stored.
    errorHandler: (error) =>
      complete(
        error instanceof RequestError ? httpProblemResponse(400) : problemResponse('unavailable'),
        null,
      ),
    // Node's Request and Response stay what they are for the rest of the process.
    overrideGlobalObjects: false,
  });

  const underWay = new WeakMap<Socket, Set<ServerResponse>>();
  const take = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    track(underWay, outgoing);
    boundLinger(incoming, outgoing);
    // Health checks of load balancers still speak HTTP/1.0, which has no Host.
    if (incoming.httpVersion === '1.0') incoming.headers.host ??= 'localhost';
    void listener(incoming, outgoing);
  };

  const server = createServer(LIMITS, take);
  server.timeout = IDLE_MS;
  server.keepAliveTimeout = isBehindProxy ? KEEP_ALIVE_MS.proxy : KEEP_ALIVE_MS.anybody;
  // One more than are allowed: Node leaves the others out without a word, the proxy's own, the last, first.
  server.maxHeadersCount = MAX_HEADERS + 1;
  server.maxConnections = MAX_CONNECTIONS;
  server.on('checkContinue', take);
  server.on('checkExpectation', take);
  server.on('connection', (socket) => {
    gauges.connections++;
    socket.once('close', () => gauges.connections--);
  });
  server.on('connect', (_incoming, socket) => {
    void endWith(socket as Socket, complete(httpProblemResponse(400), null));
  });
  const broken = new WeakSet<Socket>();
  server.on('clientError', (error, duplex) => {
    const socket = duplex as Socket;
    // More of the same may come before the end.
    if (broken.has(socket)) return;
    broken.add(socket);
    const responses = [...(underWay.get(socket) ?? [])];
    const response = refuseBroken(error, socket, responses);
    if (!response) {
      endAfter(socket, responses.at(-1));
      return;
    }
    // A request under way is in the log by the receiver's own line.
    if (responses.length === 0) complete(response, null);
    else setCommonHeaders(response.headers, origins, null);
    void endWith(socket, response);
  });
  return { server, gauges: () => gauges };
}

function eventOf({ status }: Response): LogEvent {
  return status < 500
    ? { event: 'refused', status, durationMs: 0 }
    : { event: 'failed', status, code: 'unavailable', durationMs: 0 };
}

function forwardedForOf({ headers }: IncomingMessage): string | undefined {
  const value = headers['x-forwarded-for'];
  return Array.isArray(value) ? value.join(',') : value;
}

function track(underWay: WeakMap<Socket, Set<ServerResponse>>, outgoing: ServerResponse): void {
  const { socket } = outgoing.req;
  const responses = underWay.get(socket) ?? new Set();
  underWay.set(socket, responses.add(outgoing));
  outgoing.once('close', () => responses.delete(outgoing));
}
