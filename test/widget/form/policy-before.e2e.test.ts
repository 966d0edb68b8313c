// A page whose policy lets nothing go to the endpoint: in Chromium and WebKit, the form says so before the first answer, with the
// way on, also to screen readers. To find out, it asks the policy and nobody else: no connection reaches the endpoint.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, HEADING, LAUNCHER, MAIN, seek } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { ENGINES, isChosen, launch } from '../../setup/browsers.ts';
import { look, PATIENT, startCdn, startServer } from '../../setup/site.ts';

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";
const NOTICE = `[...${ROOT}.querySelectorAll('dialog .notice')].find((notice) => notice.textContent.includes('Ce site bloque'))`;

const BLOCKED = fr['err.blocked'].replace('{hotline}', 'Point de Contact');
const BLOCKED_IS_SAID = `[...${ROOT}.querySelectorAll('[role=status]')].some((one) => one.textContent.includes(${JSON.stringify(BLOCKED)}))`;

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
    const paths = isChosen(engine) ? Object.keys(policies) : ['/allowed', '/forbidden'];
    for (const path of paths) {
      const page = await browser.newPage();
      await page.goto(site.origin + path);
      await page.waitFor(`Boolean(${ROOT}?.querySelector('${LAUNCHER}'))`, PATIENT);
      await page.evaluate(`${ROOT}.querySelector('${LAUNCHER}').click()`);
      await page.waitFor(`Boolean(${ROOT}.querySelector('dialog[open]'))`, PATIENT);
      if (path === '/forbidden' && engine !== 'firefox') {
        await page.waitFor(`Boolean(${NOTICE})`, PATIENT);
        assert.equal(
          await page.evaluate(`${NOTICE}.querySelector('a').href`),
          'https://hotline.example/signaler',
        );
        await page.waitFor(BLOCKED_IS_SAID, PATIENT);
      } else {
        // The part that asks the policy has come, and has its answer: the exit's keys are its work too.
        await page.waitFor(
          `Boolean(${ROOT}.querySelector('dialog [part=exit] + [hidden]')?.textContent)`,
          PATIENT,
        );
        const now = await page.evaluate<number>('performance.now()');
        await page.waitFor(`performance.now() > ${now + 500}`, PATIENT);
        assert.equal(await page.evaluate(`Boolean(${NOTICE})`), false, path);
      }
      await page.close();
    }
    if (engine !== 'firefox') {
      // A threatened reporter reads the advice first, and this line before « Envoyer ».
      const page = await browser.newPage();
      await page.goto(`${site.origin}/forbidden`);
      await page.waitFor(`Boolean(${ROOT}?.querySelector('${LAUNCHER}'))`, PATIENT);
      await page.evaluate(`void ${ROOT}.host.open({ threatened: true })`);
      const title = (key: 's2.title.threatened' | 's4.title'): string =>
        `${ROOT}.querySelector('${HEADING}')?.textContent.includes(${JSON.stringify(fr[key])})`;
      await page.waitFor(title('s2.title.threatened'), PATIENT);
      await page.waitFor(BLOCKED_IS_SAID, PATIENT);
      assert.equal(await page.evaluate(`Boolean(${NOTICE})`), false);
      await look(page);
      await page.evaluate(`${seek(ROOT, choice('where', 'here'))}.click()`);
      await page.evaluate(`${ROOT}.querySelector('${MAIN}').click()`);
      await page.waitFor(title('s4.title'), PATIENT);
      assert.equal(await page.evaluate(`Boolean(${NOTICE})`), true);
      await page.close();
    }
    assert.equal(endpoint.connections(), 0);
  });
