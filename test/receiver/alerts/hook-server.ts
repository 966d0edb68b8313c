// A program that is told of reports: a real HTTP server that checks each signature by the library of Standard Webhooks.
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { Webhook } from 'standardwebhooks';

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** A message that came, and was signed. */
export interface Call {
  readonly id: string;
  readonly body: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** How the program answers: a status, never, by a closed connection, or twice. */
export type Answer = number | 'hangs' | 'closes' | 'twice';

interface HookOptions {
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly host?: string;
}

/** Starts the program. `answers` are given in turn, then 204. */
export async function startHook(t: TestContext, { tls, host = '127.0.0.1' }: HookOptions = {}) {
  const calls: Call[] = [];
  const answers: Answer[] = [];
  const webhook = new Webhook(SECRET);
  let faults = 0;
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = request.headers;
      // `verify` would refuse the clock of a test that is days ahead.
      const expected = webhook.sign(String(id), new Date(Number(at) * 1_000), text);
      if (String(signatures).split(' ').includes(expected))
        calls.push({
          id: String(id),
          body: JSON.parse(text) as Call['body'],
          text,
          headers: request.headers,
        });
      else faults += 1;
      const answer = answers.shift() ?? 204;
      if (answer === 'closes') request.socket.destroy();
      if (answer === 'twice') request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'.repeat(2));
      if (typeof answer === 'number')
        response
          .writeHead(answer, { ...(answer >= 300 && answer < 400 && { Location: '/elsewhere' }) })
          .end();
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  t.after(stop);
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${port}/hook?from=reports`,
    port,
    calls,
    answers,
    stop,
    /** Requests whose signature was wrong, or that had none. */
    faults: () => faults,
  };
}
