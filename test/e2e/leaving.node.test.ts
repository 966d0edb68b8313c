// Leaving the page: by « Quitter vite », and by going elsewhere and coming back. What was typed does not come back.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ENGINES, launch, type Page } from '../setup/browsers.ts';
import { PATIENT, startCdn, startServer } from './site.ts';

const CANARY = 'canari-7f3a';
const FORM = "document.querySelector('cliquez-signalez').shadowRoot";

/** A page with the widget, a page to go to, and a page that « Quitter vite » leads to. */
async function startSite(t: TestContext): Promise<string> {
  const cdn = await startCdn(t);
  const { origin } = await startServer(t, ({ url }, response) => {
    const widget = `<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
      <cliquez-signalez endpoint="/v1/reports" country="FR"></cliquez-signalez>`;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="fr"><title>${url}</title><h1>${url}</h1>${url === '/page' ? widget : ''}`,
      );
  });
  return origin;
}

/** Leads the form to an address field, and types into it. */
async function typeCanary(page: Page): Promise<void> {
  await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
  await page.evaluate("document.querySelector('cliquez-signalez').open()");
  await page.waitFor(`${FORM}.querySelector('dialog')?.open`, PATIENT);
  await page.evaluate(`${FORM}.querySelector('[value="unsure"]').click()`);
  await page.evaluate(`${FORM}.querySelector('[type="submit"]').click()`);
  await page.waitFor(`${FORM}.querySelector('[name="where"]') !== null`, PATIENT);
  await page.evaluate(`${FORM}.querySelector('[value="elsewhere"]').click()`);
  await page.waitFor(`${FORM}.querySelector('[name="addresses.0"]') !== null`, PATIENT);
  await page.evaluate(`${FORM}.querySelector('[name="addresses.0"]').focus()`);
  await page.type(CANARY);
  await page.waitFor(`${FORM}.querySelector('[name="addresses.0"]').value === '${CANARY}'`, PATIENT);
}

/** Everything that the widget shows or holds in a field. */
const shown = (page: Page): Promise<string> =>
  page.evaluate<string>(`[...document.querySelectorAll('cliquez-signalez')]
    .flatMap(({ shadowRoot }) => shadowRoot ? [shadowRoot.textContent, ...[...shadowRoot.querySelectorAll('input, textarea')].map(({ value }) => value)] : [])
    .join(' ')`);

for (const engine of ENGINES) {
  test(`${engine}: what was typed is gone when the reporter goes elsewhere and comes back`, async (t) => {
    const site = await startSite(t);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${site}/page`);
    await typeCanary(page);
    assert.match(await shown(page), new RegExp(CANARY));
    await page.evaluate("location.href = '/elsewhere'");
    await page.waitFor("document.title === '/elsewhere'", PATIENT);
    await page.evaluate('history.back()');
    await page.waitFor(
      "document.title === '/page' && customElements.get('cliquez-signalez') !== undefined",
      PATIENT,
    );
    assert.doesNotMatch(await shown(page), new RegExp(CANARY));
  });

  test(`${engine}: « Quitter vite » covers the page, forgets, and Back does not come back to it`, async (t) => {
    const site = await startSite(t);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${site}/before`);
    await page.evaluate("location.href = '/page'");
    await page.waitFor("document.title === '/page'", PATIENT);
    await typeCanary(page);
    // The exit is https only, and the tests reach no other machine: only the last step, the visit, leads elsewhere.
    await page.evaluate(`${FORM}.querySelector('[part="exit"]').href = '/exit'`);
    await page.evaluate(`${FORM}.querySelector('[part="exit"]').click()`);
    await page.waitFor("document.title === '/exit'", PATIENT);
    await page.evaluate('history.back()');
    await page.waitFor("document.title === '/before'", PATIENT);
  });
}
