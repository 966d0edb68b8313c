// A free port, for servers that cannot choose one.
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The ports below those that Linux gives to connections, and to servers that ask for any port. */
const [LOWEST, HIGHEST] = [20_000, 32_767];

/** Nothing listens here: the system gives it to nobody, and no test asks for it. */
export const CLOSED_PORT = 1;

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    const server = createServer();
    const free = once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.listen(port, '127.0.0.1');
    if (!(await free)) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
