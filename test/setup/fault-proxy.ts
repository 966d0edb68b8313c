// A small proxy in front of the receiver that breaks answers on demand and remembers what was asked.
import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { PROBLEM_PREFIX } from '../../src/core/protocol.ts';

/** How the proxy treats requests. `none` passes everything on, preflights too, and adds nothing. */
export type FaultMode =
  | 'none'
  | '500'
  | '503'
  | '429' // with Retry-After: 1
  | '429-long' // with Retry-After: 40, which is more than a form waits by itself
  | 'reset' // the connection breaks before the receiver hears anything
  | 'reset-after' // the receiver stores the report, then the connection breaks
  | 'html' // 200, but a web page: a captive portal
  | 'stall' // never answers
  | 'truncate' // the receiver stores the report, but half of its JSON is missing
  | 'invalid' // 422, pointing at the first address
  | 'invalid-details' // 422, pointing at the details
  | 'follow-up' // as the receiver answers, with a follow-up code
  | 'version'; // 409

/** A request as the proxy saw it. Preflights are requests too. */
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
  /** Breaks requests this way from now on; or the next `times` ones (preflights do not count), then none. */
  setFault(mode: FaultMode, times?: number): void;
  /** Refuses for good what was left without an answer: browsers open few connections to a host. */
  release(): void;
  requests(): RecordedRequest[];
  clearRequests(): void;
  stop(): Promise<void>;
}

/** Starts a proxy before the server at `target` (an address without a path). */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let mode: FaultMode = 'none';
  const stalled = new Set<ServerResponse>();
  let remaining = Infinity;
  let recorded: RecordedRequest[] = [];

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { method = 'GET', url: path = '/', headers } = request;
    recorded.push({ method, path, headers, bodyLength: body.length });
    const forward = (): Promise<Answer> => ask(new URL(path, target), { method, headers }, body);

    // In the other modes the receiver may be meant to be out of reach: its preflights are answered here.
    if (mode !== 'none' && method === 'OPTIONS') return answer(response, 204);
    switch (takeMode()) {
      case 'none': {
        const whole = await forward();
        response.writeHead(whole.status, whole.headers).end(whole.body);
        return;
      }
      case '500':
        return answer(response, 500);
      case '503':
        return problem(response, 503, 'unavailable');
      case '429':
        return problem(response, 429, 'slow-down', {}, { 'retry-after': '1' });
      case '429-long':
        return problem(response, 429, 'slow-down', {}, { 'retry-after': '40' });
      case 'reset':
        response.destroy();
        return;
      case 'reset-after':
        await forward();
        response.destroy();
        return;
      case 'html':
        return answer(response, 200, '<!doctype html><title>Welcome</title>', {
          'content-type': 'text/html',
        });
      case 'stall':
        stalled.add(response);
        return;
      case 'truncate': {
        const whole = await forward();
        const half = whole.body.subarray(0, whole.body.length / 2);
        return answer(response, whole.status, half, { 'content-type': 'application/json' });
      }
      case 'invalid':
        return problem(response, 422, 'invalid', {
          errors: [{ pointer: '/locations/0/url/value', code: 'invalid' }],
        });
      case 'invalid-details':
        return problem(response, 422, 'invalid', {
          errors: [{ pointer: '/content/description', code: 'too_big' }],
        });
      case 'follow-up': {
        const whole = await forward();
        const receipt = JSON.parse(whole.body.toString()) as object;
        const more = JSON.stringify({ ...receipt, followUpCode: '5821093744162208' });
        return answer(response, whole.status, more, { 'content-type': 'application/json' });
      }
      case 'version':
        return problem(response, 409, 'version');
    }
  }

  function takeMode(): FaultMode {
    if (remaining === 0) mode = 'none';
    remaining -= 1;
    return mode;
  }

  // Chromium silently sends a request again when a reused connection breaks; on a fresh one it reports the error.
  server.maxRequestsPerSocket = 1;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setFault(next, times = Infinity) {
      mode = next;
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
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

async function ask(
  url: URL,
  options: Pick<IncomingMessage, 'method' | 'headers'>,
  body: Buffer,
): Promise<Answer> {
  const [response] = (await once(send(url, options).end(body), 'response')) as [IncomingMessage];
  // These two speak of the connection to the receiver, not of ours.
  const { connection: _connection, 'keep-alive': _keepAlive, ...headers } = response.headers;
  return { status: response.statusCode ?? 502, headers, body: await buffer(response) };
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
  'access-control-max-age': '0', // else a browser skips the preflight of a later mode
};

function answer(response: ServerResponse, status: number, body: string | Buffer = '', headers = {}): void {
  response.writeHead(status, { ...CORS, ...headers }).end(body);
}

function problem(response: ServerResponse, status: number, code: string, more = {}, headers = {}): void {
  const body = JSON.stringify({ type: PROBLEM_PREFIX + code, title: code, status, ...more });
  answer(response, status, body, { 'content-type': 'application/problem+json', ...headers });
}
