// Endpoints that each break the contract in one way: the real receiver behind a single fault.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createReceiver, openStore, type ReceiverOptions } from '../../../src/receiver/index.ts';

/** A fault between the examiner and the receiver. `pass` forwards a request and returns the answer. */
export type Breakage = (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;

export const ENDPOINT = 'https://hotline.example/v1/reports';

/** A `fetch` to a receiver in this process, behind a breakage; it behaves like an https endpoint. */
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
    // The proxy that holds the certificate adds this header.
    response.headers.set('Strict-Transport-Security', 'max-age=31536000');
    return response;
  };
  return async (input, init) => breakage(new Request(input, init), pass);
}

/** The receiver without any fault. */
export const intact: Breakage = (request, pass) => pass(request);

/** The answer with other headers; null removes one. */
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

/** A real server with the given answers. */
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
