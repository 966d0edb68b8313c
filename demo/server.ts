// The web sites of the demo on one port: the project's own site, the partners' pages, each under the strictest policy it
// can live with, and the inbox.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createApplicationPages } from './application-pages.ts';
import type { InboxState } from './inbox-feed.ts';
import { readOutcome, type OutcomeSetter } from './inbox-outcomes.ts';
import { inboxPage } from './inbox-page.ts';
import { createIsolatedPages } from './isolated-pages.ts';
import { createStaticSite } from './static-site.ts';

/** Something that a page's policy refused. */
export interface Violation {
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
}

/** Options of the sites. */
export interface SiteOptions {
  /** The address for reports of the widgets. */
  readonly endpoint: string;
  readonly readInbox: () => Promise<InboxState>;
  /** Sets what the reporter of a report reads. */
  readonly setOutcome: OutcomeSetter;
  readonly onViolation: (violation: Violation) => void;
}

interface Page {
  readonly file: string;
  /** Servers to which the page's scripts may connect. */
  readonly connects: 'receiver' | 'nobody';
  /** Names of the Trusted Types policies that the page's scripts may create. */
  readonly trustedTypes: string;
  /** Whether the page has forms that are submitted to this server. */
  readonly posts?: true;
}

const EMBEDDING = { connects: 'receiver', trustedTypes: 'cliquez-signalez' } as const;

const PAGES: Readonly<Record<string, Page>> = {
  '/demo': { file: 'index.html', connects: 'nobody', trustedTypes: "'none'" },
  '/partner': { file: 'partner.html', ...EMBEDDING },
  // A site that installs the npm package brings its own Lit, whose Trusted Types policy has Lit's own name.
  '/npm': { file: 'npm.html', connects: 'receiver', trustedTypes: 'lit-html' },
  '/inline': { file: 'inline.html', ...EMBEDDING },
  '/embed': { file: 'embed.html', ...EMBEDDING },
  '/journal': { file: 'brands/journal.html', ...EMBEDDING },
  '/ecoles': { file: 'brands/ecoles.html', ...EMBEDDING },
  '/trilingue': { file: 'trilingue.html', ...EMBEDDING },
  '/arabe': { file: 'arabe.html', ...EMBEDDING },
  '/nuit': { file: 'brands/nuit.html', ...EMBEDDING },
  '/partager': { file: 'partager.html', connects: 'nobody', trustedTypes: "'none'", posts: true },
};

// The form stands in a frame, and the frame sends the reports.
const ISOLATED: Page = { file: 'isole.html', connects: 'nobody', trustedTypes: 'cliquez-signalez' };

/** The hotline of every page. */
const HOTLINE = 'Point de Contact';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = new URL('pages/', import.meta.url);

/** Makes the sites, as one application. */
export function createSite({ endpoint, readInbox, setOutcome, onViolation }: SiteOptions): Hono {
  const site = new Hono();
  const followUp = followUpOf(endpoint);
  const inbox = inboxPage(HOTLINE);

  // Another site can point its own name at this machine (DNS rebinding). Such a page must not read the inbox.
  site.use(async (context, next) => {
    if (isLoopback(context.req.header('host'))) await next();
    else context.res = context.text('Only for this machine.\n', 403);
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });

  for (const [path, page] of Object.entries(PAGES)) {
    site.get(path, async (context) => {
      const nonce = randomBytes(16).toString('base64');
      context.header('Content-Security-Policy', policyOf(page, nonce, new URL(endpoint).origin));
      return context.html(await render(page.file, { nonce, endpoint, followUp }));
    });
  }

  site.route(
    '/isole',
    createIsolatedPages({
      endpoint,
      followUp,
      async showPartner(context, framePage) {
        const nonce = randomBytes(16).toString('base64');
        const policy = policyOf(ISOLATED, nonce, '');
        context.header('Content-Security-Policy', `${policy}; frame-src ${framePage.origin}`);
        return context.html(await render(ISOLATED.file, { nonce, src: framePage.href }));
      },
    }),
  );

  site.route('/', createApplicationPages({ endpoint, followUp }));

  site.get('/inbox', (context) => {
    const policy = `${inbox.policy}; frame-ancestors 'none'; report-uri /violations`;
    context.header('Content-Security-Policy', policy);
    return context.html(inbox.head + inbox.tail({ number: 1 }));
  });

  site.get('/inbox.json', async (context) => {
    const { etag, json } = await readInbox();
    context.header('ETag', etag);
    if (context.req.header('if-none-match') === etag) return context.body(null, 304);
    return context.body(json, 200, { 'Content-Type': 'application/json' });
  });

  // A page of another site cannot send JSON here: its browser asks first, and nothing answers.
  site.post('/inbox/outcome', async (context) => {
    if (context.req.header('content-type') !== 'application/json') return context.body(null, 415);
    const outcome = readOutcome(await context.req.json<unknown>().catch(() => undefined));
    if (!outcome) return context.body(null, 400);
    const result = await setOutcome(outcome.reference, outcome.state);
    return context.json({ result });
  });

  site.post('/violations', async (context) => {
    const { 'csp-report': report } = await context.req.json<{ 'csp-report': Record<string, unknown> }>();
    onViolation({
      page: String(report['document-uri']),
      directive: String(report['effective-directive'] ?? report['violated-directive']),
      blocked: String(report['blocked-uri']),
    });
    return context.body(null, 204);
  });

  site.get('/pages/:file{.+\\.(?:css|js|svg)}', serveStatic({ root: `${root}demo` }));
  site.get('/cdn/*', serveStatic({ root: `${root}dist` }));
  site.get('/dist/*', serveStatic({ root }));
  site.get('/node_modules/:package{lit|lit-html|lit-element|@lit}/*', serveStatic({ root }));
  site.route('/', createStaticSite(endpoint));
  site.notFound((context) => context.text('Cette page n’existe pas.\n', 404));
  return site;
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The address that tells what became of a report, of a receiver: beside the one for reports. */
const followUpOf = (endpoint: string): string => new URL('follow-up', endpoint).href;

function isLoopback(host = ''): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

function policyOf({ connects, trustedTypes, posts }: Page, nonce: string, receiver: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${{ receiver, nobody: "'none'" }[connects]}`,
    "base-uri 'none'",
    `form-action ${posts ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
    'report-uri /violations',
  ].join('; ');
}

/** Fills in a page: `{{nonce}}`, `{{endpoint}}`, and `{{code:name}}` for the text of a file beside it. */
async function render(file: string, values: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(new URL(file, pages), 'utf8');
  const quoted = /\{\{code:(?<name>[\w.]+)\}\}/.exec(text)?.groups?.['name'];
  const code = quoted ? escapeHtml(await readFile(new URL(quoted, pages), 'utf8')) : '';
  return text
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
    .replace(/\{\{code:[\w.]+\}\}/, () => code);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').trimEnd();
}
