// The application with a follow-up address: a code after a report, the question for it, and what it says without a network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ASK_AGAIN, CODE, ERRORS, FOLLOW_UP_DOOR, MAIN, named, SINCE } from '../../demo/gallery/driver.ts';
import { readCode } from '../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../src/core/follow-up/locator.ts';
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import { launch, pairWith } from '../setup/browsers.ts';
import { lead, takeUp } from '../setup/lead.ts';
import { wordsFor } from '../../src/app/languages.ts';
import { above, openApp, post, startAppSite } from './app-site.ts';

for (const engine of pairWith('webkit'))
  test(`${engine}: the application gives a code, and tells by it what became of the report`, async (t) => {
    const site = await startAppSite(t);
    site.edit('index.html', (page) => page.replace('hotline-url=', 'follow-up="/v1/follow-up" hotline-url='));
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage({ width: 390, height: 844 });
    await openApp(page, site);
    await takeUp(page);
    await lead(
      page,
      `await driver.reachCheck({ address: 'https://exemple.fr/fil' }); await driver.next(); await driver.wait('${CODE}')`,
    );
    const code = await page.evaluate<string>(`driver.find('${CODE}').textContent.trim()`);
    const read = readCode(code);
    assert.ok('code' in read, code);
    const locator = await locatorOf(read.code);
    const [report] = await site.store.list();
    assert.deepEqual((JSON.parse(report!.body) as { followUp?: object }).followUp, {
      hash: await hashOf(locator),
    });
    await site.store.followUps.setOutcome(report!.reference, { state: 'removed', since: '2026-11-24' });

    // Another share forgets the code too. It asks, also over the question about the code.
    await lead(
      page,
      `await driver.click('.again.final'); await driver.reach(${JSON.stringify(fr['follow.lost.title'])})`,
    );
    await post(page, site.app, { text: 'https://exemple.fr/autre' });
    assert.ok((await above(page, 'replace')).includes(wordsFor('fr')('replace.number')));
    await page.evaluate("document.querySelector('#above .keep').click()");

    await lead(page, `driver.element.reset(); await driver.click('${FOLLOW_UP_DOOR}')`);
    await lead(
      page,
      `await driver.askFor('${code}'); await driver.reach(${JSON.stringify(fr['follow.removed'])})`,
    );
    assert.match(await page.evaluate<string>(`driver.find('${SINCE}').textContent`), /24 novembre 2026/);

    // The worker answers from its files alone: it has kept no answer, and the typed code is not lost.
    site.setOnline(false);
    await lead(page, `await driver.click('${ASK_AGAIN}'); await driver.wait('${named('code')}')`);
    await lead(
      page,
      `await driver.fill('code', '${code}'); await driver.click('${MAIN}'); await driver.wait('${ERRORS}')`,
    );
    assert.ok(
      (await page.evaluate<string>(`driver.find('${ERRORS}').textContent`)).includes(fr['err.code.failed']),
    );
    assert.equal(await page.evaluate("driver.field('code').value"), code);
    const kept = await page.evaluate(async () => {
      const caches = window.caches;
      const names = await caches.keys();
      const entries = await Promise.all(
        names.map(async (name) => {
          const cache = await caches.open(name);
          const requests = await cache.keys();
          return Promise.all(
            requests
              .filter(({ url }) => !/\.(js|png|webmanifest|html)$/.test(url))
              .map(async (request) => [request.url, await (await cache.match(request))?.text()]),
          );
        }),
      );
      return JSON.stringify([
        entries,
        { ...localStorage },
        { ...sessionStorage },
        location.href,
        document.title,
      ]);
    });
    for (const secret of [code, read.code, locator, '"removed"']) assert.ok(!kept.includes(secret), secret);
    site.setOnline(true);
    await lead(
      page,
      `await driver.click('${MAIN}'); await driver.reach(${JSON.stringify(fr['follow.removed'])})`,
    );
  });
