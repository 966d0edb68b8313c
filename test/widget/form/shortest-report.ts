// The shortest report of a category by each way, made with a finger on a phone's screen: what it costs the reporter and the
// page.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  HEADING,
  LATER,
  LAUNCHER,
  MAIN,
  named,
  PANEL,
  RESTING,
  seek,
  THREATENED_DOOR,
} from '../../../demo/gallery/driver.ts';
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
        // The form may be there before its dialog is open.
        const shownHeading = root.querySelector(heading);
        const title = shownHeading?.checkVisibility() && shownHeading.textContent;
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

/** How the reporter says where the content is: on this page, by a link that is pasted, or by the name of a service. */
export type Place = 'here' | 'link' | 'none';

/** Where the reporter comes in: at the button, and from there by the victim's door; or by a door of the page itself. */
export type Entrance = 'button' | 'door' | 'page door';

/** A report to make. */
export interface Way {
  readonly category: string;
  readonly place?: Place;
  readonly entrance?: Entrance;
  /** How many times slower the processor is. */
  readonly slowness?: number;
}

/** What a report cost. */
interface Cost {
  readonly effort: Effort;
  /** Of each view before the report is sent. */
  readonly loads: readonly Load[];
  /** How long the reporter waited for each view, and for the number, in milliseconds. */
  readonly waits: readonly number[];
}

/** Puts a text into the clipboard, as a reporter does elsewhere. */
export async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((copied: string) => {
    const source = document.createElement('textarea');
    source.value = copied;
    document.body.prepend(source);
    source.select();
  }, text);
  await page.press('Control+c');
}

const IDENTIFIER = '[field^="identifiers."]';

/** Says where the content is. */
async function locate(page: Page, place: Place): Promise<void> {
  const answer = { here: 'here', link: 'elsewhere', none: 'none' }[place];
  await tap(page, `.option:has([answer=${answer}])`);
  if (place === 'here') return;
  await tap(page, named(place === 'link' ? 'addresses.0' : 'service'));
  if (place === 'link') return page.press('Control+v');
  await page.type('Snapchat');
  // What identifies somebody there comes with the name, behind the next key of the keyboard.
  await page.waitFor(`${seek(ROOT, IDENTIFIER)} !== null`, PATIENT);
  const isThere = `${ROOT}.activeElement?.field?.startsWith('identifiers.')`;
  for (let keys = 0; keys < 4 && !(await page.evaluate(isThere)); keys++) await page.press('Tab');
  await page.type('pseudo99');
}

/** A door of the page itself to the report of somebody who is threatened. */
const addDoor = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const door = Object.assign(document.createElement('button'), { id: 'door', textContent: 'Chantage ?' });
    Object.assign(door.style, { position: 'fixed', top: '0', left: '0' });
    door.addEventListener('click', () => {
      void document.querySelector('cliquez-signalez')!.open({ threatened: true });
    });
    document.body.append(door);
  });

/** Makes the shortest report of a category by one way. */
export async function makeShortestReport(
  browser: Browser,
  demo: Demo,
  { category, place = 'here', entrance = 'button', slowness = 1 }: Way,
): Promise<Cost> {
  const page = await browser.newPage(PHONE);
  await page.goto(`${demo.url}/partner`);
  await page.slowDown(slowness);
  await page.evaluate(`Date.now = () => ${NIGHT}`);
  if (entrance === 'page door') await addDoor(page);
  if (place === 'link') await copy(page, 'https://exemple.fr/fil/12#message-3');
  await count(page);
  await watchViews(page);
  const loads: Load[] = [];
  const waits: number[] = [];
  const isThreatened = entrance !== 'button';
  /** Waits until a view takes taps, and counts its words. */
  const see = async (key: keyof typeof fr): Promise<void> => {
    waits.push(Math.round(await waitedFor(page, 'ready', fr[key])));
    // The folds of the first step come with the later part.
    if (key === 's1.title') await page.waitFor(`${ROOT}.querySelector(${JSON.stringify(LATER)})`, PATIENT);
    loads.push(await loadOf(page));
  };
  if (entrance === 'page door') {
    const [x, y] = await page.evaluate<readonly [number, number]>(`(() => {
      const { left, top, width, height } = document.querySelector('#door').getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    })()`);
    await page.tap(x, y);
  } else {
    await tap(page, LAUNCHER);
    await see('s1.title');
    if (entrance === 'door') await tap(page, THREATENED_DOOR);
    else {
      await tap(page, `.option:has([answer=${category}])`);
      await tapAtOnce(page, MAIN);
    }
  }
  await see(isThreatened ? 's2.title.threatened' : 's2.title');
  await locate(page, place);
  // The place brings fields with it.
  loads[loads.length - 1] = await loadOf(page);
  await tapAtOnce(page, MAIN);
  await see('s4.title');
  await tapAtOnce(page, MAIN);
  // The number is there to be read: the way ends when it is shown.
  waits.push(Math.round(await waitedFor(page, 'shown', fr['ok.title'])));
  const effort = await effortOf(page);
  // The next page may have the same process.
  await page.slowDown(1);
  await page.close();
  return { effort, loads, waits };
}
