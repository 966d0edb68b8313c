// The application in the demo, as a hotline hosts it at /app/. /partager stands in for other applications.

import { readFile } from 'node:fs/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { ARRIVAL, SHARE_PATH } from '../src/app/handover.ts';

const APP = new URL('../dist/app/', import.meta.url);

const POLICY = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/;

/** Where the application's form posts reports, and asks what became of one: on one server. */
interface ApplicationAddresses {
  readonly endpoint: string;
  readonly followUp: string;
}

/**
 * The application's page as a hotline fills it in.
 * @param shipped the text of dist/app/index.html
 */
const filledPage = (shipped: string, { endpoint, followUp }: ApplicationAddresses): string =>
  [
    ['endpoint="/v1/reports"', `endpoint="${endpoint}" follow-up="${followUp}"`],
    ["connect-src 'self'", `connect-src 'self' ${new URL(endpoint).origin}`],
    ['hotline=""', 'hotline="Point de Contact"'],
    ['hotline-url=""', 'hotline-url="https://www.pointdecontact.net/"'],
    ['href="/"', 'href="https://www.pointdecontact.net/"'],
  ].reduce((page, [empty = '', own = '']) => page.replace(empty, own), shipped);

/** The application. */
export function createApplicationPages(addresses: ApplicationAddresses): Hono {
  const pages = new Hono();
  // The page and its files stand in a folder.
  pages.get('/app', (context) => context.redirect('/app/', 308));
  pages.get('/app/', async (context) => {
    const shipped = await readFile(new URL('index.html', APP), 'utf8');
    const page = filledPage(shipped, addresses);
    // As a header, the page's own policy also reports violations.
    const [, own = ''] = POLICY.exec(page) ?? [];
    context.header('Content-Security-Policy', `${own}; frame-ancestors 'none'; report-uri /violations`);
    return context.html(page);
  });
  // A browser without a worker sends the share here: it is not read.
  pages.all(`/app/${SHARE_PATH}`, (context) => context.redirect(`/app/${ARRIVAL}`, 303));
  pages.get(
    '/app/:file{[\\w.-]+\\.(?:js|png|webmanifest)}',
    serveStatic({ root: fileURLToPath(new URL('../dist', import.meta.url)) }),
  );
  return pages;
}
