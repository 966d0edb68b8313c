// The isolated mode in the demo: a partner's page on one origin, and the hotline's frame page on another. Both use one
// port of this machine, which has two names.

import { readFile } from 'node:fs/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import { fileURLToPath } from 'node:url';
import { Hono, type Context } from 'hono';

const PARTNER = 'localhost';
const HOTLINE = '127.0.0.1';

const CDN = new URL('../dist/cdn/', import.meta.url);

/** The addresses of the demo's site. */
export interface IsolatedPagesOptions {
  /** The address for reports of the frame's form. */
  readonly endpoint: string;
  /** The address that tells what became of a report, on the server of the endpoint. */
  readonly followUp: string;
  /** Responds with the partner's page, which shows this frame page. */
  readonly showPartner: (context: Context, framePage: URL) => Promise<Response>;
}

/** An address of this server, on another of its origins. */
function at(hostname: string, { req }: Context, path: string): URL {
  const address = new URL(path, req.url);
  address.hostname = hostname;
  return address;
}

/**
 * The frame page as a hotline fills it in.
 * @param shipped the text of dist/cdn/frame.html
 * @param its.hosts origins of the pages that may show it
 * @param its.followUp address that tells what became of a report, on the server of the endpoint
 */
export const filledFrame = (
  shipped: string,
  { endpoint, followUp, hosts }: { endpoint: string; followUp?: string; hosts: string },
): string =>
  [
    ['endpoint="/v1/reports"', `endpoint="${endpoint}"${followUp ? ` follow-up="${followUp}"` : ''}`],
    ["connect-src 'self'", `connect-src ${new URL(endpoint).origin}`],
    ['hotline=""', 'hotline="Point de Contact"'],
    ['hotline-url=""', 'hotline-url="https://www.pointdecontact.net/"'],
    ['href="/"', 'href="https://www.pointdecontact.net/"'],
    ['data-hosts=""', `data-hosts="${hosts}"`],
  ].reduce((page, [empty = '', own = '']) => page.replace(empty, own), shipped);

/** The pages, for `/isole`. */
export function createIsolatedPages({ endpoint, followUp, showPartner }: IsolatedPagesOptions): Hono {
  const pages = new Hono();

  pages.get('/', async (context) =>
    new URL(context.req.url).hostname === PARTNER
      ? showPartner(context, at(HOTLINE, context, '/isole/frame.html'))
      : context.redirect(at(PARTNER, context, '/isole').href),
  );

  // A frame on the partner's own origin would isolate nothing.
  pages.use('/frame*', (context, next) =>
    new URL(context.req.url).hostname === HOTLINE ? next() : Promise.resolve(context.notFound()),
  );
  pages.get('/frame.html', async (context) => {
    const partner = at(PARTNER, context, '/').origin;
    const shipped = await readFile(new URL('frame.html', CDN), 'utf8');
    context.header('Content-Security-Policy', `frame-ancestors ${partner}; report-uri /violations`);
    return context.html(filledFrame(shipped, { endpoint, followUp, hosts: partner }));
  });
  pages.get(
    '/:file{frame[\\w.-]*\\.js}',
    serveStatic({
      root: fileURLToPath(CDN),
      rewriteRequestPath: (path) => path.replace('/isole', ''),
    }),
  );
  return pages;
}
