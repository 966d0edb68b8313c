// A proxy in front of a site: passes everything on, adds a strict policy, records violations and layout shifts, and
// holds the widget's script back until a test releases it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import { startServer } from '../setup/site.ts';

/** A running guard. */
export interface Guard {
  readonly origin: string;
  /** Makes the widget's script wait. */
  hold(): void;
  release(): void;
  /** Whether the widget's script was requested and found. */
  hasServedEntry(): boolean;
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

/** @param hasOwnInline whether the site's own scripts use code that Trusted Types would refuse */
function policy(receiver: string, hasOwnInline: boolean): string {
  const trustedTypes = "; require-trusted-types-for 'script'; trusted-types cliquez-signalez";
  return (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    `connect-src 'self' ${receiver}; manifest-src 'self'; base-uri 'none'; form-action 'none'` +
    (hasOwnInline ? '' : trustedTypes)
  );
}

/** Starts a guard in front of a site; the end of the test ends it. */
export async function startGuard(
  t: TestContext,
  site: string,
  receiver: string,
  hasOwnInline: boolean,
): Promise<Guard> {
  let opened = Promise.resolve();
  let open = (): void => {};
  let entries = 0;
  const headers = { 'content-security-policy': policy(receiver, hasOwnInline), 'cache-control': 'no-store' };

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
    // Pages that contain the site's own address would lead past the guard.
    if (/^text\/|javascript|json/.test(type)) {
      let text = body.toString().replaceAll(site, origin);
      if (type.startsWith('text/html'))
        text = text.replace(/<head\b[^>]*>/i, `$&<script src="${WITNESS}"></script>`);
      body = Buffer.from(text);
    }
    response
      .writeHead(passed.status, { ...headers, 'content-type': type, ...(location ? { location } : {}) })
      .end(body);
  };

  const { origin } = await startServer(t, (request, response) => {
    answer(request, response).catch(() => response.writeHead(502).end());
  });
  return {
    origin,
    hold() {
      opened = new Promise((resolve) => (open = resolve));
    },
    release: () => open(),
    hasServedEntry: () => entries > 0,
  };
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
