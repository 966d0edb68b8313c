// `npm run demo`: starts a receiver and the sites that embed the widget, reachable from this machine only.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { DatabaseUrlError, openStore, serveReceiver } from '../src/receiver/index.ts';
import { createInboxFeed } from './inbox-feed.ts';
import { createSite, type Violation } from './server.ts';
import { isSiteBuilt } from './static-site.ts';

/** Options of a demo. */
export interface DemoOptions {
  /** Port of the sites: 8787 by default, 0 for any free one. The receiver, another origin, takes a free one. */
  readonly port?: number;
  /** SQLite file of the reports, as `sqlite:path`; by default in `demo/.data`, which git ignores. */
  readonly databaseUrl?: string;
  /** Called for each violation of a page's Content Security Policy. */
  readonly onViolation?: (violation: Violation) => void;
}

/** A running demo. */
export interface Demo {
  /** Origin of the sites. */
  readonly url: string;
  /** Endpoint to which the widgets post reports. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** The demo cannot start; the message says what to do. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

const DEFAULT_DATABASE = `sqlite:${fileURLToPath(new URL('.data/reports.sqlite', import.meta.url))}`;

/**
 * Starts the receiver and the sites.
 * @throws {DemoError} if the widget or the site was not built, or the port is taken
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port = 8787, databaseUrl = DEFAULT_DATABASE, onViolation = () => {} } = options;
  if (!existsSync(new URL('../dist/cdn/cliquez-signalez.js', import.meta.url))) {
    throw new DemoError('The widget is not built yet. Build it first: npm run build');
  }
  if (!isSiteBuilt()) throw new DemoError('The site is not built yet. Build it first: npm run site');
  const receiver = await serveReceiver({ port: 0, databaseUrl });
  // The inbox reads and writes the file itself: no HTTP route of the receiver shows reports, or sets their states.
  const store = await openStore(databaseUrl);
  const closeReceiver = async (): Promise<void> => {
    await Promise.all([receiver.close(), store.close()]);
  };
  try {
    const { endpoint } = receiver;
    const site = createSite({
      endpoint,
      readInbox: createInboxFeed(store),
      // A demonstration goes to and fro: it may replace a final state by any other.
      setOutcome: (reference, state) => store.followUps.setOutcome(reference, { state }, { force: true }),
      onViolation,
    });
    const server = await listen(site.fetch, port);
    let closing: Promise<void> | undefined;
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      endpoint,
      close: () => (closing ??= end(server).then(closeReceiver)),
    };
  } catch (error) {
    await closeReceiver();
    throw error;
  }
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Server> {
  const server = serve({ fetch, port, hostname: '127.0.0.1', overrideGlobalObjects: false }) as Server;
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new DemoError(
      `Port ${port} is taken by another program. Let the demo find a free one: PORT=0 npm run demo`,
    );
  }
  return server;
}

async function end(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new DemoError(`PORT must be a number from 0 to 65535, not « ${text} ».`);
}

function describe({ url, endpoint }: Demo): string {
  return `
Cliquez, Signalez ! – the demo

  The site              ${url}/fr/index.html
  Put it on a site      ${url}/fr/configure.html
  All of the demo       ${url}/demo
  A newspaper           ${url}/partner
  A town hall           ${url}/inline
  A forum               ${url}/embed
  A page of npm users   ${url}/npm
  A health centre       ${url}/isole
  A daily paper         ${url}/journal
  A network of schools  ${url}/ecoles
  A night forum         ${url}/nuit
  A trilingual town     ${url}/trilingue
  A page in Arabic      ${url}/arabe
  The application       ${url}/app/
  Share to it           ${url}/partager
  The analyst's inbox   ${url}/inbox
  The theme builder     ${url}/fr/theme-builder.html
  Every screen          ${url}/fr/gallery.html
  All of the words      ${url}/fr/words.html

  Reports go to ${endpoint}, and nowhere else. Ctrl+C ends the demo.
`;
}

/** Opens the first page in a browser. A failure does not matter: the address is on screen. */
function openInBrowser(url: string, { env, platform } = process): void {
  if (env['CI']) return;
  const command = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[platform as string] ?? ['xdg-open'];
  const hasScreen = command[0] !== 'xdg-open' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  const [program = '', ...args] = command;
  if (hasScreen) {
    spawn(program, [...args, url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
  }
}

if (import.meta.main) {
  try {
    const demo = await startDemo({
      port: readPort(process.env['PORT'] || '8787'),
      databaseUrl: process.env['DATABASE_URL'] || DEFAULT_DATABASE,
      onViolation: (violation) => console.warn('Refused by the policy of a page:', violation),
    });
    console.log(describe(demo));
    openInBrowser(`${demo.url}/demo`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void demo.close());
  } catch (error) {
    const isAdvice = error instanceof DemoError || error instanceof DatabaseUrlError;
    console.error(isAdvice ? error.message : error);
    process.exitCode = 1;
  }
}
