// Sealing and proof of work in the built files, on adverse pages: without a secure context, without a chunk, under a
// policy, and closed at the wrong moment.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test, type TestContext } from 'node:test';
import { HEADING, LAUNCHER, MAIN } from '../../../demo/gallery/driver.ts';
import { isChosen, launch, pairWith, type Browser, type Engine, type Page } from '../../setup/browsers.ts';
import { reportSchema } from '../../../src/core/report/report.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { PATIENT } from '../../setup/site.ts';
import { lead, takeUp } from '../../setup/lead.ts';

const WIDGET = "document.querySelector('cliquez-signalez')";
const ROOT = `${WIDGET}.renderRoot`;

/** Lets reports through, and no challenge: policies compare paths too. */
const REPORTS_ALONE = "default-src 'none'; script-src 'self'; connect-src ORIGIN/v1/reports";

/** Forbids every request, as a page may at any time, and notes the first that is refused. */
const FORBID = `void (() => {
  const policy = document.createElement('meta');
  Object.assign(policy, { httpEquiv: 'content-security-policy', content: "connect-src 'none'" });
  document.head.append(policy);
  document.addEventListener('securitypolicyviolation', () => (window.isBlocked = true));
})()`;

/** A point on P-256: the generator of the group itself. */
const PUBLIC_KEY = Buffer.from(
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
).toString('base64url');

interface Arrival {
  readonly path: string;
  readonly body: string;
  readonly proof: string | undefined;
  readonly key: string | undefined;
}

interface Site {
  readonly origin: string;
  /** The posted bodies. */
  readonly posts: Arrival[];
  /** The requested files. */
  readonly files: string[];
  /** The number of requests for a challenge. */
  challenges: number;
  /** Lets the endpoint answer, where its answers are held. */
  release(): void;
}

/** One origin with the built files, a page with the widget, and an endpoint; challenges never arrive. */
async function startSite(
  t: TestContext,
  {
    attributes,
    host = '127.0.0.1',
    name = host,
    blocked = 'none',
    policy = '',
    isHeld = false,
    isTorn = false,
  }: {
    attributes: string;
    host?: string;
    name?: string;
    blocked?: string;
    policy?: string;
    isHeld?: boolean;
    /** Whether the endpoint stores each report, and an intermediary answers in its place. */
    isTorn?: boolean;
  },
): Promise<Site> {
  const posts: Arrival[] = [];
  const files: string[] = [];
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  if (!isHeld) release();
  const site = { origin: '', posts, files, challenges: 0, release };
  const server = createServer((request, response) => {
    const { url = '', method, headers } = request;
    if (method === 'POST') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        posts.push({
          path: url,
          body,
          proof: headers['altcha'] as string | undefined,
          key: headers['idempotency-key'] as string | undefined,
        });
        const { submissionId } = JSON.parse(body) as { submissionId: string };
        const receipt = { submissionId, reference: 'A 1', receivedAt: '2026-11-24T13:50:00Z' };
        void released.then(() =>
          isTorn
            ? response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Page introuvable')
            : response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(receipt)),
        );
      });
    } else if (url === '/v1/challenge') {
      site.challenges += 1;
    } else if (files.push(url) && url.startsWith(`/${blocked}`)) {
      response.writeHead(503).end();
    } else if (url.endsWith('.js')) {
      readFile(new URL(`../../../dist/cdn${url}`, import.meta.url)).then(
        (content) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(content),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(policy && { 'content-security-policy': policy.replace('ORIGIN', site.origin) }),
      })
        .end(`<!doctype html><html lang="fr"><title>page</title><link rel="icon" href="data:,"><script type="module" src="/cliquez-signalez.js"></script>
          <cliquez-signalez endpoint="/v1/reports" hotline="Point de Contact" hotline-url="https://hotline.example/" ${attributes}><a href="/hotline">Signaler à la ligne</a></cliquez-signalez>`);
    }
  });
  server.listen(0, host);
  await once(server, 'listening');
  t.after(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  site.origin = `http://${name}:${(server.address() as AddressInfo).port}`;
  return site;
}

async function openPage(t: TestContext, browser: Browser, site: Site): Promise<Page> {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(site.origin);
  await page.waitFor(`${WIDGET}?.renderRoot?.querySelector('${LAUNCHER}') != null`, PATIENT);
  return page;
}

const reach = (page: Page, title: string): Promise<unknown> =>
  page.waitFor(`${ROOT}.querySelector('${HEADING}')?.textContent === ${JSON.stringify(title)}`, PATIENT);

const click = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`${ROOT}.querySelector(${JSON.stringify(selector)}).click()`);

/** Goes to the review, for content on this page. */
async function reachCheck(page: Page): Promise<void> {
  await takeUp(page);
  await lead(page, "await driver.reachCheck({ category: 'unsure' })");
  await reach(page, fr['s4.title']);
}

const launcherOf = (page: Page): Promise<string> =>
  page.evaluate<string>(`${ROOT}.querySelector('${LAUNCHER}').localName`);

/** Waits, in the test process, until a condition is true. */
async function arrived(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + PATIENT.timeoutMs; !condition();) {
    assert.ok(Date.now() < end, what);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const HOST_NAME = 'http.test';

/** An http address that the engine treats as not secure: a host name, or another IP address where none can be set. */
function insecureAddress(engine: Engine): { host: string; name?: string } | undefined {
  if (engine !== 'webkit') return { host: '127.0.0.1', name: HOST_NAME };
  const host = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  return host ? { host } : undefined;
}

for (const engine of pairWith('webkit')) {
  test(engine, async (tests) => {
    const browser = await launch(engine, { hostName: HOST_NAME });
    tests.after(() => browser.close());

    const insecure = insecureAddress(engine);
    if (!insecure) tests.diagnostic('no address here that this engine takes for insecure');
    else {
      await tests.test('from a page over http, a report arrives, once and under a key', async (t) => {
        const site = await startSite(t, { attributes: '', ...insecure });
        const page = await openPage(t, browser, site);
        assert.equal(await page.evaluate('isSecureContext'), false);
        assert.equal(
          await page.evaluate('String([typeof crypto.randomUUID, typeof crypto.subtle])'),
          'undefined,undefined',
        );
        await reachCheck(page);
        await click(page, MAIN);
        await reach(page, fr['ok.title']);
        const [{ body, key }, ...others] = site.posts as [Arrival, ...Arrival[]];
        assert.deepEqual(others, []);
        const { submissionId } = reportSchema.parse(JSON.parse(body));
        assert.match(submissionId, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        assert.equal(key, submissionId);
      });

      if (isChosen(engine))
        await tests.test(
          'a page over http that wants reports sealed has the link alone, and is told why',
          async (t) => {
            const site = await startSite(t, { attributes: `public-key="${PUBLIC_KEY}"`, ...insecure });
            const page = await openPage(t, browser, site);
            assert.equal(await page.evaluate('isSecureContext'), false);
            assert.equal(await launcherOf(page), 'a');
            await page.evaluate(`${WIDGET}.open()`);
            assert.equal(await page.evaluate(`${ROOT}.querySelector('dialog')`), null);
            await page.evaluate(`void ${WIDGET}.check().then(({ findings }) => {
            window.findings = findings.map(({ code }) => code);
          })`);
            const findings = await page.waitFor<string[]>('window.findings', PATIENT);
            assert.ok(findings.includes('page-insecure'), findings.join());
            // The check posts the version of reports to the endpoint, and no other data.
            assert.deepEqual(
              site.posts.filter(({ body }) => body !== '{"schemaVersion":"1.0"}'),
              [],
            );
            // Without the key, the form opens.
            await page.evaluate(`${WIDGET}.removeAttribute('public-key')`);
            await page.waitFor(`${ROOT}.querySelector('${LAUNCHER}').localName === 'button'`, PATIENT);
            await page.evaluate(`void ${WIDGET}.open()`);
            await reach(page, fr['s1.title']);
          },
        );
    }

    await tests.test(
      'without the means to seal, the form does not open, and the fallback link is there',
      async (t) => {
        const site = await startSite(t, { attributes: `public-key="${PUBLIC_KEY}"`, blocked: 'sealing-' });
        const page = await openPage(t, browser, site);
        await page.evaluate(`void ${WIDGET}.open()`);
        await page.waitFor(`${ROOT}.querySelector('p[role="alert"]') !== null`, PATIENT);
        assert.equal(await page.evaluate(`${ROOT}.querySelector('dialog')`), null);
        assert.equal(await page.evaluate(`${WIDGET}.querySelector('a').checkVisibility()`), true);
      },
    );

    await tests.test('sealed by the built files, a report leaves as an envelope', async (t) => {
      const site = await startSite(t, { attributes: `public-key="${PUBLIC_KEY}" partner="ville-exemple"` });
      const page = await openPage(t, browser, site);
      await reachCheck(page);
      await click(page, MAIN);
      await reach(page, fr['ok.title']);
      const [{ body }, ...others] = site.posts as [Arrival, ...Arrival[]];
      assert.deepEqual(others, []);
      const { sealed, ...envelope } = JSON.parse(body) as Record<string, unknown>;
      assert.deepEqual(Object.keys(envelope), ['schemaVersion', 'submissionId', 'partnerId']);
      assert.match(String(sealed), /^[\w-]+\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
      assert.ok(!body.includes('unsure'));
    });

    if (isChosen(engine))
      await tests.test('the proof’s chunk is missing, and the report goes without', async (t) => {
        const site = await startSite(t, { attributes: 'challenge="/v1/challenge"', blocked: 'proving-' });
        const page = await openPage(t, browser, site);
        await reachCheck(page);
        await click(page, MAIN);
        await reach(page, fr['ok.title']);
        assert.deepEqual([site.challenges, site.posts.length, site.posts[0]?.proof], [0, 1, undefined]);
      });

    await tests.test(
      'a policy that lets the report through, but not the challenge, keeps nothing back',
      async (t) => {
        const site = await startSite(t, {
          attributes: 'challenge="/v1/challenge"',
          policy: REPORTS_ALONE,
        });
        const page = await openPage(t, browser, site);
        await reachCheck(page);
        await click(page, MAIN);
        await reach(page, fr['ok.title']);
        assert.deepEqual([site.challenges, site.posts.length, site.posts[0]?.proof], [0, 1, undefined]);
      },
    );

    await tests.test(
      'a policy that blocks another request to the same server, while the report is on its way, stops nothing',
      async (t) => {
        const site = await startSite(t, {
          attributes: '',
          policy: REPORTS_ALONE,
          isHeld: true,
        });
        const page = await openPage(t, browser, site);
        await reachCheck(page);
        await click(page, MAIN);
        await arrived(() => site.posts.length === 1, 'no report came');
        await page.evaluate(`void (document.addEventListener('securitypolicyviolation', () => (window.isBlocked = true)),
          fetch('/v1/challenge').catch(() => {}))`);
        await page.waitFor('window.isBlocked', PATIENT);
        site.release();
        await reach(page, fr['ok.title']);
        assert.deepEqual([site.challenges, site.posts.length], [0, 1]);
      },
    );

    await tests.test(
      'a page that forbids the endpoint’s address while the report is on its way, and asks there, stops nothing',
      async (t) => {
        const site = await startSite(t, { attributes: '', isHeld: true });
        const page = await openPage(t, browser, site);
        await reachCheck(page);
        await click(page, MAIN);
        await arrived(() => site.posts.length === 1, 'no report came');
        await page.evaluate(FORBID);
        await page.evaluate("void fetch('/v1/reports', { method: 'POST' }).catch(() => {})");
        await page.waitFor('window.isBlocked', PATIENT);
        site.release();
        await reach(page, fr['ok.title']);
        assert.equal(site.posts.length, 1);
      },
    );

    if (isChosen(engine))
      await tests.test(
        'a report that may have arrived stays so, where the page forbids the endpoint’s address before the next try',
        async (t) => {
          const site = await startSite(t, { attributes: '', isTorn: true });
          const page = await openPage(t, browser, site);
          await reachCheck(page);
          await click(page, MAIN);
          const title = `${ROOT}.querySelector('.failure .summary-title')?.textContent.trim()`;
          await page.waitFor(title, PATIENT);
          assert.equal(await page.evaluate(title), fr['fail.unconfirmed']);
          await page.evaluate(FORBID);
          await click(page, MAIN);
          await page.waitFor('window.isBlocked', PATIENT);
          await page.waitFor(
            `${ROOT}.querySelector('.failure').textContent.includes('Ce site bloque')`,
            PATIENT,
          );
          assert.equal(await page.evaluate(title), fr['fail.unconfirmed']);
          assert.equal(site.posts.length, 1);
        },
      );

    await tests.test('closed while the proof is awaited, the page still delivers the report', async (t) => {
      const site = await startSite(t, { attributes: 'challenge="/v1/challenge"' });
      const page = await openPage(t, browser, site);
      await reachCheck(page);
      // Its code is loaded before the tap, for reporters who close the page right after it.
      await arrived(() => site.files.some((file) => file.startsWith('/proving-')), 'no code came');
      assert.equal(site.challenges, 0);
      await click(page, MAIN);
      await arrived(() => site.challenges === 1, 'no challenge was asked for');
      assert.equal(site.posts.length, 0);
      await page.goto('about:blank');
      await arrived(() => site.posts.length === 1, 'the report is lost');
      assert.equal(site.posts[0]?.proof, undefined);
    });
  });
}
