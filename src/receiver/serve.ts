// The receiver as a server of its own: Node's HTTP in front, a database behind, an orderly end.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { createReceiver, DEFAULT_PATH, type Receiver, type ReceiverOptions } from './handler.ts';
import { setCommonHeaders, type AllowedOrigins } from './headers.ts';
import { httpProblemResponse, problemResponse } from './problems.ts';
import { openStore } from './store.ts';

/** How a server is set up. Behind a proxy that speaks TLS, the defaults of `hostname` and `port` will do. */
export interface ServeOptions extends Omit<ReceiverOptions, 'store'> {
  /** 8787 by default; 0 for any free port. */
  readonly port?: number;
  /** Address to listen on: this machine alone (127.0.0.1) by default. */
  readonly hostname?: string;
  /** See `openStore`. */
  readonly databaseUrl: string;
}

/** A server that listens. */
export interface RunningReceiver {
  /** Origin of the server, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Where reports are posted to. */
  readonly endpoint: string;
  /** Takes no more requests, finishes those under way (cut after five seconds), then closes the store. */
  readonly close: () => Promise<void>;
}

// Node's own limits (60 s, 300 s) let a few hundred idle sockets stay for minutes. Checked every second.
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };

const CLOSE_GRACE_MS = 5_000;

/**
 * Opens the store and listens.
 * @throws {DatabaseUrlError | OriginError} where an option is wrong; Node's own error where the port cannot be had
 */
export async function serveReceiver(options: ServeOptions): Promise<RunningReceiver> {
  const { port = 8787, hostname = '127.0.0.1', databaseUrl, ...receiverOptions } = options;
  const store = await openStore(databaseUrl);
  try {
    const server = serverOf(createReceiver({ ...receiverOptions, store }), options.origins ?? '*');
    await listen(server, port, hostname);
    const url = urlOf(server.address() as AddressInfo);
    let closing: Promise<void> | undefined;
    return {
      url,
      endpoint: url + (options.path ?? DEFAULT_PATH),
      close: () => (closing ??= closeServer(server).then(() => store.close())),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function serverOf(receive: Receiver, origins: AllowedOrigins): Server {
  const answer = async (request: Request): Promise<Response> => {
    const response = await receive(request);
    // While closing: a connection kept alive would hold up the end.
    if (!server.listening) response.headers.set('Connection', 'close');
    return response;
  };
  const listener = getRequestListener(answer, {
    errorHandler: (error) => answerOutside(error, origins),
    // Node's Request and Response stay what they are for the rest of the process.
    overrideGlobalObjects: false,
  });
  const server = createServer(TIMEOUTS, listener);
  return server;
}

// A request that cannot become a Request (no Host header, a path that is no path) never reaches the receiver. Anything
// else is a fault of ours, such as a log that throws: the form tries again, and is told what was stored.
function answerOutside(error: unknown, origins: AllowedOrigins): Response {
  const response = error instanceof RequestError ? httpProblemResponse(400) : problemResponse('unavailable');
  setCommonHeaders(response.headers, origins, null);
  return response;
}

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
}
