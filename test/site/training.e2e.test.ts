// A trainer's afternoon: many phones open one address, the network goes, and each makes two practice reports. No request
// leaves but those for the page and the widget's own files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import {
  AGAIN,
  BAND,
  choice,
  HEADING,
  LAUNCHER,
  MAIN,
  named,
  REFERENCE,
  seek,
} from '../../demo/gallery/driver.ts';
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import { launch, type Page } from '../setup/browsers.ts';
import { isEvery } from '../setup/every.ts';
import { PATIENT, startServer } from '../setup/site.ts';
import { builtSite } from './site-files.ts';

/** A class has twenty, of which each does the same. */
const PHONES = isEvery ? 20 : 4;
const PHONE = { width: 390, height: 844, hasTouch: true };

/** What the form for practice fetches at the end, in any order: its page, the views behind its doors, other countries' lines. */
const LAST_FILES = ['page-flow', 'extra(?!-fr-)', 'abroad'];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The root of one of the page's widgets. */
const rootOf = (widget: string): string => `document.querySelector('${widget}').renderRoot`;
const BY_STEPS = 'cliquez-signalez:not([flow])';
const ON_ONE_PAGE = 'cliquez-signalez[flow="page"]';

/** Presses an element of a widget. */
async function press(page: Page, widget: string, selector: string): Promise<void> {
  const found = seek(rootOf(widget), selector);
  await page.waitFor(`Boolean(${found})`, PATIENT);
  await page.evaluate(`${found}.click()`);
}

async function reach(page: Page, widget: string, title: string): Promise<void> {
  const root = rootOf(widget);
  await page.waitFor(
    `${root}.querySelector('${HEADING}')?.textContent.trim() === ${JSON.stringify(title)}`,
    PATIENT,
  );
  assert.equal(await page.evaluate(`${root}.querySelector('${BAND}').innerText`), fr['practice.band']);
}

async function write(page: Page, widget: string, name: string, text: string): Promise<void> {
  const found = seek(rootOf(widget), named(name));
  await page.waitFor(`Boolean(${found})`, PATIENT);
  await page.evaluate(`(() => {
    ${found}.value = ${JSON.stringify(text)};
    ${found}.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  })()`);
}

/** From the button to the number that nobody gave. */
async function reportBySteps(page: Page): Promise<void> {
  await press(page, BY_STEPS, LAUNCHER);
  await reach(page, BY_STEPS, fr['s1.title']);
  await press(page, BY_STEPS, choice('category', 'shocking_content_minors'));
  await press(page, BY_STEPS, MAIN);
  await reach(page, BY_STEPS, fr['s2.title']);
  await press(page, BY_STEPS, choice('where', 'elsewhere'));
  await write(page, BY_STEPS, 'addresses.0', 'https://clips.example/video/77');
  await press(page, BY_STEPS, MAIN);
  await reach(page, BY_STEPS, fr['s4.title']);
  await press(page, BY_STEPS, MAIN);
  await reach(page, BY_STEPS, fr['practice.title']);
  assert.equal(
    await page.evaluate(`${rootOf(BY_STEPS)}.querySelector('${REFERENCE}').textContent`),
    'ESSAI-1234',
  );
  // « Fermer ».
  await press(page, BY_STEPS, MAIN);
}

/** Two reports of a professional; the second one asks for the link alone. */
async function reportOnOnePage(page: Page): Promise<void> {
  await press(page, ON_ONE_PAGE, LAUNCHER);
  await reach(page, ON_ONE_PAGE, fr['page.title']);
  await press(page, ON_ONE_PAGE, choice('category', 'procuring'));
  for (const address of ['https://annonces.example/1', 'https://annonces.example/2']) {
    await write(page, ON_ONE_PAGE, 'addresses.0', address);
    await press(page, ON_ONE_PAGE, MAIN);
    await reach(page, ON_ONE_PAGE, fr['s4.title']);
    await press(page, ON_ONE_PAGE, MAIN);
    await reach(page, ON_ONE_PAGE, fr['practice.title']);
    await press(page, ON_ONE_PAGE, AGAIN);
    await reach(page, ON_ONE_PAGE, fr['page.title']);
  }
}

test(`chromium: ${PHONES} phones with one address train without a network, and ask for nothing else`, async (t) => {
  const site = await builtSite();
  t.after(() => site.remove());
  let isOnline = true;
  /** Requests for something else than a file of the site. */
  const others: string[] = [];
  const server = await startServer(t, ({ url = '', method }, response) => {
    if (method !== 'GET') others.push(`${method} ${url}`);
    if (!isOnline || method !== 'GET') return void response.destroy();
    const path = url.replace(/[?#].*/, '');
    readFile(join(site.folder, path)).then(
      (content) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/json' }).end(content),
      () => {
        others.push(url);
        response.writeHead(404).end();
      },
    );
    return undefined;
  });
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const phones: Page[] = [];
  for (let phone = 0; phone < PHONES; phone += 1) {
    const page = await browser.newPage(PHONE);
    phones.push(page);
    await page.goto(`${server.origin}/fr/training.html`);
    await page.waitFor(
      `${JSON.stringify(LAST_FILES)}.every((file) => performance.getEntriesByType('resource')
        .some(({ name }) => new RegExp('/cdn/' + file + '-[^/]*[.]js$').test(name)))`,
      PATIENT,
    );
  }
  const loaded = server.requests.length;
  isOnline = false;
  for (const page of phones) {
    await reportBySteps(page);
    await reportOnOnePage(page);
    const outside = await page.evaluate<string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(${JSON.stringify(server.origin)}))`,
    );
    assert.deepEqual(outside, []);
    await page.close();
  }
  assert.equal(server.requests.length, loaded, 'the network was needed');
  assert.deepEqual(others, []);
});
