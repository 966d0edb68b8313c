// The hotline behind a relay: the real receiver, which records its requests and fails on demand.
import type { TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { createReceiver, openStore, type Partner, type ReportStore } from '../../src/receiver/index.ts';
import { DEFAULT_PATH } from '../../src/receiver/protocol/paths.ts';
import { startServer, type RecordingServer } from '../setup/site.ts';

/** The way it answers: correctly, or with a fault. */
type Mode = 'receive' | 'hang up' | 'wait' | 'html' | 'redirect';

/** A hotline. */
export interface Upstream {
  readonly server: RecordingServer;
  readonly store: ReportStore;
  readonly endpoint: string;
  mode: Mode;
}

/** The exact text of an answer in the mode `wait`. */
export const WAIT = '{"type":"urn:cliquez-signalez:problem:slow-down",  "title":"Later","status":429}';

/** @param partners the partners that the receiver knows; called when the first report arrives */
export async function startUpstream(t: TestContext, partners: () => Partner[]): Promise<Upstream> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  let receive: ReturnType<typeof createReceiver> | undefined;
  const listener = getRequestListener(
    (request) =>
      (receive ??= createReceiver({ store, partners: partners() }))(request, { address: '192.0.2.7' }),
    { overrideGlobalObjects: false },
  );
  const server = await startServer(t, (request, response) => {
    if (upstream.mode === 'receive') void listener(request, response);
    else if (upstream.mode === 'hang up') request.socket.destroy();
    else if (upstream.mode === 'html')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<script></script>');
    else if (upstream.mode === 'redirect') response.writeHead(307, { location: '/elsewhere' }).end();
    else
      response
        .writeHead(429, {
          'content-type': 'application/problem+json',
          'retry-after': '7',
          'x-inside': 'hotline',
        })
        .end(WAIT);
  });
  const upstream: Upstream = { server, store, endpoint: server.origin + DEFAULT_PATH, mode: 'receive' };
  return upstream;
}
