// A separate server for the counts, so that they are never on the public port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer, listen, urlOf } from '../http/listening.ts';
import type { Gauges, Metrics } from './metrics.ts';

/** The server of the counts, while it listens. */
export interface MetricsServer {
  /** The address of the counts, such as `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the server. Closing it ends the counting.
 * @throws Node's own error where the port is not available
 */
export async function openMetricsServer(
  metrics: Metrics,
  gauges: () => Gauges,
  port: number,
  hostname: string,
): Promise<MetricsServer> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
    const isKnown = request.url === '/metrics' && (request.method === 'GET' || request.method === 'HEAD');
    const text = isKnown ? metrics.render(gauges()) : '';
    response.writeHead(isKnown ? 200 : 404, {
      'Cache-Control': 'no-store',
      'Content-Length': Buffer.byteLength(text),
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(text);
  });
  server.maxConnections = 32;
  await listen(server, port, hostname);
  return {
    url: `${urlOf(server.address() as AddressInfo)}/metrics`,
    async close() {
      metrics.stop();
      await closeServer(server);
    },
  };
}
