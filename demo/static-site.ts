// The project's site in the demo: the files of dist/site. Only the configurator's pages are others here: what is sent in
// their preview goes to the demo's receiver.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { SITE } from './site/build.ts';
import { configuratorPages } from './site/tools.ts';

/** Whether the site is built. */
export const isSiteBuilt = (): boolean => existsSync(`${SITE}/fr/index.html`);

const META = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/;

/**
 * Responds with a page under its own policy, as a header that also reports violations.
 * @param receiver a server to which the page may connect
 */
function withPolicy(context: Context, html: string, receiver?: string): Response | Promise<Response> {
  const own = META.exec(html)?.[1];
  if (!own) throw new Error(`${context.req.path} says no policy.`);
  const policy = receiver ? `${own}; connect-src ${receiver}` : own;
  context.header('Content-Security-Policy', `${policy}; frame-ancestors 'self'; report-uri /violations`);
  // Both policies hold, so the one in the page would keep the receiver out.
  return context.html(receiver ? html.replace(own, policy) : html);
}

/** The site, for `/`. */
export function createStaticSite(endpoint: string): Hono {
  const site = new Hono();
  const { origin } = new URL(endpoint);

  site.get('/', (context) => context.redirect('/fr/index.html'));
  for (const [path, html] of Object.entries(configuratorPages({ endpoint, inbox: '/inbox' })))
    site.get(path, (context) =>
      withPolicy(context, html, path.startsWith('/configure/') ? origin : undefined),
    );
  site.get('/:path{[\\w/-]+\\.html}', async (context) => {
    const path = `${SITE}/${context.req.param('path')}`;
    return existsSync(path) ? withPolicy(context, await readFile(path, 'utf8')) : context.notFound();
  });
  site.get('*', serveStatic({ root: fileURLToPath(new URL('../dist/site', import.meta.url)) }));
  return site;
}
