// Endpoints that break the contract in one way each: the real receiver, with one thing spoilt on the way.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createReceiver, openStore, type ReceiverOptions } from '../../src/receiver/index.ts';

/** Stands between the examiner and the receiver. `pass` hands a request on and brings the answer back. */
export type Breakage = (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;

export const ENDPOINT = 'https://hotline.example/v1/reports';

/** A receiver in this process behind a breakage, as a `fetch` that leads to it, over something like https. */
export async function brokenFetch(
  t: TestContext,
  breakage: Breakage,
  options: Omit<ReceiverOptions, 'store'> = {},
): Promise<typeof fetch> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receiver = createReceiver({ ...options, store });
  const pass = async (request: Request): Promise<Response> => {
    const response = await receiver(request);
    // What the proxy with the certificate adds.
    response.headers.set('Strict-Transport-Security', 'max-age=31536000');
    return response;
  };
  return async (input, init) => breakage(new Request(input, init), pass);
}

/** The receiver as it is. */
export const intact: Breakage = (request, pass) => pass(request);

/** The answer with other headers; null takes one out. */
export function withHeaders(response: Response, headers: Record<string, string | null>): Response {
  const changed = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers: changed });
}

/** The answer with another status or body. */
export function withAnswer(
  { headers, status: given }: Response,
  { status = given, body }: { status?: number; body: BodyInit | null },
): Response {
  return new Response(body, { status, headers });
}

/** A real server that answers as told. */
export async function listen(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/reports`;
}
