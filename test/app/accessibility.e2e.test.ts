// The application around the form: axe and IBM's engine find nothing, in light and in dark; at 390 px nothing
// scrolls sideways, and « Quitter vite » is in sight. SHOTS=1 also takes the pictures (.screenshots/app).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { EXIT, named, seek } from '../../demo/gallery/driver.ts';
import { ENGINES, isChosen, launch, type Page } from '../setup/browsers.ts';
import { casesOf, isEvery } from '../setup/every.ts';
import { PATIENT } from '../setup/site.ts';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { above, openApp, post, ROOT, startAppSite, toWhere, type AppSite } from './app-site.ts';

/** The fields of an IBM finding that this test reads. */
interface Issue {
  readonly ruleId: string;
  readonly value: readonly [policy: string, confidence: string];
  readonly node: Node;
  readonly message: string;
}

declare const ace: {
  Checker: new () => { check(page: Document, sets: string[]): Promise<{ results: readonly Issue[] }> };
};

const share = (page: Page, { app }: AppSite, text: string): Promise<unknown> => post(page, app, { text });

/** The states of the page; each begins with the application just opened. */
const STATES: Readonly<Record<string, (page: Page, site: AppSite) => Promise<unknown>>> = {
  start: async () => {},
  help: (page) => page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`),
  async received(page, site) {
    await share(
      page,
      site,
      'Vu https://www.instagram.com/reel/DAbC/?igsh=x et content://media/1 https://play.google.com/store/apps/details?id=x',
    );
    await above(page, 'received');
  },
  async long(page, site) {
    const path = 'très-long/'.repeat(60);
    await share(
      page,
      site,
      Array.from({ length: 12 }, (_, at) => `https://exemple.fr/${at}/${path}`).join('\n'),
    );
    await above(page, 'received');
  },
  async none(page, site) {
    await share(page, site, 'Bonjour');
    await above(page, 'none');
  },
  async replace(page, site) {
    await share(page, site, 'https://exemple.fr/un');
    await above(page, 'received');
    await toWhere(page);
    await share(page, site, 'https://exemple.fr/deux');
    await above(page, 'replace');
  },
};

/** Without the form, which has tests of its own with both engines, and without the head, which nobody meets. */
const ibmFaults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { results } = await new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    return results
      .filter(({ value, node }) => value[1] === 'FAIL' && document.body.contains(node))
      .map(({ ruleId, node, message }) => `${ruleId}: ${message} ${node.textContent?.slice(0, 80)}`);
  });

for (const engine of ENGINES) {
  if (engine === 'webkit') continue;

  test(`${engine}: axe and IBM's engine find nothing around the form, and the exit is in sight`, async (t) => {
    const site = await startAppSite(t);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const ibmSource = await readFile(
      createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
      'utf8',
    );
    for (const [index, [state, reach]] of casesOf(engine, Object.entries(STATES)).entries()) {
      const page = await browser.newPage({ width: 390, height: 844 });
      await openApp(page, site);
      await reach(page, site);
      await page.evaluate(ibmSource);
      // A state in light, and the next in dark.
      const schemes = ['light', 'dark'].filter((_, place) => isEvery || index % 2 === place);
      for (const scheme of isChosen(engine) ? schemes : []) {
        await page.evaluate(
          `document.documentElement.style.colorScheme = '${scheme}';
          document.querySelector('cliquez-signalez').setAttribute('scheme', '${scheme}')`,
        );
        await page.waitFor(`${seek(ROOT, `${named('category')}, [field^="addresses."]`)} != null`, PATIENT);
        assert.deepEqual(await axeFaults(page, { isUsual: true, isSure: true }), [], `${state}, ${scheme}`);
        assert.deepEqual(await ibmFaults(page), [], `${state}, ${scheme}`);
        if (process.env['SHOTS'] === '1')
          await page.screenshot(`.screenshots/app/${engine}-${state}-${scheme}.png`);
      }
      for (const [width, height] of [
        [390, 844],
        [320, 480],
      ] as const) {
        await page.setViewport({ width, height });
        await page.evaluate('scrollTo(0, 0)');
        const seen = await page.evaluate<{ bottom: number; wide: number }>(
          `({ bottom: ${ROOT}.querySelector('${EXIT}').getBoundingClientRect().bottom,
            wide: document.documentElement.scrollWidth })`,
        );
        assert.ok(seen.bottom <= height, `${state}: the exit is in sight at ${width} × ${height}`);
        assert.ok(seen.wide <= width, `${state}: nothing is wider than ${width} pixels`);
      }
      await page.close();
    }
  });
}
