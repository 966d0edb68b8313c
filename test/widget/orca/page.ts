// The page of the Orca walks: a partner's page, with the built widget and the real receiver.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { TestContext } from 'node:test';
import { DEFAULT_PATH, followUpPathOf } from '../../../src/receiver/protocol/paths.ts';
import { startReceiver, type TestReceiver } from '../../setup/receiver.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);

/** A page, and the receiver of its reports. */
export interface HeardPage {
  readonly url: string;
  readonly receiver: TestReceiver;
  /** The names of the files that the browser has got. */
  readonly files: ReadonlySet<string>;
}

/**
 * Serves one page with one widget.
 * @param its.attributes of the widget, besides endpoint, hotline and country
 * @param its.isFollowed whether it has the receiver's follow-up address
 */
export async function startPage(
  t: TestContext,
  { attributes = '', tag = 'cliquez-signalez', lang = 'fr', isFollowed = false } = {},
): Promise<HeardPage> {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const followUp = isFollowed ? `follow-up="${receiver.url}${followUpPathOf(DEFAULT_PATH)}"` : '';
  const page = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Une page</title>
<script type="module" src="/cliquez-signalez.js"></script><body><main><h1>Une page</h1>
<${tag} endpoint="${receiver.url}${DEFAULT_PATH}" hotline="Point de Contact" country="FR" ${followUp} ${attributes}></${tag}>
<p><a href="#suite">La suite</a></p></main></body></html>`;
  const files = new Set<string>();
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const type = name === '' ? 'text/html' : extname(name) === '.js' ? 'text/javascript' : 'application/json';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    const content = name === '' ? Promise.resolve(page) : readFile(new URL(name, CDN));
    content.then(
      (file) => response.end(file, () => files.add(name)),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, receiver, files };
}
