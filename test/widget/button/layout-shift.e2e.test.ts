// The page does not move when the button arrives, if one line of CSS keeps its place; nor when a floating button
// shrinks. Only Chromium reports layout shifts.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { LAUNCHER } from '../../../demo/gallery/driver.ts';
import { reserveCss } from '../../../demo/theme/reserve.ts';
import { DEFAULT_THEME, SIZES, VARIANTS, type Theme } from '../../../demo/theme/theme.ts';
import { launch, type Page } from '../../setup/browsers.ts';
import { isEvery } from '../../setup/every.ts';
import { PATIENT, startCdn, startPage } from '../../setup/site.ts';

const OBSERVE = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push(entry.value.toFixed(5) + ' ' + entry.sources.map(({ node }) => node?.nodeName).join());
  }).observe({ type: 'layout-shift', buffered: true });`;

/** A page that is painted before its script loads. */
const html = (css: string, widget: string): string => `<!doctype html>
  <html lang="fr"><meta charset="utf-8"><title>page</title>
  <style>body { font: 18px/1.5 serif; margin: 24px } ${css}</style>
  <script>${OBSERVE}</script>
  <p>Avant.</p>${widget}<p>Après.</p><p style="block-size: 3000px">Plus bas.</p></html>`;

const element = ({ variant, size, placement }: Theme): string =>
  `<cliquez-signalez endpoint="https://hotline.example/" variant="${variant}" placement="${placement}"
    ${size ? `size="${size}"` : ''}><a href="https://hotline.example/">Signaler un contenu illégal</a></cliquez-signalez>`;

/** Waits until the rendered content is painted and visible. */
const PAINTED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

async function arrive(page: Page, script: string): Promise<void> {
  await page.evaluate(PAINTED);
  await page.evaluate(script);
  await page.waitFor(
    `document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('${LAUNCHER}') != null`,
    PATIENT,
  );
  await page.evaluate(PAINTED);
}

const shiftsOf = (page: Page): Promise<string[]> => page.evaluate<string[]>('shifts');

test('chromium: the button shifts nothing', async (all: TestContext) => {
  const cdn = await startCdn(all);
  const browser = await launch('chromium');
  all.after(() => browser.close());
  const module = `document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '${cdn.origin}/cliquez-signalez.js' }))`;

  for (const [turn, width] of [1280, 700, 390].entries()) {
    for (const [row, variant] of VARIANTS.entries()) {
      for (const [column, size] of SIZES.entries()) {
        // Each variant and each size at every width, not each pair of them.
        if (!isEvery && (row + column) % 3 !== turn) continue;
        const theme = { ...DEFAULT_THEME, variant, size };
        await all.test(`${variant} ${size} at ${width} px`, async (t) => {
          const { origin } = await startPage(t, html(reserveCss(theme), element(theme)));
          const page = await browser.newPage({ width, height: 800 });
          await page.goto(origin);
          await arrive(page, module);
          assert.deepEqual(await shiftsOf(page), []);
          await page.close();
        });
      }
    }
  }

  await all.test('without that line, the page does shift: the measure can fail', async (t) => {
    const theme: Theme = { ...DEFAULT_THEME, variant: 'bar' };
    const { origin } = await startPage(t, html('', element(theme)));
    const page = await browser.newPage({ width: 1280, height: 800 });
    await page.goto(origin);
    await arrive(page, module);
    assert.notDeepEqual(await shiftsOf(page), []);
    await page.close();
  });

  for (const placement of ['bottom-end', 'bottom-start'] as const) {
    await all.test(`embed.js, floating at ${placement}, when it comes and when it gets small`, async (t) => {
      const { origin } = await startPage(t, html('', ''));
      const page = await browser.newPage({ width: 1280, height: 800 });
      await page.goto(origin);
      await arrive(
        page,
        `const script = Object.assign(document.createElement('script'), { async: true, src: '${cdn.origin}/embed.js' });
         Object.assign(script.dataset, { variant: 'floating', placement: '${placement}', endpoint: 'https://hotline.example/', hotlineUrl: 'https://hotline.example/' });
         document.head.append(script)`,
      );
      const box = "document.querySelector('cliquez-signalez').renderRoot.querySelector('.box')";
      // The content loads on demand, so the test asks until it is there.
      await page.waitFor(`(scrollBy(0, 5), 'small' in ${box}.dataset)`, PATIENT);
      await page.evaluate(PAINTED);
      assert.deepEqual(await shiftsOf(page), []);
      await page.close();
    });
  }
});
