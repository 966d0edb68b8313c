// A page whose policy lets nothing go to the endpoint: the form says so before the first answer, with the way on, and hears it. To
// find out, it asks the policy and nobody else: no connection reaches the endpoint before « Envoyer », whatever the policy says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAUNCHER } from '../../demo/gallery/driver.ts';
import fr from '../../src/i18n/locales/fr.json' with { type: 'json' };
import { ENGINES, launch } from '../setup/browsers.ts';
import { PATIENT, startCdn, startServer } from '../setup/site.ts';

const ROOT = "document.querySelector('cliquez-signalez').shadowRoot";
const NOTICE = `[...${ROOT}.querySelectorAll('dialog .notice')].find((notice) => notice.textContent.includes('Ce site bloque'))`;

for (const engine of ENGINES)
  test(`${engine}: a policy without the endpoint is told at the opening, and the endpoint hears nothing`, async (t) => {
    const cdn = await startCdn(t);
    const endpoint = await startServer(t, (_, response) => response.writeHead(200).end('{}'));
    const policies: Readonly<Record<string, string>> = {
      '/free': '',
      '/allowed': `default-src ${cdn.origin}; connect-src ${endpoint.origin}`,
      '/forbidden': `default-src 'self' ${cdn.origin}; connect-src 'self'`,
      '/reported': '',
    };
    const site = await startServer(t, ({ url = '' }, response) => {
      const policy = policies[url];
      if (policy === undefined) return void response.writeHead(404).end();
      return void response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(policy && { 'content-security-policy': policy }),
        ...(url === '/reported' && { 'content-security-policy-report-only': "connect-src 'self'" }),
      })
        .end(`<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
          <script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
          <cliquez-signalez endpoint="${endpoint.origin}/v1/reports" hotline="Point de Contact" country="FR"
            hotline-url="https://hotline.example/signaler"></cliquez-signalez>`);
    });
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const path of Object.keys(policies)) {
      const page = await browser.newPage();
      await page.goto(site.origin + path);
      await page.waitFor(`Boolean(${ROOT}?.querySelector('${LAUNCHER}'))`, PATIENT);
      await page.evaluate(`${ROOT}.querySelector('${LAUNCHER}').click()`);
      await page.waitFor(`Boolean(${ROOT}.querySelector('dialog[open]'))`, PATIENT);
      if (path === '/forbidden') {
        await page.waitFor(`Boolean(${NOTICE})`, PATIENT);
        assert.equal(
          await page.evaluate(`${NOTICE}.querySelector('a').href`),
          'https://hotline.example/signaler',
        );
        const said = fr['err.blocked'].replace('{hotline}', 'Point de Contact');
        await page.waitFor(
          `[...${ROOT}.querySelectorAll('[role=status]')].some((one) => one.textContent.includes(${JSON.stringify(said)}))`,
          PATIENT,
        );
      } else {
        // The part that asks the policy has come, and has its answer: the exit's keys are its work too.
        await page.waitFor(`Boolean(${ROOT}.querySelector('dialog [id$="exit"]')?.textContent)`, PATIENT);
        const now = await page.evaluate<number>('performance.now()');
        await page.waitFor(`performance.now() > ${now + 500}`, PATIENT);
        assert.equal(await page.evaluate(`Boolean(${NOTICE})`), false, path);
      }
      await page.close();
    }
    assert.equal(endpoint.connections(), 0);
  });
