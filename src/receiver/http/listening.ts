// The beginning and the end of a server that listens.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long requests under way may take once their server is closing. */
const CLOSE_GRACE_MS = 5_000;

/** Listens; rejects with Node's own error where the port cannot be had. */
export function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
}

/** The origin of a server that listens. */
export function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Takes no more connections, lets the requests under way finish, and cuts them after five seconds. */
export async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
}
