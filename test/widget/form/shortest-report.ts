// The shortest report of a category, made with a finger on a phone's screen: what it costs the reporter and the page.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { HEADING, LATER, LAUNCHER, MAIN, PANEL, RESTING, seek } from '../../../demo/gallery/driver.ts';
import { startDemo, type Demo } from '../../../demo/serve.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import type { Browser, Page } from '../../setup/browsers.ts';
import { look, PATIENT } from '../../setup/site.ts';

/** A reporter's actions, counted from the events of a real pointer and keyboard. */
export interface Effort {
  taps: number;
  keys: number;
  pastes: number;
  /** When the last tap ended, on the page's clock. */
  at: number;
}

/** The content that a view shows to the reporter. */
export interface Load {
  readonly words: number;
  readonly nodes: number;
}

export async function startDemoFor(t: TestContext): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'effort-'));
  const demo = await startDemo({ port: 0, databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}` });
  t.after(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  return demo;
}

/** Counts the reporter's actions from now on. */
export const count = (page: Page): Promise<void> =>
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

export const effortOf = (page: Page): Promise<Effort> =>
  page.evaluate(() => (window as unknown as { effort: Effort }).effort);

export const ROOT = "document.querySelector('cliquez-signalez').renderRoot";

/** Waits for an element of the first widget, with its centre in sight. */
async function centreOf(page: Page, selector: string): Promise<readonly [x: number, y: number]> {
  const found = seek(ROOT, selector);
  await page.waitFor(found, PATIENT);
  return page.evaluate<readonly [number, number]>(`(() => {
    const element = ${found};
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`);
}

/** Taps an element, once the reporter has looked at the view that was scrolled to it. */
export async function tap(page: Page, selector: string): Promise<void> {
  const [x, y] = await centreOf(page, selector);
  await look(page);
  await page.tap(x, y);
}

/** Taps an element that always is in sight. */
const tapAtOnce = async (page: Page, selector: string): Promise<void> =>
  page.tap(...(await centreOf(page, selector)));

/** What is seen: words for screen readers alone do not count. A host or an address is one word. */
const loadOf = (page: Page): Promise<Load> =>
  page.evaluate((panel) => {
    const root = document.querySelector('cliquez-signalez')!.renderRoot;
    const unseen = [...root.querySelectorAll<HTMLElement>('.unseen')];
    for (const element of unseen) element.hidden = true;
    const text = root.querySelector<HTMLElement>(panel)?.innerText ?? '';
    for (const element of unseen) element.hidden = false;
    return {
      words: (text.match(/[\p{L}\p{N}’'.-]*[\p{L}\p{N}]/gu) ?? []).length,
      nodes: root.querySelectorAll('*').length,
    };
  }, PANEL);

export const PHONE = { width: 390, height: 844, hasTouch: true };

/** Notes in each frame of the page which view is shown, and which takes taps, and since when. */
const watchViews = (page: Page): Promise<void> =>
  page.evaluate(
    (heading, resting) => {
      const [shown, ready] = [{}, {}] as [Record<string, number>, Record<string, number>];
      Object.assign(window, { shown, ready });
      const watch = (): void => {
        const root = document.querySelector('cliquez-signalez')!.renderRoot;
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

/** What a report cost. */
interface Cost {
  readonly effort: Effort;
  /** Of each view before the report is sent. */
  readonly loads: readonly Load[];
  /** How long the reporter waited for each view, and for the number, in milliseconds. */
  readonly waits: readonly number[];
}

/** Makes the shortest report of a category. @param slowness how many times slower the processor is */
export async function makeShortestReport(
  browser: Browser,
  demo: Demo,
  category: string,
  slowness: number,
): Promise<Cost> {
  const page = await browser.newPage(PHONE);
  await page.goto(`${demo.url}/partner`);
  await page.slowDown(slowness);
  await page.evaluate(`Date.now = () => ${NIGHT}`);
  await count(page);
  await watchViews(page);
  const loads: Load[] = [];
  const waits: number[] = [];
  const answers = [`.option:has([answer=${category}])`, '.option:has([answer=here])', undefined];
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
  const effort = await effortOf(page);
  // The next page may have the same process.
  await page.slowDown(1);
  await page.close();
  return { effort, loads, waits };
}
