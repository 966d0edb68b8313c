// The cost of a report: taps, keys and words for the reporter, nodes for the page. The test uses a finger on a phone's
// screen, and prints the figures. `waiting` measures the time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGAIN, LAUNCHER, MAIN, named } from '../../../demo/gallery/driver.ts';
import { CATEGORIES } from '../../../src/core/report/categories.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { launch } from '../../setup/browsers.ts';
import { someOf } from '../../setup/every.ts';
import { waitForFocus, waitForView } from '../../setup/site.ts';
import {
  copy,
  count,
  effortOf,
  makeShortestReport,
  PHONE,
  ROOT,
  startDemoFor,
  tap,
  type Way,
} from './shortest-report.ts';

/** Most nodes in the widget: the current measurements, with a little room. */
const MOST_NODES = 150;
/** Most words on the first step. */
const MOST_FIRST_WORDS = 150;

/** Ways that have more words than the goal, and how many: none may grow. */
const OVER: Readonly<Record<string, number>> = {
  'child_sexual_abuse, link': 309,
  'child_sexual_abuse, none': 335,
  'terrorism_bomb_making, none': 309,
  'hate_violence_discrimination, none': 310,
  'procuring, none': 310,
  'suicide_incitement, none': 307,
  'sexual_harassment, here': 301,
  'sexual_harassment, link': 319,
  'sexual_harassment, none': 341,
  'unsure, none': 303,
  'the victim’s door, here': 347,
  'the victim’s door, link': 365,
  'the victim’s door, none': 387,
};

/** Each way to a report, and the most taps and words on all views before it is sent (design.md, “The first minute”). */
const WAYS: readonly (Way & { readonly name: string; readonly taps: number; readonly words: number })[] = [
  ...CATEGORIES.flatMap(({ id: category }) =>
    (['here', 'link', 'none'] as const).map((place) => ({
      name: `${category}, ${place}`,
      category,
      place,
      taps: place === 'here' ? 6 : 7,
      words: 300,
    })),
  ),
  ...(['here', 'link', 'none'] as const).map((place) => ({
    name: `the victim’s door, ${place}`,
    category: 'sexual_harassment',
    place,
    entrance: 'door' as const,
    taps: 7,
    words: 300,
  })),
  {
    name: 'a door of the page',
    category: 'sexual_harassment',
    place: 'none',
    entrance: 'page door',
    taps: 5,
    words: 260,
  },
];

test('the shortest report of each category, by each way, costs few taps and few words', async (t) => {
  const demo = await startDemoFor(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());

  for (const way of someOf(WAYS, 5))
    await t.test(way.name, async (t2) => {
      const { effort, loads } = await makeShortestReport(browser, demo, way);
      const { taps, keys, pastes } = effort;
      const words = loads.map((load) => load.words);
      const inAll = words.reduce((sum, one) => sum + one, 0);
      t2.diagnostic(`${taps} taps, ${keys} keys, ${words.join(' + ')} = ${inAll} words`);
      assert.ok(taps <= way.taps, `${taps} taps`);
      assert.equal(keys > 0, way.place === 'none', `${keys} keys`);
      assert.equal(pastes, Number(way.place === 'link'));
      if (way.entrance !== 'page door')
        assert.ok(words[0]! <= MOST_FIRST_WORDS, `${words[0]} words on the first step`);
      assert.ok(inAll <= (OVER[way.name] ?? way.words), `${inAll} words on the way`);
      for (const { nodes } of loads) assert.ok(nodes <= MOST_NODES, `${nodes} nodes`);
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
