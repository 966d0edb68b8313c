// The archive's page, opened from the disk: the form opens in both languages, a report reaches the page alone, no request
// leaves, nothing stays, and axe finds nothing.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { MAIN, PANEL } from '../../demo/gallery/driver.ts';
import french from '../../src/words/locales/fr.json' with { type: 'json' };
import type { Report } from '../../src/core/report/report.ts';
import { launch, pairWith, type Page } from '../setup/browsers.ts';
import { answerByKeyboard, PATIENT, tabTo, tabToLauncher, waitForView } from '../setup/site.ts';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { unpackForWebmaster } from './unpacked.ts';

/** Traces for a later user of the device. */
const stored = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases?.())?.length ?? 0,
  }));

/** Requests that have left the disk, and those that the page's policy has refused. */
const leaving = (): string[] => {
  const { refused } = window as unknown as { refused: string[] };
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...loaded.filter((address) => !address.startsWith('file:')), ...refused];
};

const NOTHING = { cookie: '', local: 0, session: 0, databases: 0 };

for (const engine of pairWith('firefox')) {
  test(`${engine}: the page to try shows the whole form from the disk, and sends nothing`, async (t) => {
    const { folder } = await unpackForWebmaster(t);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'essayer.html')).href);
    await page.evaluate(() => {
      const refused: string[] = [];
      Object.assign(window, { refused });
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        refused.push(`${effectiveDirective} ${blockedURI}`),
      );
    });
    assert.deepEqual(await stored(page), NOTHING);
    assert.deepEqual(await axeFaults(page), []);

    await tabToLauncher(page);
    await page.press('Enter');
    await waitForView(page, french['s1.title']);
    const text = (): Promise<string> =>
      page.evaluate(`document.querySelector('#essai').renderRoot.querySelector('${PANEL}').textContent`);
    assert.match(await text(), /Essai : vos réponses restent dans cette page\. Rien n’est envoyé\./);
    await answerByKeyboard(page, {
      category: 'unsure',
      address: 'https://exemple.fr/a',
      details: 'Un essai',
    });
    await tabTo(page, MAIN);
    await page.press('Enter');
    await waitForView(page, 'Essai terminé');
    assert.match(await text(), /Rien n’a été envoyé\. .*TEST 0001.*Aucun service n’a rien reçu/s);

    const shown = await page.evaluate<string>("document.querySelector('#signalement').textContent");
    const report = JSON.parse(shown) as Report;
    assert.deepEqual(
      [report.content?.description, report.locations[0]?.url?.value],
      ['Un essai', 'https://exemple.fr/a'],
    );

    await page.evaluate("document.querySelector('#essai').close()");
    await page.evaluate("document.querySelector('#trial').open()");
    await page.waitFor(
      `/Nothing is sent/.test(document.querySelector('#trial').renderRoot.querySelector('${PANEL}')?.textContent)`,
      PATIENT,
    );

    assert.deepEqual(await stored(page), NOTHING);
    assert.deepEqual(await page.evaluate(leaving), []);
    // A request would be refused by the page's policy, and this test would see that it was tried.
    await page.evaluate("fetch('http://127.0.0.1:9/').catch(() => undefined)");
    const refused = await page.waitFor<string[]>(
      `(${leaving.toString()})().length && (${leaving.toString()})()`,
    );
    assert.deepEqual([...new Set(refused)], ['connect-src http://127.0.0.1:9/']);
  });
}
