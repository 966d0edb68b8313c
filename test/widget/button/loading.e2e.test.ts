// A form that fails to load: the page shows a message and the fallback link.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { CLOSE, ERRORS, MAIN, seek } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { pairWith } from '../../setup/browsers.ts';
import { fileBrowser } from '../../setup/file-browser.ts';
import { PATIENT, startServer } from '../../setup/site.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const WIDGET = "document.querySelector('cliquez-signalez')";

/** A page whose second import map has a wrong hash for the form's file; it records every requested address. */
async function startCheckedSite(t: TestContext): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const form = readdirSync(CDN).find((name) => /^form-.*\.js$/.test(name))!;
  const integrity = { [`/${form}`]: `sha384-${'A'.repeat(64)}` };
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    asked.push(url);
    const [path = ''] = url.split('?');
    if (path.endsWith('.js')) {
      readFile(new URL(`.${path}`, CDN)).then(
        (content) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(content),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="fr"><title>page</title>
          <script type="importmap">{ "imports": { "page": "/page.js" } }</script>
          <script type="importmap">${JSON.stringify({ integrity })}</script>
          <script type="module" src="/cliquez-signalez.js"></script>
          <cliquez-signalez endpoint="/v1/reports" hotline-url="https://hotline.example/"></cliquez-signalez>`);
    }
  });
  return { origin, asked };
}

/**
 * A page with the widget, where one file, given by the start of its name, fails to load a given number of times. Its
 * clock stands still.
 */
async function startSite(t: TestContext, file: string, times: number, attributes = ''): Promise<string> {
  let failuresLeft = times;
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const [path = ''] = url.split('?');
    if (url.startsWith(file) && failuresLeft > 0) {
      failuresLeft -= 1;
      response.writeHead(503).end();
    } else if (path.endsWith('.js')) {
      readFile(new URL(`.${path}`, CDN)).then(
        (content) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(content),
        () => response.writeHead(404).end(),
      );
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="fr"><title>page</title><script>Date.now = () => 0</script>
          <script type="module" src="/cliquez-signalez.js"></script>
          <cliquez-signalez ${attributes} endpoint="/v1/reports" hotline-url="https://hotline.example/"><a href="/hotline">Signaler à la ligne</a></cliquez-signalez>`);
    }
  });
  return origin;
}

for (const engine of pairWith('webkit')) {
  const browser = fileBrowser(engine);

  test(`${engine}: says that the form did not open, and shows the fallback link`, async (t) => {
    // The browser requests a file twice at each attempt.
    const site = await startSite(t, '/form-', 2);
    const page = await browser.newPage(t);
    await page.goto(site);
    await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
    await page.evaluate(`void ${WIDGET}.open()`);
    await page.waitFor(`${WIDGET}.renderRoot.querySelector('p[role="alert"]') !== null`, PATIENT);
    assert.equal(
      await page.evaluate(`${WIDGET}.renderRoot.querySelector('p[role="alert"]').textContent`),
      'Le formulaire ne s’est pas ouvert.',
    );
    assert.equal(await page.evaluate(`${WIDGET}.querySelector('a').checkVisibility()`), true);

    await page.evaluate(`void ${WIDGET}.open()`);
    await page.waitFor(`${WIDGET}.renderRoot.querySelector('dialog')?.open === true`, PATIENT);
  });

  test(`${engine}: says on screen that the next steps did not arrive, keeps the answer, gives the hotline's form, and tries again`, async (t) => {
    const site = await startSite(t, '/later-', 8);
    const page = await browser.newPage(t);
    await page.goto(site);
    await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
    await page.evaluate(`void ${WIDGET}.open()`);
    await page.waitFor(`${WIDGET}.renderRoot.querySelector('dialog')?.open === true`, PATIENT);
    await page.evaluate(`${seek(`${WIDGET}.renderRoot`, '[answer="unsure"]')}.click()`);
    await page.evaluate(`${WIDGET}.renderRoot.querySelector('${MAIN}').click()`);
    await page.waitFor(
      `${WIDGET}.renderRoot.querySelector('${ERRORS}')?.checkVisibility() === true`,
      PATIENT,
    );
    const shown = await page.evaluate<string>(`${WIDGET}.renderRoot.querySelector('${ERRORS}').innerText`);
    assert.match(shown, /La suite n’a pas pu s’afficher/);
    assert.equal(
      await page.evaluate(`${WIDGET}.renderRoot.querySelector('${ERRORS} a').href`),
      'https://hotline.example/',
    );
    assert.equal(await page.evaluate(`${WIDGET}.renderRoot.querySelector('input:checked').answer`), 'unsure');

    // The question before answers are lost loads with those steps: without it the dialog closes, and no answer is lost.
    await page.evaluate(`${WIDGET}.renderRoot.querySelector('${CLOSE}').click()`);
    await page.waitFor(`${WIDGET}.renderRoot.querySelector('dialog[open]') === null`, PATIENT);
    await page.evaluate(`void ${WIDGET}.open()`);
    await page.waitFor(`${WIDGET}.renderRoot.querySelector('dialog')?.open === true`, PATIENT);
    assert.equal(await page.evaluate(`${WIDGET}.renderRoot.querySelector('input:checked').answer`), 'unsure');

    // However many attempts it takes, each tap sends a request. Two taps leave one step, not two, even where the
    // second one is complete.
    await page.evaluate(`${WIDGET}.setAttribute('url', 'https://example.org/post/1')`);
    await page.waitFor(
      `${WIDGET}.renderRoot.querySelector('h2').textContent !== ${JSON.stringify(fr['s1.title'])} ||
        void [1, 2].forEach(() => ${WIDGET}.renderRoot.querySelector('${ERRORS} button, ${MAIN}').click())`,
      PATIENT,
    );
    await page.waitFor(`${WIDGET}.renderRoot.querySelector('${ERRORS}') === null`, PATIENT);
    assert.equal(await page.evaluate(`${WIDGET}.renderRoot.querySelector('h2').textContent`), fr['s2.title']);
  });

  for (const [file, attributes, title] of [
    ['/practice-', 'practice', fr['s1.title']],
    ['/page-flow-', 'flow="page"', fr['page.title']],
  ] as const)
    test(`${engine}: ${attributes}: a file that failed once comes at once under another address`, async (t) => {
      const site = await startSite(t, file, 1, attributes);
      const page = await browser.newPage(t);
      await page.goto(site);
      await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
      await page.evaluate(`void ${WIDGET}.open()`);
      await page.waitFor(
        `${WIDGET}.renderRoot.querySelector('dialog[open] h2')?.textContent === ${JSON.stringify(title)}`,
        PATIENT,
      );
    });

  test(`${engine}: a file that was refused for its hash does not come in under another address`, async (t) => {
    const { origin, asked } = await startCheckedSite(t);
    const page = await browser.newPage(t);
    await page.goto(origin);
    await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
    await page.evaluate(`void ${WIDGET}.open()`);
    // An engine that checks no hash, or reads only one import map, opens the form: the widget requests its first
    // address.
    await page.waitFor(
      `${WIDGET}.renderRoot.querySelector('p[role="alert"], dialog[open]') !== null`,
      PATIENT,
    );
    assert.deepEqual(
      asked.filter((url) => url.includes('?again')),
      [],
    );
    if (engine === 'chromium')
      assert.equal(await page.evaluate(`${WIDGET}.renderRoot.querySelector('dialog[open]') === null`), true);
  });
}
