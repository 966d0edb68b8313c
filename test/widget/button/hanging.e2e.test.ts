// A file that never comes: after eight seconds there is a sentence, a link, and another try, which asks anew.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { choice, ERRORS, MAIN, seek } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { launch, pairWith, type Browser, type Page } from '../../setup/browsers.ts';
import { PATIENT, startServer } from '../../setup/site.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const WIDGET = "document.querySelector('cliquez-signalez')";
const ROOT = `${WIDGET}.renderRoot`;

/** Eight seconds, and what a busy machine takes beside. */
const LIMIT_MS = 8_000;
const SLACK_MS = 4_000;

/** A page with the widget, where a file, given by the start of its name, is never answered until `mend` is called. */
async function open(
  t: TestContext,
  browser: Browser,
  file: string,
): Promise<{ page: Page; mend: () => void; opened: number }> {
  let hangs = true;
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const [path = ''] = url.split('?');
    if (hangs && path.startsWith(file)) return;
    if (path.endsWith('.js')) {
      readFile(new URL(`.${path}`, CDN)).then(
        (content) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(content),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="fr"><title>page</title>
          <script type="module" src="/cliquez-signalez.js"></script>
          <cliquez-signalez endpoint="/v1/reports" hotline-url="https://hotline.example/" country="FR"><a href="/hotline">Signaler à la ligne</a></cliquez-signalez>`);
    }
  });
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
  const opened = Date.now();
  await page.evaluate(`void ${WIDGET}.open()`);
  return { page, mend: () => (hangs = false), opened };
}

/** The form itself, or its first words. */
async function tryForm(t: TestContext, browser: Browser, file: string): Promise<void> {
  const { page, mend, opened } = await open(t, browser, file);
  await page.waitFor(`${ROOT}.querySelector('p[role="alert"]') !== null`, PATIENT);
  const waited = Date.now() - opened;
  assert.ok(waited > LIMIT_MS - 500 && waited < LIMIT_MS + SLACK_MS, `${file}: ${waited} ms`);
  assert.equal(await page.evaluate(`${WIDGET}.querySelector('a').checkVisibility()`), true);
  const again = `${ROOT}.querySelector('.reload')`;
  assert.equal(await page.evaluate(`${again}.textContent`), 'Réessayer');
  mend();
  await page.evaluate(`${again}.click()`);
  await page.waitFor(`${ROOT}.querySelector('dialog')?.open === true`, PATIENT);
  assert.equal(await page.evaluate(`${ROOT}.querySelector('h2').textContent`), fr['s1.title']);
  assert.equal(await page.evaluate(`${ROOT}.querySelector('.reload')`), null);
}

/** Everything after the first step. */
async function tryLater(t: TestContext, browser: Browser): Promise<void> {
  const { page, mend } = await open(t, browser, '/later-');
  await page.waitFor(`${ROOT}.querySelector('dialog')?.open === true`, PATIENT);
  await page.evaluate(`${seek(ROOT, '[answer="unsure"]')}.click()`);
  const began = Date.now();
  await page.evaluate(`${ROOT}.querySelector('${MAIN}').click()`);
  await page.waitFor(`${ROOT}.querySelector('${ERRORS}')?.checkVisibility() === true`, PATIENT);
  assert.ok(Date.now() - began < LIMIT_MS + SLACK_MS);
  const shown = await page.evaluate<string>(`${ROOT}.querySelector('${ERRORS}').innerText`);
  assert.match(shown, /La suite n’a pas pu s’afficher[^]*Réessayer/);
  assert.equal(await page.evaluate(`${ROOT}.querySelector('${ERRORS} a').href`), 'https://hotline.example/');
  assert.equal(await page.evaluate(`${ROOT}.querySelector('input:checked').answer`), 'unsure');
  mend();
  await page.evaluate(`${ROOT}.querySelector('${ERRORS} .retry').click()`);
  await page.waitFor(
    `${ROOT}.querySelector('h2').textContent === ${JSON.stringify(fr['s2.title'])}`,
    PATIENT,
  );
}

/** The countries, which load for those who open their fold. */
async function tryCountries(t: TestContext, browser: Browser): Promise<void> {
  const { page, mend } = await open(t, browser, '/abroad-');
  await page.waitFor(`${ROOT}?.querySelector('.country summary') != null`, PATIENT);
  await page.evaluate(`${ROOT}.querySelector('.country summary').click()`);
  const again = `${ROOT}.querySelector('.country .retry')`;
  await page.waitFor(`${again}?.textContent.trim() === 'Réessayer'`, PATIENT);
  mend();
  await page.evaluate(`${again}.click()`);
  await page.waitFor(`${ROOT}.querySelector('.country select') !== null`, PATIENT);
}

/** The lines of a French territory, which nobody asks for by hand. */
async function tryTerritory(t: TestContext, browser: Browser): Promise<void> {
  const { page, mend } = await open(t, browser, '/abroad-');
  await page.evaluate(`${WIDGET}.setAttribute('country', 'RE')`);
  await page.waitFor(`${ROOT}?.querySelector('.country summary') != null`, PATIENT);
  await page.evaluate(`${ROOT}.querySelector('.country summary').click()`);
  await page.waitFor(`${ROOT}.querySelector('.country .retry')?.textContent.trim() === 'Réessayer'`, PATIENT);
  mend();
  await page.evaluate(`${seek(ROOT, choice('category', 'sexual_harassment'))}.click()`);
  await page.evaluate(`${ROOT}.querySelector('${MAIN}').click()`);
  await page.waitFor(`${ROOT}.querySelector('.notice [href="tel:119"]') !== null`, PATIENT);
}

for (const engine of pairWith('webkit'))
  test(`${engine}: a file that never comes gives way to a sentence, a link and another try`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    // Side by side, because each waits for eight seconds.
    await Promise.all([
      tryForm(t, browser, '/form-'),
      tryForm(t, browser, '/first-'),
      tryLater(t, browser),
      tryCountries(t, browser),
      tryTerritory(t, browser),
    ]);
  });
