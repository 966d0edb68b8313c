// Data that leaves the device, and data that stays on it: none before « Envoyer », one bare request then, no trace
// after.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { Report } from '../../../src/core/report/report.ts';
import { createReceiver, openStore, type ReportStore } from '../../../src/receiver/index.ts';
import { ENGINES, launch, type Page } from '../../setup/browsers.ts';
import { until } from '../../setup/until.ts';
import {
  answerByKeyboard,
  sendByKeyboard,
  startCdn,
  startPage,
  startServer,
  tabToLauncher,
  type Recorded,
  type RecordingServer,
} from '../../setup/site.ts';

const CANARY = 'canari-7f3a';
const COOKIE = 'visitor=4711';

/** Headers that a preflight and the report may have. The page cannot add to them, and none names the page. */
const FROM_THE_BROWSER = [
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'host',
  'origin',
  'pragma',
  'priority',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'user-agent',
];
const IN_CHROMIUM = ['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'];
const OF_THE_REPORT = ['content-length', 'content-type', 'idempotency-key'];
const OF_THE_PREFLIGHT = ['access-control-request-headers', 'access-control-request-method'];

/** The real receiver, behind a server that records its requests. */
async function startReceiver(t: TestContext): Promise<{ server: RecordingServer; store: ReportStore }> {
  const store = await openStore('sqlite::memory:');
  const receive = createReceiver({ store });
  const listener = getRequestListener(async (request) => receive(request), { overrideGlobalObjects: false });
  const server = await startServer(t, (request, response) => void listener(request, response));
  t.after(() => store.close());
  return { server, store };
}

/** Everything that a page, or a later user of the device, can find. */
const tracesIn = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases?.())?.length ?? 0,
    // Only where the engine treats this page as secure.
    caches: 'caches' in window ? (await caches.keys()).length : 0,
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    history: history.length,
    state: history.state as unknown,
    address: location.href,
    title: document.title,
    name: window.name,
  }));

/** Addresses of all files that the page has loaded. */
const loadedBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

const addressesOf = ({ origin, requests }: RecordingServer): string[] =>
  requests.map(({ path }) => origin + path);

const namesBeyond = ({ headers }: Recorded, allowed: readonly string[]): string[] =>
  Object.keys(headers).filter((name) => !allowed.includes(name));

/** Every element in the widget with text or a field. */
const widgetText = (): string => {
  const root = document.querySelector('cliquez-signalez')!.renderRoot;
  const fields = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  return root.innerHTML + fields.map(({ value }) => value).join('\n');
};

const byName = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();

for (const engine of ENGINES) {
  test(`${engine} asks for the widget's files alone until « Envoyer », sends one bare request, keeps nothing`, async (t) => {
    const { server: receiver, store } = await startReceiver(t);
    const cdn = await startCdn(t);
    const site = await startPage(
      t,
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un forum</title>
        <link rel="icon" href="/icon.svg">
        <script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
        <cliquez-signalez endpoint="${receiver.origin}/v1/reports" hotline="Point de Contact"></cliquez-signalez>`,
      // The page exposes all that it can: cookies ignore the port.
      { 'set-cookie': `${COOKIE}; HttpOnly; SameSite=Lax; Path=/`, 'referrer-policy': 'unsafe-url' },
    );
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${site.origin}/?fil=42`);
    const atFirst = await tracesIn(page);
    const untouched = { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 };
    assert.deepEqual(atFirst, {
      ...atFirst,
      ...untouched,
      title: 'Un forum',
      address: `${site.origin}/?fil=42`,
    });

    await tabToLauncher(page);
    await page.press('Enter');
    await answerByKeyboard(page, {
      category: 'unsure',
      address: `https://exemple.fr/${CANARY}`,
      details: CANARY,
    });

    assert.equal(receiver.connections(), 0);
    assert.equal(receiver.requests.length, 0);
    const loaded = async (): Promise<string[]> =>
      (await loadedBy(page)).filter((address) => address !== `${site.origin}/icon.svg`);
    // Files that the last field has requested may still be on their way. With the review, what few people open loads too:
    // the ways to an aim and the receipt are there after the report, also without a network.
    const nameOf = (address: string): string => /\/([a-z-]+)-[\w-]{6}\.js$/.exec(address)?.[1] ?? address;
    const hasExtra = (): boolean =>
      ['extra', 'extra-fr'].every((name) => addressesOf(cdn).map(nameOf).includes(name));
    await until(
      async () => hasExtra() && (await loaded()).length >= addressesOf(cdn).length,
      'the page has loaded what it has asked for',
    );
    const files = addressesOf(cdn);
    assert.ok(
      files.every((address) => /\/[\w-]+\.js$/.test(address)),
      files.join(' '),
    );
    assert.deepEqual(byName(files), files.toSorted()); // each once
    assert.deepEqual(
      site.requests.map(({ path }) => path).filter((path) => path !== '/icon.svg'),
      ['/?fil=42'],
    );
    assert.deepEqual(byName(await loaded()), byName(files));
    assert.deepEqual(await tracesIn(page), atFirst);

    const reference = await sendByKeyboard(page);
    assert.deepEqual(
      receiver.requests.map(({ method, path }) => `${method} ${path}`),
      ['OPTIONS /v1/reports', 'POST /v1/reports'],
    );
    const [preflight, post] = receiver.requests;
    const sent = [...FROM_THE_BROWSER, ...(engine === 'chromium' ? IN_CHROMIUM : [])];
    assert.deepEqual(namesBeyond(preflight!, [...sent, ...OF_THE_PREFLIGHT]), []);
    assert.deepEqual(namesBeyond(post!, [...sent, ...OF_THE_REPORT]), []);
    assert.equal(post!.headers.origin, site.origin);

    const [stored, ...others] = await store.list();
    assert.deepEqual(others, []);
    assert.equal(stored?.reference, reference);
    const report = JSON.parse(stored.body) as Report;
    assert.equal(post!.headers['idempotency-key'], report.submissionId);
    assert.equal(report.content?.description, CANARY);
    assert.ok(!/127\.0\.0\.1|fil=|forum/i.test(stored.body), stored.body);

    assert.equal(await page.evaluate(widgetText).then((text) => text.includes(CANARY)), false);
    assert.deepEqual(await tracesIn(page), atFirst);
    assert.deepEqual(
      (await page.cookies()).map(({ name, value }) => `${name}=${value}`),
      [COOKIE],
    );
    const endpoint = `${receiver.origin}/v1/reports`;
    // Nothing more loads after the report.
    assert.deepEqual(addressesOf(cdn), files);
    assert.deepEqual(byName(await loaded()), byName([...files, endpoint]));

    // The page's own request shows the headers that a request could carry.
    await page.evaluate(async (address: string) => {
      await fetch(address, { mode: 'no-cors', credentials: 'include' });
    }, endpoint);
    const { headers } = receiver.requests.at(-1)!;
    assert.equal(headers.cookie, COOKIE);
    assert.equal(headers.referer, `${site.origin}/?fil=42`);
  });
}
