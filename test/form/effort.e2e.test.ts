// The cost of a report: taps, keys, words and waiting for the reporter, nodes for the page. The test uses a finger on a phone's
// screen, and prints the figures.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { AGAIN, HEADING, LATER, LAUNCHER, MAIN, named, PANEL, RESTING } from '../../demo/gallery/driver.ts';
import { startDemo, type Demo } from '../../demo/serve.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import fr from '../../src/i18n/locales/fr.json' with { type: 'json' };
import { launch, type Page } from '../setup/browsers.ts';
import { look, PATIENT, waitForFocus, waitForView } from '../setup/site.ts';

/** A reporter's actions, counted from the events of a real pointer and keyboard. */
interface Effort {
  taps: number;
  keys: number;
  pastes: number;
  /** When the last tap ended, on the page's clock. */
  at: number;
}

/** The content that a view shows to the reporter. */
interface Load {
  readonly words: number;
  readonly nodes: number;
}

async function startDemoFor(t: TestContext): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'effort-'));
  const demo = await startDemo({ port: 0, databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}` });
  t.after(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  return demo;
}

/** Counts the reporter's actions from now on. */
const count = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const effort = { taps: 0, keys: 0, pastes: 0, at: 0 };
    Object.assign(window, { effort });
    addEventListener('pointerdown', ({ isTrusted }) => void (effort.taps += Number(isTrusted)), true);
    addEventListener('pointerup', ({ timeStamp }) => void (effort.at = timeStamp), true);
    addEventListener('paste', ({ isTrusted }) => void (effort.pastes += Number(isTrusted)), true);
    addEventListener(
      'keydown',
      // The keys of a paste count as the paste.
      ({ isTrusted, ctrlKey }) => void (effort.keys += Number(isTrusted && !ctrlKey)),
      true,
    );
  });

const effortOf = (page: Page): Promise<Effort> =>
  page.evaluate(() => (window as unknown as { effort: Effort }).effort);

const ROOT = "document.querySelector('cliquez-signalez').shadowRoot";

/** Waits for an element of the first widget, with its centre in sight. */
async function centreOf(page: Page, selector: string): Promise<readonly [x: number, y: number]> {
  const found = `${ROOT}.querySelector(${JSON.stringify(selector)})`;
  await page.waitFor(found, PATIENT);
  return page.evaluate<readonly [number, number]>(`(() => {
    const element = ${found};
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`);
}

/** Taps an element, once the reporter has looked at the view that was scrolled to it. */
async function tap(page: Page, selector: string): Promise<void> {
  const [x, y] = await centreOf(page, selector);
  await look(page);
  await page.tap(x, y);
}

/** Taps an element that always is in sight. */
const tapAtOnce = async (page: Page, selector: string): Promise<void> =>
  page.tap(...(await centreOf(page, selector)));

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

/** What is seen: words for screen readers alone do not count. A host or an address is one word. */
const loadOf = (page: Page): Promise<Load> =>
  page.evaluate((panel) => {
    const root = document.querySelector('cliquez-signalez')!.shadowRoot!;
    const unseen = [...root.querySelectorAll<HTMLElement>('.unseen')];
    for (const element of unseen) element.hidden = true;
    const text = root.querySelector<HTMLElement>(panel)?.innerText ?? '';
    for (const element of unseen) element.hidden = false;
    return {
      words: (text.match(/[\p{L}\p{N}’'.-]*[\p{L}\p{N}]/gu) ?? []).length,
      nodes: root.querySelectorAll('*').length,
    };
  }, PANEL);

const PHONE = { width: 390, height: 844, hasTouch: true };

/** Most nodes in the widget: the current measurements, with a little room. */
const MOST_NODES = 150;
/** Most words on the first step, and on all views before the report is sent. */
const MOST_WORDS = { what: 150, inAll: 300 };
const MOST_TAPS = 6;
/** Longest time, in milliseconds, for which the reporter waits for the form on the way, with a processor at a quarter. */
const LONGEST_WAIT_MS = 2_500;

/** Notes in each frame of the page which view is shown, and which takes taps, and since when. */
const watchViews = (page: Page): Promise<void> =>
  page.evaluate(
    (heading, resting) => {
      const [shown, ready] = [{}, {}] as [Record<string, number>, Record<string, number>];
      Object.assign(window, { shown, ready });
      const watch = (): void => {
        const root = document.querySelector('cliquez-signalez')!.shadowRoot!;
        const title = root.querySelector(heading)?.textContent;
        if (title) shown[title] ??= performance.now();
        if (title && !root.querySelector(resting)) ready[title] ??= performance.now();
        requestAnimationFrame(watch);
      };
      watch();
    },
    HEADING,
    RESTING,
  );

/** Waits for a view. @returns how long after the last tap it was shown, or took taps, in milliseconds */
const waitedFor = async (page: Page, moment: 'shown' | 'ready', heading: string): Promise<number> => {
  const at = `${moment}[${JSON.stringify(heading)}]`;
  await page.waitFor(at, PATIENT);
  return page.evaluate<number>(`${at} - effort.at`);
};

/** At night, notices have more to say: a line that is open before the one that is closed. */
const NIGHT = Date.parse('2026-11-26T02:30:00Z');

const VIEWS = ['s1.title', 's2.title', 's4.title', 'ok.title'] as const;

test('the shortest report of each category costs few taps, few words and little waiting', async (t) => {
  const demo = await startDemoFor(t);
  const browser = await launch('chromium');
  t.after(() => browser.close());

  // Other work of the machine only adds, and the wait is the same for each category: the shortest one counts.
  let shortestWaitMs = Infinity;
  for (const { id: category } of CATEGORIES)
    await t.test(category, async (t2) => {
      const page = await browser.newPage(PHONE);
      await page.goto(`${demo.url}/partner`);
      await page.slowDown(4);
      await page.evaluate(`Date.now = () => ${NIGHT}`);
      await count(page);
      await watchViews(page);
      const loads: Load[] = [];
      const waits: number[] = [];
      const answers = [`.option:has([value=${category}])`, '.option:has([value=here])', undefined];
      await tap(page, LAUNCHER);
      for (const [index, title] of VIEWS.entries()) {
        // The number is there to be read: the way ends when it is shown.
        const isEnd = title === 'ok.title';
        waits.push(Math.round(await waitedFor(page, isEnd ? 'shown' : 'ready', fr[title])));
        if (isEnd) break;
        // The folds of the first step come with the later part.
        if (index === 0) await page.waitFor(`${ROOT}.querySelector(${JSON.stringify(LATER)})`, PATIENT);
        loads.push(await loadOf(page));
        const answer = answers[index];
        if (answer) await tap(page, answer);
        await tapAtOnce(page, MAIN);
      }
      const { taps, keys } = await effortOf(page);
      // The next page may have the same process.
      await page.slowDown(1);
      const waitedMs = waits.reduce((sum, one) => sum + one, 0);
      const words = loads.map((load) => load.words);
      const inAll = words.reduce((sum, one) => sum + one, 0);
      t2.diagnostic(
        `${taps} taps, ${words.join(' + ')} = ${inAll} words, ${waits.join(' + ')} = ${waitedMs} ms`,
      );
      assert.ok(taps <= MOST_TAPS && keys === 0, `${taps} taps, ${keys} keys`);
      assert.ok(words[0]! <= MOST_WORDS.what, `${words[0]} words on the first step`);
      assert.ok(inAll <= MOST_WORDS.inAll, `${inAll} words on the way`);
      shortestWaitMs = Math.min(shortestWaitMs, waitedMs);
      for (const { nodes } of loads) assert.ok(nodes <= MOST_NODES, `${nodes} nodes`);
      await page.close();
    });

  await t.test('the reporter waits little for the form', () => {
    assert.ok(shortestWaitMs <= LONGEST_WAIT_MS, `${shortestWaitMs} ms`);
  });

  await t.test('content elsewhere: 7 taps and one paste', async (t2) => {
    const page = await browser.newPage(PHONE);
    await page.goto(`${demo.url}/partner`);
    await copy(page, 'https://exemple.fr/fil/12#message-3');
    await count(page);
    await tap(page, LAUNCHER);
    await waitForView(page, fr['s1.title']);
    await tap(page, '.option:has([value=hate_violence_discrimination])');
    await tap(page, MAIN);
    await waitForView(page, fr['s2.title']);
    await tap(page, '.option:has([value=elsewhere])');
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
    await tap(page, '.option:has([value=hate_violence_discrimination])');
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
