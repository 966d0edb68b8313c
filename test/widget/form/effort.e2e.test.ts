// The cost of a report: taps, keys and words for the reporter, nodes for the page. The test uses a finger on a phone's
// screen, and prints the figures. `waiting` measures the time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGAIN, LAUNCHER, MAIN, named } from '../../../demo/gallery/driver.ts';
import { CATEGORIES } from '../../../src/core/report/categories.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { launch, type Page } from '../../setup/browsers.ts';
import { someOf } from '../../setup/every.ts';
import { waitForFocus, waitForView } from '../../setup/site.ts';
import { count, effortOf, makeShortestReport, PHONE, ROOT, startDemoFor, tap } from './shortest-report.ts';

/** Puts a text into the clipboard, as a reporter does elsewhere. */
async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((copied: string) => {
    const source = document.createElement('textarea');
    source.value = copied;
    document.body.prepend(source);
    source.select();
  }, text);
  await page.press('Control+c');
}

/** Most nodes in the widget: the current measurements, with a little room. */
const MOST_NODES = 150;
/** Most words on the first step, and on all views before the report is sent. */
const MOST_WORDS = { what: 150, inAll: 300 };
const MOST_TAPS = 6;

test('the shortest report of each category costs few taps and few words', async (t) => {
  const demo = await startDemoFor(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());

  for (const { id: category } of someOf(CATEGORIES, 3))
    await t.test(category, async (t2) => {
      const { effort, loads } = await makeShortestReport(browser, demo, category, 1);
      const { taps, keys } = effort;
      const words = loads.map((load) => load.words);
      const inAll = words.reduce((sum, one) => sum + one, 0);
      t2.diagnostic(`${taps} taps, ${words.join(' + ')} = ${inAll} words`);
      assert.ok(taps <= MOST_TAPS && keys === 0, `${taps} taps, ${keys} keys`);
      assert.ok(words[0]! <= MOST_WORDS.what, `${words[0]} words on the first step`);
      assert.ok(inAll <= MOST_WORDS.inAll, `${inAll} words on the way`);
      for (const { nodes } of loads) assert.ok(nodes <= MOST_NODES, `${nodes} nodes`);
    });

  await t.test('content elsewhere: 7 taps and one paste', async (t2) => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${demo.url}/partner`);
    await copy(page, 'https://exemple.fr/fil/12#message-3');
    await count(page);
    await tap(page, LAUNCHER);
    await waitForView(page, fr['s1.title']);
    await tap(page, '.option:has([answer=hate_violence_discrimination])');
    await tap(page, MAIN);
    await waitForView(page, fr['s2.title']);
    await tap(page, '.option:has([answer=elsewhere])');
    await tap(page, named('addresses.0'));
    await page.press('Control+v');
    await tap(page, MAIN);
    await waitForView(page, fr['s4.title']);
    await tap(page, MAIN);
    await waitForView(page, fr['ok.title']);
    const effort = await effortOf(page);
    t2.diagnostic(`address report: ${effort.taps} taps, ${effort.pastes} paste, ${effort.keys} keys`);
    assert.deepEqual([effort.taps, effort.keys, effort.pastes], [7, 0, 1]);
  });

  await t.test('the second report of a team that reports often: 3 taps and one paste', async (t2) => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${demo.url}/partner`);
    await page.evaluate("document.querySelector('cliquez-signalez').setAttribute('flow', 'page')");
    await copy(page, 'https://exemple.fr/fil/12#message-4');
    await tap(page, LAUNCHER);
    await waitForView(page, fr['page.title']);
    await tap(page, '.option:has([answer=hate_violence_discrimination])');
    await tap(page, named('addresses.0'));
    await page.press('Control+v');
    await tap(page, MAIN);
    await waitForView(page, fr['s4.title']);
    await tap(page, MAIN);
    await waitForView(page, fr['ok.title']);
    await count(page);
    await tap(page, AGAIN);
    await waitForFocus(page, named('addresses.0'));
    await page.press('Control+v');
    await tap(page, MAIN);
    await waitForView(page, fr['s4.title']);
    await tap(page, MAIN);
    await waitForView(page, fr['ok.title']);
    const effort = await effortOf(page);
    t2.diagnostic(`next report: ${effort.taps} taps, ${effort.pastes} paste, ${effort.keys} keys`);
    assert.deepEqual([effort.taps, effort.keys, effort.pastes], [3, 0, 1]);
  });

  await t.test('the nine choices are within 1.2 screens of a phone', async (t2) => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${demo.url}/partner`);
    await count(page);
    await tap(page, LAUNCHER);
    await waitForView(page, fr['s1.title']);
    const bottom = await page.evaluate<number>(
      `${ROOT}.querySelector('.option:last-child').getBoundingClientRect().bottom`,
    );
    t2.diagnostic(`the last choice ends at ${Math.round(bottom)} px`);
    assert.ok(bottom <= 1.2 * PHONE.height, `${bottom} px`);
  });
});
