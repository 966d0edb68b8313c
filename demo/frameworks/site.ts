// The site of the examples: their pages as the server renders them, their files, and the receiver, all on one origin.
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Receiver } from '../../src/receiver/http/handler.ts';
import type { Example } from './build.ts';

/** The options of the site. */
export interface ExamplesOptions {
  readonly examples: ReadonlyMap<string, Example>;
  /** Folder that holds the files of each example, in a folder of its name. */
  readonly folder: string;
  /** Takes what is posted to `/v1/reports`. */
  readonly receive: Receiver;
}

/** Makes the site. `/<name>/` is a page; `/<name>/?empty` the same, rendered in the browser alone. */
export function createExamplesSite({ examples, folder, receive }: ExamplesOptions): Hono {
  const site = new Hono();
  for (const [name, { rendered, empty }] of examples) {
    site.get(`/${name}/`, async (context) =>
      context.html(context.req.query('empty') === undefined ? await rendered() : empty),
    );
    site.get(`/${name}/assets/*`, serveStatic({ root: folder }));
  }
  const links = [...examples.keys()].map((name) => `<li><a href="/${name}/">${name}</a></li>`).join('');
  site.get('/', (context) => context.html(`<!doctype html><title>Examples</title><ul>${links}</ul>`));
  site.all('/v1/*', (context) => receive(context.req.raw));
  return site;
}
