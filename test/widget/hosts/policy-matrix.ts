// The page policies under which the widget is tested, in every way to install it, and the pages that have them.
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { LAUNCHER, REFERENCE } from '../../../demo/gallery/driver.ts';
import { SCRIPTS, snippet, type Install } from '../../../.build/snippets.ts';
import { DRIVER_SOURCE } from '../../setup/driver-source.ts';
import { PATIENT, startServer, type RecordingServer } from '../../setup/site.ts';
import type { Measured } from './policies.ts';
import { INTEGRITY } from './tampering.ts';

export type Way = Exclude<Install, 'tag manager'>;
export const WAYS: readonly Way[] = ['module', 'bundle', 'embed'];

/** A policy, as a partner writes it. */
export interface Profile {
  readonly name: string;
  /** Value of Content-Security-Policy, with the placeholders `{scripts}`, `{endpoint}`, `{nonce}` and `{hash}`. */
  readonly policy?: string;
  /** Value of Content-Security-Policy-Report-Only. */
  readonly reportOnly?: string;
  /** Value of Integrity-Policy. */
  readonly integrity?: string;
  /** Whether the files come from the page's own origin. */
  readonly isOwn?: boolean;
  /** Whether the page has an origin that no other page shares, so that only a script inside can drive it. */
  readonly isOpaque?: boolean;
}

const STRICT =
  "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; connect-src {endpoint}; style-src 'none'; base-uri 'none'; form-action 'none'";
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types cliquez-signalez`;

/** The first is the one that a partner needs. It leaves out Trusted Types, which other scripts of a page may not know. */
export const PROFILES: readonly Profile[] = [
  { name: 'The one to take: nonce and `strict-dynamic`', policy: STRICT },
  { name: 'The strictest that works: nonce, `strict-dynamic`, Trusted Types', policy: TRUSTED },
  { name: 'No policy' },
  {
    name: 'Files on the page’s own site',
    policy: "default-src 'self'; connect-src 'self' {endpoint}",
    isOwn: true,
  },
  {
    name: 'Allowed hosts',
    policy: "default-src 'none'; script-src {scripts}; connect-src {endpoint}; style-src 'self'",
  },
  {
    name: 'Nonce alone',
    policy: "default-src 'none'; script-src 'nonce-{nonce}'; connect-src {endpoint}",
  },
  {
    name: 'Hash of the script',
    policy: "default-src 'none'; script-src '{hash}'; connect-src {endpoint}",
  },
  {
    name: 'Hash of the script and `strict-dynamic`',
    policy: "default-src 'none'; script-src '{hash}' 'strict-dynamic'; connect-src {endpoint}",
  },
  {
    name: 'Trusted Types, policies not listed',
    policy: `${STRICT}; require-trusted-types-for 'script'`,
  },
  {
    name: 'Trusted Types, ours listed after another one',
    policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html cliquez-signalez`,
  },
  {
    name: 'Trusted Types, no policy allowed',
    policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  {
    name: 'Only another policy listed, Trusted Types not required',
    policy: `${STRICT}; trusted-types lit-html`,
  },
  { name: 'Endpoint not in `connect-src`', policy: "default-src 'self'; script-src {scripts}" },
  { name: 'Scripts blocked', policy: "default-src 'self'; script-src 'none'" },
  {
    name: 'Sandbox with the page’s origin',
    policy: `${TRUSTED}; sandbox allow-scripts allow-forms allow-same-origin`,
  },
  { name: 'Sandbox without forms', policy: `${TRUSTED}; sandbox allow-scripts allow-same-origin` },
  { name: 'Sandbox without origin', policy: `${TRUSTED}; sandbox allow-scripts allow-forms`, isOpaque: true },
  { name: 'Report-Only, the strictest that works', reportOnly: TRUSTED },
  {
    name: 'Report-Only, nothing allowed',
    reportOnly: "default-src 'none'; require-trusted-types-for 'script'",
  },
  {
    name: 'Integrity-Policy, beside the strictest that works',
    policy: TRUSTED,
    integrity: 'blocked-destinations=(script)',
  },
];

const NONCE = 'b25jZQ';

/**
 * The test's addition: a deliberate violation of img-src comes last, so that all earlier violations are known by then.
 */
const INSTRUMENT = (cell: string): string => `img-src 'none'; report-uri /violations/${cell}`;
const ON_PURPOSE = 'http://127.0.0.1:9/pixel.png';

/** The address of a profile in one way to install; reports use it as a name. */
export const cellOf = (profile: number, way: Way): string => `${profile}-${way}`;

function headersOf(profile: Profile, way: Way, places: Readonly<Record<string, string>>): [string, string][] {
  const fill = (policy: string): string =>
    policy.replace(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '');
  const cell = cellOf(PROFILES.indexOf(profile), way);
  return [
    ['content-security-policy', profile.policy],
    ['content-security-policy-report-only', profile.reportOnly],
    ['integrity-policy', profile.integrity],
  ].flatMap(([name = '', value]) => {
    if (!value) return [];
    return [[name, name.startsWith('content') ? `${fill(value)}; ${INSTRUMENT(cell)}` : value]];
  });
}

/** The driver of the gallery, for pages. */
const DRIVER = DRIVER_SOURCE.replaceAll(/^export /gm, '');

/** Function of a document: makes a report there, as far as the page allows, and returns how far it got. */
export const DRIVE = `(async (page) => {
  ${DRIVER}
  const widget = page.querySelector('cliquez-signalez');
  const isSeen = (link) => Boolean(link?.checkVisibility() && link.getBoundingClientRect().height > 0);
  if (!widget?.renderRoot) return isSeen(page.querySelector('a')) ? 'link' : 'nothing';
  const driver = new Driver(widget);
  // A policy may take the button, and refuse the form.
  await widget.open();
  if (driver.find('p[role=alert]') && isSeen(page.querySelector('a'))) return 'link after a tap';
  await driver.reachSent('unsure');
  await driver.until(() => driver.find('${REFERENCE}')?.textContent || driver.find('.failure'), 'an answer');
  const outcome = driver.find('${REFERENCE}') ? 'works' : [...widget.renderRoot.querySelectorAll('a')].some(isSeen) ? 'link in the form' : 'nothing';
  new (page.defaultView.Image)().src = '${ON_PURPOSE}';
  return outcome;
})`;

/**
 * Opens each page in a frame, some at a time, and keeps the results; a page that refuses our files reports this first.
 */
const RUNNER = `<!doctype html><meta charset="utf-8"><title>Frames</title><link rel="icon" href="data:,">
  <style>iframe { width: 700px; height: 700px }</style>
  <script>
    const drive = ${DRIVE};
    const isRefused = async (cell) => (await (await fetch('/refusals/' + cell)).json());
    window.run = async (cells) => {
      const outcomes = {};
      const waiting = [...cells];
      const work = async () => {
        for (let cell; (cell = waiting.shift()); ) {
          const frame = document.createElement('iframe');
          frame.src = '/page/' + cell;
          const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
          document.body.append(frame);
          await loaded;
          const page = frame.contentDocument;
          const isReady = () => page.querySelector('cliquez-signalez')?.renderRoot?.querySelector('${LAUNCHER}');
          const end = performance.now() + 8_000;
          while (!isReady() && !(await isRefused(cell)) && performance.now() < end)
            await new Promise((resolve) => setTimeout(resolve, 30));
          outcomes[cell] = await drive(page).catch((error) => 'failed: ' + error.message);
        }
      };
      await Promise.all(Array.from({ length: 4 }, work));
      window.outcomes = outcomes;
    };
  </script><body></body>`;

/** A site whose pages have the policies, and the server of the widget's files. */
export interface PolicySite extends RecordingServer {
  /** Directives that a page violated, in the order of the violation reports. */
  violations(cell: string): readonly string[];
  /** Waits for the report of a violation. */
  seen(cell: string, directive: string): Promise<void>;
}

/** Starts the site: `/` opens the pages in frames, `/page/<cell>` is one of them. */
export async function startPolicySite(t: TestContext, cdn: string, receiver: string): Promise<PolicySite> {
  const violations = new Map<string, string[]>();
  const reports = new EventEmitter();
  const server = await startServer(t, (request, response) => {
    const { url = '', method } = request;
    const [, kind, cell = ''] = /^\/(\w+)\/(.*)$/.exec(url) ?? [];
    const known = violations.get(cell) ?? [];
    if (kind === 'violations' && method === 'POST') {
      violations.set(cell, known);
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        const report = (JSON.parse(text) as Record<string, Record<string, string>>)['csp-report'];
        const blocked = report?.['blocked-uri'] ?? '';
        const directive = report?.['effective-directive'] ?? report?.['violated-directive'] ?? '';
        // Browsers request a page's icon on their own.
        if (!blocked.endsWith('/favicon.ico'))
          known.push(blocked.startsWith(new URL(ON_PURPOSE).origin) ? 'on purpose' : directive);
        reports.emit('report');
        response.writeHead(204).end();
      });
    } else if (kind === 'refusals') {
      const isEnforced = !PROFILES[Number.parseInt(cell, 10)]?.reportOnly;
      const isRefused =
        isEnforced && known.some((directive) => /^(script-src|trusted-types)/.test(directive));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(isRefused));
    } else if (kind === 'cs' && cell in INTEGRITY) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      response.end(readFileSync(new URL(`../../../dist/cdn/${cell}`, import.meta.url)));
    } else if (kind === 'page') {
      const [index, way] = cell.split('-') as [string, Way];
      const profile = PROFILES[Number(index)]!;
      const places = {
        scripts: cdn,
        endpoint: receiver,
        nonce: NONCE,
        hash: INTEGRITY[SCRIPTS[way]]!.integrity,
      };
      response.setHeaders(new Map(headersOf(profile, way, places)));
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(page(profile, way, { cdn, receiver }));
    } else {
      response.writeHead(url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(url === '/' ? RUNNER : '');
    }
  });
  return {
    ...server,
    violations: (cell) => violations.get(cell) ?? [],
    async seen(cell, directive) {
      const signal = AbortSignal.timeout(PATIENT.timeoutMs);
      while (!violations.get(cell)?.includes(directive)) await once(reports, 'report', { signal });
    },
  };
}

/** A page as a partner writes it; an import map is an inline script, which only a nonce allows here. */
function page(profile: Profile, way: Way, { cdn, receiver }: { cdn: string; receiver: string }): string {
  const policy = profile.policy ?? profile.reportOnly ?? '';
  const hasNonce = policy.includes('{nonce}');
  const code = snippet(way, INTEGRITY, {
    base: profile.isOwn ? '/cs/' : `${cdn}/`,
    attributes: {
      endpoint: `${receiver}/v1/reports`,
      hotline: 'Point de Contact',
      'hotline-url': 'https://hotline.example/signaler',
    },
    linkText: 'Signaler à Point de Contact',
    ...(hasNonce && { nonce: NONCE }),
  });
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title>
    ${hasNonce || !policy ? code : code.replace(/<script type="importmap">.*?<\/script>/s, '')}`;
}

/** The policies in the words of the table. */
export const written = (profile: Profile): Pick<Measured, 'name' | 'header'> => ({
  name: profile.name,
  header: [
    profile.policy && `Content-Security-Policy: ${profile.policy}`,
    profile.reportOnly && `Content-Security-Policy-Report-Only: ${profile.reportOnly}`,
    profile.integrity && `Integrity-Policy: ${profile.integrity}`,
  ]
    .filter(Boolean)
    .join('\n'),
});
