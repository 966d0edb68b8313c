// Every page of broken-pages.ts, in each engine: what the visitor gets, and what the console says, is what broken-pages.json
// records (`RECORD=1` measures it anew). No page leaves the visitor without a form or a link, but those that have removed both; and
// the rest of each page stays in sight.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { DEFAULT_PATH } from '../../../src/receiver/protocol/paths.ts';
import { ENGINES, launch, type Engine } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { startCdn, startServer } from '../../setup/site.ts';
import {
  BROKEN_PAGES,
  readBrokenPages,
  type BrokenPage,
  type MeasuredPage,
  type Places,
} from './broken-pages.ts';

const TABLE = new URL('broken-pages.json', import.meta.url);
const isRecording = process.env['RECORD'] === '1';

/** Records what the widget says, before any script of the page. */
const FIRST = `globalThis.said = [];
for (const kind of ['warn', 'info', 'error']) {
  const before = console[kind];
  console[kind] = (...words) => { said.push(String(words[0])); before(...words); };
}`;

/** This machine under a name by which no page knows it: http to it is http to another machine. */
const MAPPED = '[::ffff:7f00:1]';

const ROOM = '<style>cliquez-signalez:not(:defined) { display: inline-block; min-block-size: 48px }</style>';

/** Longer than a widget waits before it says what is wrong with it (LATE_MS of the button): what is silent then stays silent. */
const SILENCE_MS = 4_500;

/** What a page looks like after a visitor has pressed its button. Runs in the page around the frames. */
const MEASURE = `
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  const isSeen = (element) => Boolean(element) && element.checkVisibility({ visibilityProperty: true });
  const linkIn = (root) => [...(root?.querySelectorAll('a') ?? [])].some((a) => a.href === 'https://hotline.example/signaler' && isSeen(a));
  const of = (said) => said.filter((text) => /^<?cliquez-signalez\\b/.test(text));
  async function until(holds) {
    for (const end = performance.now() + 15_000; performance.now() < end && !holds(); ) await sleep(50);
  }
  async function measure({ id, isScriptless, texts, hasLinkInForm }) {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; inline-size: 800px; block-size: 600px';
    if (isScriptless) frame.sandbox = 'allow-same-origin';
    frame.src = '/page/' + id;
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
    const since = performance.now();
    const root = frame.contentDocument;
    const shadow = () => root.querySelector('cliquez-signalez')?.renderRoot;
    const dialog = () => shadow()?.querySelector('dialog[open]');
    const failed = () => shadow()?.querySelector('[role=alert]:not(dialog *)');
    // An element that a script of the page writes comes with the load event, or soon after.
    await until(() => isSeen(shadow()?.querySelector('.launcher')) || performance.now() > since + 1_000);
    const launcher = shadow()?.querySelector('button.launcher');
    const isPressed = isSeen(launcher);
    if (isPressed) {
      launcher.click();
      await until(() => dialog() || isSeen(failed()));
      if (hasLinkInForm) await until(() => linkIn(dialog()));
    }
    const said = () => of(frame.contentWindow.said ?? []);
    await until(() => said().length >= texts && performance.now() > since + ${SILENCE_MS});
    const hasLink = linkIn(root) || linkIn(shadow());
    const gets = dialog()
      ? linkIn(dialog()) ? 'form, with a link' : 'form'
      : hasLink ? (isPressed ? 'link after a tap' : 'link') : 'nothing';
    const rest = root.querySelector('#rest p');
    const result = { gets, said: said(), isRestSeen: isSeen(rest) && rest.getBoundingClientRect().height > 0 };
    frame.remove();
    return [id, result];
  }
  async function measureAll(pages) {
    const results = {};
    const waiting = [...pages];
    await Promise.all(Array.from({ length: 20 }, async () => {
      for (let page; (page = waiting.shift()); ) {
        const [id, result] = await measure(page);
        results[id] = result;
      }
    }));
    window.results = results;
  }`;

interface Result {
  readonly gets: MeasuredPage['gets'];
  readonly said: readonly string[];
  readonly isRestSeen: boolean;
}

/** The pages and all that they name. */
async function startPages(t: TestContext): Promise<{ origin: string; places: Places }> {
  const cdn = await startCdn(t);
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const other = await startServer(t, (_, response) => response.writeHead(200).end('{}'));
  const anything = await startServer(t, (_, response) =>
    response
      .writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'access-control-allow-methods': '*',
      })
      .end('{}'),
  );
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  const places: Places = {
    cdn: `${cdn.origin}/`,
    endpoint: `${receiver.url}${DEFAULT_PATH}`,
    other: other.origin,
    anything: anything.origin,
    closed: `http://127.0.0.1:${port}`,
  };
  const entry = readFileSync(new URL('../../../dist/cdn/cliquez-signalez.js', import.meta.url), 'utf8');
  const scripts: Readonly<Record<string, string>> = {
    '/first.js': FIRST,
    '/alone/cliquez-signalez.js': entry,
    // Its files have other names now; the diagnosis is the same.
    '/old/cliquez-signalez.js': entry
      .replace(/\.\/form-[\w-]+\.js/g, './form-OLDOLD.js')
      .replace(/`\.\/(diag)/g, `\`${cdn.origin}/$1`),
    '/merged/all.js': `void 0;${entry}`,
    '/newer/cliquez-signalez.js': entry.replaceAll('0.1.0', '9.9.9'),
  };
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const text = scripts[url];
    const page = BROKEN_PAGES.find(({ id }) => url === `/page/${id}`);
    if (text !== undefined) response.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
    else if (page) {
      const headers = { 'content-type': 'text/html; charset=utf-8', ...page.headers?.(places) };
      response.writeHead(200, headers).end(htmlOf(page, places));
    } else if (url === '/')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="fr"><title>Pages</title><link rel="icon" href="data:,"><script>${MEASURE}</script>`,
        );
    else response.writeHead(404).end();
  });
  return { origin, places };
}

function htmlOf({ html, headers }: BrokenPage, places: Places): string {
  const body = html(places);
  const isXml = headers?.(places)['content-type']?.includes('xml');
  if (isXml) return body.replace('<title>', `<script src="/first.js"></script><title>`);
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title><script src="/first.js"></script>${ROOM}</head><body>${body}</body></html>`;
}

/** What the widget says, without what differs between engines and runs. */
function saidBy(said: readonly string[], origins: readonly string[], places: Places): string[] {
  const lines = said.flatMap((text) =>
    // The report of `debug`: its findings, without their remedies.
    text.includes('\n\n') ? [...text.matchAll(/^[✗!] (.*)$/gm)].map(([, message]) => message!) : [text],
  );
  const named: readonly (readonly [string, string])[] = [
    [new URL(places.endpoint).origin, 'https://hotline.example'],
    [places.other, 'https://hotline.example'],
    [places.anything, 'https://hotline.example'],
    [places.closed, 'https://hotline.example'],
    [places.cdn, 'https://your-site.example/cs/'],
    ...origins.map((origin) => [origin, 'https://your-site.example'] as const),
  ];
  // Files that do not come are named in any order.
  return [...new Set(lines)].toSorted().map((line) =>
    named
      .reduce((text, [from, to]) => text.replaceAll(from, to), line)
      .replace(/-[\w-]{6}\.js/g, '-….js')
      .replace(/(did not open: ).*?\.(?= )/, '$1….')
      .trim(),
  );
}

/** What the page around the frames waits for: so many texts, of which the report of `debug` is one. */
function expectedOf({ id, isScriptless, html }: BrokenPage, places: Places) {
  const row = isRecording ? undefined : readBrokenPages().find((one) => one.id === id);
  const lines = row?.says.length ?? 0;
  const texts = html(places).includes(' debug') ? Math.min(1, lines) : lines;
  return { id, isScriptless: isScriptless ?? false, texts, hasLinkInForm: row?.gets === 'form, with a link' };
}

async function measure(
  t: TestContext,
  engine: Engine,
  pages: readonly BrokenPage[],
): Promise<readonly (MeasuredPage & { readonly isRestSeen: boolean })[]> {
  const { origin, places } = await startPages(t);
  const browser = await launch(engine);
  t.after(() => browser.close());
  const measureFrom = async (site: string, some: readonly BrokenPage[]): Promise<Record<string, Result>> => {
    if (some.length === 0) return {};
    const page = await browser.newPage({ width: 1000, height: 800 });
    await page.goto(`${site}/`);
    const wanted = some.map((one) => expectedOf(one, places));
    await page.evaluate(`void measureAll(${JSON.stringify(wanted)})`);
    const results = await page.waitFor<Record<string, Result>>('window.results', { timeoutMs: 240_000 });
    await page.close();
    return results;
  };
  const plain = origin.replace('127.0.0.1', MAPPED);
  const results = {
    ...(await measureFrom(
      origin,
      pages.filter(({ isPlain }) => !isPlain),
    )),
    ...(await measureFrom(
      plain,
      pages.filter(({ isPlain }) => isPlain),
    )),
  };
  return pages.map(({ id }) => {
    const { gets, said, isRestSeen } = results[id]!;
    return { id, gets, says: saidBy(said, [origin, plain], places), isRestSeen };
  });
}

const pageOf = (id: string): BrokenPage => BROKEN_PAGES.find((page) => page.id === id)!;

/** Writes measured rows into the table, in the order of the pages. */
function record(rows: readonly MeasuredPage[]): void {
  const known = [...rows, ...readBrokenPages()];
  const table = BROKEN_PAGES.flatMap(({ id }) => known.find((row) => row.id === id) ?? []);
  writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`);
}

for (const engine of ENGINES) {
  test(`${engine}: a broken page gives what the table says`, { timeout: 300_000 }, async (t) => {
    const chosen = isRecording ? BROKEN_PAGES : thirdOf(engine, BROKEN_PAGES);
    // A page that one engine alone can show runs there each time.
    const pages = BROKEN_PAGES.filter((one) => one.engines?.includes(engine) ?? chosen.includes(one));
    const measured = await measure(t, engine, pages);
    const rows = measured.map(({ id, gets, says }) => ({ id, gets, says }));
    if (isRecording)
      record(engine === 'chromium' ? rows : rows.filter(({ id }) => pageOf(id).engines?.[0] === engine));
    const table = readBrokenPages();
    assert.deepEqual(
      rows,
      pages.map(({ id }) => table.find((row) => row.id === id)),
    );
    for (const { id, gets, isRestSeen } of measured) {
      assert.ok(isRestSeen, `${id} hides the rest of the page`);
      const mayBeNothing = pageOf(id).removesBoth ?? false;
      assert.equal(gets === 'nothing', mayBeNothing, `${id} gives ${gets}`);
    }
  });
}

test('the table has a row for each page, in their order', () => {
  assert.deepEqual(
    readBrokenPages().map(({ id }) => id),
    BROKEN_PAGES.map(({ id }) => id),
  );
  assert.ok(BROKEN_PAGES.length >= 65);
});
