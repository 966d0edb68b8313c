// A form that does not arrive: the page says so, and the fallback link is there.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { ENGINES, launch } from '../setup/browsers.ts';

const patience = { timeoutMs: 15_000 };
const WIDGET = "document.querySelector('cliquez-signalez')";

/** A page with the widget, whose form fails to load as often as `failures.left` says. */
async function startSite(t: TestContext, failures: { left: number }): Promise<string> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/define-form-') && failures.left > 0) {
      failures.left -= 1;
      response.writeHead(503).end();
    } else if (path.endsWith('.js')) {
      void readFile(new URL(`../../dist/cdn${path}`, import.meta.url)).then((file) =>
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(file),
      );
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="fr"><title>page</title><script type="module" src="/cliquez-signalez.js"></script>
          <cliquez-signalez endpoint="/v1/reports"><a href="/hotline">Signaler à la ligne</a></cliquez-signalez>`);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

for (const engine of ENGINES) {
  test(`${engine}: says that the form did not open, and shows the fallback link`, async (t) => {
    const failures = { left: 1 };
    const site = await startSite(t, failures);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(site);
    await page.waitFor("customElements.get('cliquez-signalez') !== undefined", patience);
    await page.evaluate(`void ${WIDGET}.open()`);
    await page.waitFor(`${WIDGET}.shadowRoot.querySelector('p[role="alert"]') !== null`, patience);
    assert.equal(
      await page.evaluate(`${WIDGET}.shadowRoot.querySelector('p[role="alert"]').textContent`),
      'Le formulaire ne s’est pas ouvert.',
    );
    assert.equal(await page.evaluate(`${WIDGET}.querySelector('a').checkVisibility()`), true);

    // Firefox and WebKit remember for the life of a page that a module did not load, so there the link is the way on.
    await page.evaluate(`void ${WIDGET}.open()`);
    await page.waitFor(
      engine === 'chromium'
        ? `${WIDGET}.shadowRoot.querySelector('dialog')?.open === true`
        : `${WIDGET}.querySelector('a').checkVisibility()`,
      patience,
    );
  });
}
