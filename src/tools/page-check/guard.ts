// A proxy in front of a site: passes everything on, adds a strict policy, records violations and layout shifts, and
// holds the widget's script back until it is released.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running guard. */
export interface Guard {
  readonly origin: string;
  /** Makes the widget's script wait. */
  hold(): void;
  release(): void;
  /** Whether the widget's script was requested and found. */
  hasServedEntry(): boolean;
  close(): Promise<void>;
}

/** What a guard stands in front of. */
interface Guarded {
  /** Origin of the site. */
  readonly site: string;
  /** Its further origins, which the policy allows as well. */
  readonly own: readonly string[];
  /** Origins that the page may send to. */
  readonly connect: readonly string[];
  /** Whether the site's own scripts use code that Trusted Types would refuse. */
  readonly hasOwnInline: boolean;
}

const WITNESS = '/witness.js';

/** Runs in the page before everything else. */
const WITNESS_SCRIPT = `
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push(effectiveDirective + ' ' + blockedURI));
  window.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
      .observe({ type: 'layout-shift' });`;

function policy({ own, connect, hasOwnInline }: Guarded): string {
  const self = ["'self'", ...own].join(' ');
  const trustedTypes = "; require-trusted-types-for 'script'; trusted-types cliquez-signalez";
  return (
    `default-src 'none'; script-src ${self}; style-src ${self}; img-src ${self} data:; font-src ${self}; ` +
    `connect-src ${[self, ...connect].join(' ')}; manifest-src 'self'; base-uri 'none'; form-action 'none'` +
    (hasOwnInline ? '' : trustedTypes)
  );
}

/** Starts a guard on a free port of this machine. */
export async function startGuard(guarded: Guarded): Promise<Guard> {
  const { site } = guarded;
  let opened = Promise.resolve();
  let open = (): void => {};
  let entries = 0;
  let origin = '';
  const headers = { 'content-security-policy': policy(guarded), 'cache-control': 'no-store' };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '', method = 'GET' } = request;
    if (url === WITNESS) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(WITNESS_SCRIPT);
      return;
    }
    const isEntry = /\/cliquez-signalez(\.bundle)?\.js(\?|$)/.test(url);
    if (isEntry) await opened;
    const passed = await fetch(site + url, { ...(await sent(request)), method, redirect: 'manual' });
    if (isEntry && passed.ok) entries += 1;
    const type = passed.headers.get('content-type') ?? '';
    const location = passed.headers.get('location')?.replace(site, origin);
    let body = Buffer.from(await passed.arrayBuffer());
    if (/^text\/|javascript|json/.test(type)) {
      let text = behind(origin, site, body.toString());
      if (type.startsWith('text/html'))
        text = text.replace(/<head\b[^>]*>/i, `$&<script src="${WITNESS}"></script>`);
      body = Buffer.from(text);
    }
    response
      .writeHead(passed.status, { ...headers, 'content-type': type, ...(location ? { location } : {}) })
      .end(body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    hold() {
      opened = new Promise((resolve) => (open = resolve));
    },
    release: () => open(),
    hasServedEntry: () => entries > 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * A text in which the site's own absolute addresses lead to the guard: a page that has them would lead past it. Systems
 * write them in full, without a scheme, and in JSON with escaped slashes.
 */
function behind(origin: string, site: string, text: string): string {
  const withoutScheme = (address: string): string => address.replace(/^https?:/, '');
  const escaped = (address: string): string => address.replaceAll('/', String.raw`\/`);
  const literal = (address: string): string => address.replaceAll(/[.[\]\\/]/g, String.raw`\$&`);
  const replaced = (from: string, to: string, before = ''): void => {
    text = text.replaceAll(
      new RegExp(`(${before})${literal(from)}(?![\\w.:-])`, 'g'),
      (_, kept: string) => kept + to,
    );
  };
  replaced(site, origin);
  replaced(escaped(site), escaped(origin));
  replaced(withoutScheme(site), withoutScheme(origin), `["'(=]`);
  return text;
}

/**
 * The parts of a request to pass on: its body, and the headers that a report needs. Cookies are dropped, so that
 * everybody is a visitor.
 */
async function sent(
  request: IncomingMessage,
): Promise<{ body?: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const names = ['content-type', 'idempotency-key', 'altcha', 'accept-language'];
  const headers = Object.fromEntries(
    names.flatMap((name) => (request.headers[name] ? [[name, String(request.headers[name])]] : [])),
  );
  if (request.method === 'GET' || request.method === 'HEAD') return { headers };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return { body: new Uint8Array(Buffer.concat(chunks)), headers };
}
