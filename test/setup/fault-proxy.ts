// A small proxy in front of the receiver that breaks answers on demand and records requests.
import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { answer, answerWith, PAGE, passOn, problem, type Answer, type FaultMode } from './fault-answers.ts';

export type { FaultMode } from './fault-answers.ts';

/** A request that the proxy received. Preflights are requests too. */
export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  bodyLength: number;
}

/** A running proxy. */
export interface FaultProxy {
  /** Its address, without a path. */
  readonly url: string;
  /**
   * Breaks all requests this way from now on, or only the next `times` (preflights do not count). A function is called
   * for each request.
   */
  setFault(mode: FaultMode | (() => FaultMode), times?: number): void;
  /** Closes requests that have no answer: browsers open few connections to a host. */
  release(): void;
  requests(): RecordedRequest[];
  clearRequests(): void;
  /** Requests to the other host, the target of `redirect` and `portal`. There must be none. */
  strays(): RecordedRequest[];
  stop(): Promise<void>;
}

/**
 * Starts a proxy in front of a server.
 * @param target address of the server, without a path; or a function that returns it for each request
 */
export async function startFaultProxy(target: string | (() => string)): Promise<FaultProxy> {
  const addressOf = (path: string): URL => new URL(path, typeof target === 'string' ? target : target());
  let chooseMode = (): FaultMode => 'none';
  let remaining = Infinity;
  const stalled = new Set<ServerResponse>();
  let recorded: RecordedRequest[] = [];
  const elsewhere = await startElsewhere();

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request;
    if (method === 'OPTIONS') {
      recorded.push({ method, path, headers, bodyLength: 0 });
      const isMended = remaining === 0 || chooseMode() === 'none';
      // In the other modes the receiver may be meant to be unreachable, so the proxy answers preflights itself.
      return isMended ? passOn(response, await ask(addressOf(path), request)) : answer(response, 204);
    }
    const mode = takeMode();
    if (mode === 'reset-request') {
      await once(request, 'data');
      response.destroy();
      return;
    }
    const body = await buffer(request);
    recorded.push({ method, path, headers, bodyLength: body.length });
    if (mode === 'stall') stalled.add(response);
    const forward = (): Promise<Answer> => ask(addressOf(path), request, body);
    await answerWith(mode, response, { forward, elsewhere: elsewhere.url });
  }

  function takeMode(): FaultMode {
    if (remaining === 0) chooseMode = () => 'none';
    remaining -= 1;
    return chooseMode();
  }

  // Chromium silently sends a request again when a reused connection breaks; on a fresh one it reports the error.
  server.maxRequestsPerSocket = 1;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setFault(next, times = Infinity) {
      chooseMode = typeof next === 'function' ? next : () => next;
      remaining = times;
    },
    release() {
      for (const response of stalled) problem(response, 409, 'version');
      stalled.clear();
    },
    requests: () => recorded,
    clearRequests() {
      recorded = [];
    },
    strays: elsewhere.strays,
    async stop() {
      await elsewhere.stop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Another host that accepts every request, and lets any page read the answer. */
async function startElsewhere(): Promise<{
  url: string;
  strays(): RecordedRequest[];
  stop(): Promise<void>;
}> {
  const strays: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    buffer(request).then(
      ({ length: bodyLength }) => {
        strays.push({ method, path, headers, bodyLength });
        answer(response, method === 'OPTIONS' ? 204 : 200, PAGE, { 'content-type': 'text/html' });
      },
      () => response.destroy(),
    );
  });
  // Another host name, not only another port.
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    strays: () => strays,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function ask(
  url: URL,
  { method, headers: asked }: IncomingMessage,
  body: Buffer = Buffer.of(),
): Promise<Answer> {
  const [response] = (await once(send(url, { method, headers: asked }).end(body), 'response')) as [
    IncomingMessage,
  ];
  // These two headers describe the connection to the receiver, not the one to the browser.
  const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = response.headers;
  return { status: response.statusCode ?? 502, headers, body: await buffer(response) };
}
