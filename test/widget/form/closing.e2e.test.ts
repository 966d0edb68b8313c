// The tab closes 20 ms after « Envoyer »: the report still arrives, short or long, even if the endpoint's preflight is
// not cached.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { MAIN, named, seek } from '../../../demo/gallery/driver.ts';
import { MAX_REPORT_BYTES } from '../../../src/core/report/protocol.ts';
import { createReceiver, openStore } from '../../../src/receiver/index.ts';
import { ENGINES, launch, launchWithProfile, type Engine, type Page } from '../../setup/browsers.ts';
import { isEvery } from '../../setup/every.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';

const CLOSED_AFTER_MS = 20;
/** From the end of the tab to the answer of a preflight. A busy machine needs some of it to end what ran in the tab. */
const PREFLIGHT_MS = 1_000;
/** The longest time for a report to arrive after its tab is closed. */
const ARRIVAL_MS = 4_000;
const BEACON_BYTES = 60_000;

const SHORT = 'https://exemple.fr/page';
/** Addresses that make a report of nearly the maximum length: each is kept both as typed and as corrected. */
const LONG = Array.from(
  { length: 6 },
  (_, n) => `hxxp://exemple${n}.fr/${'é'.repeat(1_180)}${'a'.repeat(840)}`,
).join(' ');

interface Tab {
  /** Runs an expression in the tab. */
  evaluate<T>(expression: string): Promise<T>;
  waitFor(expression: string): Promise<void>;
  /** Runs an expression in the tab, and closes the tab 20 ms later. */
  endWith(expression: string): Promise<void>;
}

/** Opens tabs of one browser that keeps running when they close, as an ordinary browser does. */
async function startBrowser(t: TestContext, engine: Engine, site: string) {
  if (engine === 'webkit') {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const opener = await browser.newPage();
    await opener.goto(`${site}/opener`);
    return (url: string) => openFrom(opener, url);
  }
  const profile = await mkdtemp(join(tmpdir(), 'closing-'));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const browser = await launchWithProfile(engine, profile);
  t.after(() => browser.close());
  return async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    await page.goto(url);
    return {
      evaluate: (expression) => page.evaluate(expression) as never,
      waitFor: async (expression) => void (await page.waitFor(expression, PATIENT)),
      async endWith(expression) {
        await page.evaluate(expression);
        await delay(CLOSED_AFTER_MS);
        await page.close();
      },
    };
  };
}

/**
 * A tab in a browser whose WebDriver session ends with its only window: a script of another window opens and closes it.
 */
async function openFrom(opener: Page, url: string): Promise<Tab> {
  const inTab = (expression: string): string => `tab.eval(${JSON.stringify(expression)})`;
  await opener.evaluate(`void (document.querySelector('a').href = ${JSON.stringify(url)})`);
  await opener.click(50, 50); // windows open for a user only
  await opener.waitFor(
    `window.tab && ${inTab("document.readyState === 'complete' && location.href")} !== 'about:blank'`,
    PATIENT,
  );
  return {
    evaluate: (expression) => opener.evaluate(inTab(expression)) as never,
    waitFor: async (expression) => void (await opener.waitFor(inTab(expression), PATIENT)),
    async endWith(expression) {
      await opener.evaluate(inTab(`${expression}; setTimeout(() => close(), ${CLOSED_AFTER_MS}); 0`));
      await opener.waitFor('tab.closed', PATIENT);
    },
  };
}

/** The real receiver. It answers a preflight when what was given to `holdPreflights` has ended, and a little later. */
async function startReceiver(t: TestContext) {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receive = createReceiver({ store });
  const listener = getRequestListener(async (request) => receive(request), { overrideGlobalObjects: false });
  let held: Promise<unknown> = Promise.resolve();
  const { origin } = await startServer(t, async (request, response) => {
    if (request.method === 'OPTIONS') {
      await held;
      await delay(PREFLIGHT_MS);
    }
    await listener(request, response);
  });
  return {
    origin,
    bodies: async () => (await store.list({ limit: 1_000 })).map(({ body }) => body),
    holdPreflights: (until: Promise<unknown>) => void (held = until),
  };
}

/** A page with the widget, with the endpoint in the page's address, and a path that accepts beacons and delays them. */
async function startSite(t: TestContext): Promise<string> {
  const cdn = await startCdn(t);
  const { origin } = await startServer(t, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/beacon') return;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
      pathname === '/opener'
        ? `<!doctype html><a onclick="window.tab = window.open(this.href); return false"
             style="position: fixed; inset: 0">open</a>`
        : `<!doctype html><html lang="fr"><title>page</title>
           <script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
           <cliquez-signalez endpoint="${searchParams.get('endpoint')}" country="FR"></cliquez-signalez>`,
    );
  });
  return origin;
}

const FORM = "document.querySelector('cliquez-signalez').renderRoot";
const SUBMIT = `${FORM}.querySelector('${MAIN}').click()`;

/** Leads the form to its last step. */
async function reachCheck(tab: Tab, addresses: string): Promise<void> {
  await tab.waitFor("customElements.get('cliquez-signalez') !== undefined");
  await tab.evaluate("void document.querySelector('cliquez-signalez').open()");
  await tab.waitFor(`${seek(FORM, '[answer="unsure"]')} !== null`);
  await tab.evaluate(`${seek(FORM, '[answer="unsure"]')}.click(), ${SUBMIT}`);
  await tab.waitFor(`${seek(FORM, '[answer="elsewhere"]')} !== null`);
  await tab.evaluate(`${seek(FORM, '[answer="elsewhere"]')}.click()`);
  await tab.waitFor(`${seek(FORM, named('addresses.0'))} !== null`);
  await tab.evaluate(`(() => {
    const field = ${seek(FORM, named('addresses.0'))};
    field.value = ${JSON.stringify(addresses)};
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  })()`);
  await tab.evaluate(SUBMIT);
  await tab.waitFor(`${FORM}.querySelector('.terms') !== null`);
}

/** Makes the browser send its preflight once, so that the report later needs none. */
const warm = (endpoint: string): string => `fetch(${JSON.stringify(endpoint)}, {
  method: 'POST', body: '{}', credentials: 'omit',
  headers: { 'content-type': 'application/json', 'idempotency-key': 'x' },
}).then(({ status }) => (window.warmed = status))`;

const sendBeacon = `navigator.sendBeacon('/beacon', 'x'.repeat(${BEACON_BYTES}))`;

/** The bytes that a form would send without keepalive. */
const WITHOUT_KEEPALIVE =
  'void (window.fetch = ((send) => (url, options) => send(url, { ...options, keepalive: false }))(fetch))';

async function arrives(bodies: () => Promise<string[]>, countBefore: number): Promise<string | undefined> {
  const deadline = Date.now() + ARRIVAL_MS;
  for (;;) {
    const now = await bodies();
    if (now.length > countBefore) return now.at(-1);
    if (Date.now() > deadline) return undefined;
    await delay(25);
  }
}

/**
 * Chromium and WebKit keep alive no more than 64 KiB for a page at a time, its own beacons included. A larger report
 * goes as a plain request, which needs its tab: no page can do more. Firefox (from 133) applies the limit to each
 * request alone.
 */
const needsItsTab = (engine: Engine, name: string): boolean =>
  engine !== 'firefox' && name.startsWith('long') && name.endsWith('beacon');

/** Each engine tries each two of the three together; Firefox does so with the other half of the combinations. */
const isTried = (engine: Engine, [isLong, isWarm, hasBeacon]: readonly boolean[]): boolean =>
  isEvery || ((isLong !== isWarm) === hasBeacon) !== (engine === 'firefox');

for (const engine of ENGINES) {
  test(`${engine}: a tab closed 20 ms after « Envoyer » does not keep the report from arriving`, async (t) => {
    const { origin, bodies, holdPreflights } = await startReceiver(t);
    const site = await startSite(t);
    const open = await startBrowser(t, engine, site);
    const lost: string[] = [];
    const arrived: string[] = [];
    let cell = 0;
    for (const isLong of [false, true]) {
      for (const isWarm of [false, true]) {
        for (const hasBeacon of [false, true]) {
          if (!isTried(engine, [isLong, isWarm, hasBeacon])) continue;
          const name = `${isLong ? 'long' : 'short'}, ${isWarm ? 'warm' : 'cold'}${hasBeacon ? ', beacon' : ''}`;
          // The address is unique: the browser's knowledge of other addresses does not help.
          const endpoint = `${origin}/v1/reports?${cell++}`;
          const tab = await open(`${site}/page?endpoint=${encodeURIComponent(endpoint)}`);
          await reachCheck(tab, isLong ? LONG : SHORT);
          if (isWarm) {
            await tab.evaluate(`void ${warm(endpoint)}`);
            await tab.waitFor('window.warmed');
          }
          if (hasBeacon) assert.ok(await tab.evaluate<boolean>(sendBeacon));
          const { length } = await bodies();
          const ended = tab.endWith(SUBMIT);
          holdPreflights(ended); // a busy machine may take longer to close a tab than a preflight takes
          await ended;
          const body = await arrives(bodies, length);
          (body === undefined ? lost : arrived).push(name);
          if (body !== undefined && isLong) {
            const bytes = Buffer.byteLength(body);
            assert.ok(bytes > MAX_REPORT_BYTES - 1_500 && bytes <= MAX_REPORT_BYTES, `${bytes} bytes`);
          }
        }
      }
    }
    const tab = await open(`${site}/page?endpoint=${encodeURIComponent(`${origin}/v1/reports?control`)}`);
    await reachCheck(tab, SHORT);
    await tab.evaluate(WITHOUT_KEEPALIVE);
    const { length } = await bodies();
    const ended = tab.endWith(SUBMIT);
    holdPreflights(ended);
    await ended;
    assert.equal(await arrives(bodies, length), undefined, 'the test shows nothing: any request arrives');

    t.diagnostic(`arrived: ${arrived.join(' · ')}${lost.length ? ` — lost: ${lost.join(' · ')}` : ''}`);
    assert.deepEqual(
      lost.filter((name) => !needsItsTab(engine, name)),
      [],
    );
    assert.ok(arrived.length >= (3 / 4) * cell);
  });
}
