// Builds the five examples and shows them: `npm run demo:frameworks`. PORT (8788; 0 for any) changes where.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createReceiver } from '../../src/receiver/http/handler.ts';
import { openStore } from '../../src/receiver/store/open-store.ts';
import { buildExample, EXAMPLES } from './build.ts';
import { createExamplesSite } from './site.ts';

const folder = await mkdtemp(join(tmpdir(), 'examples-'));
const store = await openStore(`sqlite:${join(folder, 'reports.sqlite')}`);
const examples = new Map(
  await Promise.all(
    EXAMPLES.map(async (name) => [name, await buildExample(name, join(folder, name), 'production')] as const),
  ),
);
const { fetch } = createExamplesSite({ examples, folder, receive: createReceiver({ store }) });
const server = serve({ fetch, port: Number(process.env['PORT'] || 8788), hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
for (const name of EXAMPLES) console.log(`  ${name.padEnd(12)} http://127.0.0.1:${port}/${name}/`);
console.log('\n  Reports stay on this machine, and go when Ctrl+C ends it.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => void store.close().then(() => rm(folder, { recursive: true })));
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
