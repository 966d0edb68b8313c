// Takes the pictures: leads a page of the demo's gallery to a state, stops all motion, and takes a screenshot.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { BODY, RESTING } from '../../demo/gallery/driver.ts';
import { startDemo, type Demo } from '../../demo/serve.ts';
import type { Pixels } from './png.ts';
import { Walk, type Person, type Walked } from './people.ts';
import type { Picture } from './pictures.ts';
import { launchPinned } from './pinned-browser.ts';
import type { Report } from '../../src/core/report/report.ts';
import { holdStill } from './still.ts';

/**
 * The number of pages at work at once: one more than the cores of a small machine, because pages wait for responses.
 */
export const AT_ONCE = 3;

/** The demo, and the browser that takes the pictures. */
export class Studio {
  readonly browser: Browser;
  readonly #demo: Demo;
  readonly #folder: string;

  private constructor(browser: Browser, demo: Demo, folder: string) {
    this.browser = browser;
    this.#demo = demo;
    this.#folder = folder;
  }

  static async open(): Promise<Studio> {
    const folder = await mkdtemp(join(tmpdir(), 'look-'));
    const demo = await startDemo({ port: 0, databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}` });
    return new Studio(await launchPinned(), demo, folder);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#demo.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /**
   * Takes one picture, as PNG.
   * @throws if the widget does not reach the state
   */
  async take(picture: Picture): Promise<Uint8Array> {
    const page = await this.browser.newPage();
    try {
      await prepare(page, picture);
      await page.goto(`${this.#demo.url}/gallery/state.html?${picture.query}`);
      await page.waitForFunction("document.documentElement.dataset['state']");
      const missed = await page.evaluate(
        () => document.documentElement.dataset['state'] === 'missed' && document.body.innerText,
      );
      if (missed) throw new Error(missed);
      await page.evaluate(holdStill, picture.isAtEnd, BODY, RESTING);
      return await page.screenshot({ captureBeyondViewport: false });
    } finally {
      await page.close();
    }
  }

  /** All reports that the demo's receiver has, the newest first. */
  async #received(): Promise<readonly Pick<Report, 'locations' | 'reportedAccounts'>[]> {
    const response = await fetch(`${this.#demo.url}/inbox.json`);
    const { reports } = (await response.json()) as { reports: readonly { report: Report }[] };
    return reports.map(({ report }) => report);
  }

  /**
   * Follows a person through a report on a newspaper's page, with the demo's receiver behind it.
   * @throws if they do not get to its end, or are never told what they need
   */
  async follow(person: Person): Promise<{ walked: Walked; pictures: readonly Pixels[] }> {
    const context = await this.browser.createBrowserContext();
    const page = await context.newPage();
    try {
      await prepare(page, person, person);
      await page.goto(`${this.#demo.url}/partner`);
      for (const language of person.languages ?? [])
        await page.evaluate(`import('/cdn/locales/${language}.js')`);
      await page.evaluate(
        (textSize, attributes) => {
          document.documentElement.style.fontSize = `${textSize}%`;
          const widget = document.querySelector('cliquez-signalez')!;
          for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
        },
        person.textSize ?? 100,
        person.attributes ?? {},
      );
      const before = await this.#received();
      const walk = new Walk(page, person);
      await person.walk(walk);
      const received = await this.#received();
      const sent = received
        .slice(0, received.length - before.length)
        .flatMap(({ locations, reportedAccounts = [] }) => [...locations, ...reportedAccounts]);
      return { walked: walk.walked(sent), pictures: walk.pictures };
    } finally {
      await context.close();
    }
  }
}

/** Sets up an empty page. */
async function prepare(
  page: Page,
  { width, height, isPhone, media }: Pick<Picture, 'width' | 'height' | 'isPhone'> & Partial<Picture>,
  { timeZone = 'Europe/Paris', at = TUESDAY_MORNING }: Pick<Person, 'timeZone' | 'at'> = {},
): Promise<void> {
  await page.setViewport({ width, height, isMobile: isPhone, hasTouch: isPhone });
  await page.emulateTimezone(timeZone);
  await page.evaluateOnNewDocument(stopClock, Date.parse(at));
  const devtools = await page.createCDPSession();
  // Each page behaves as if it were in front, though only one is.
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  // A phone's scrollbars overlay the page, and fade.
  if (isPhone) await devtools.send('Emulation.setScrollbarsHidden', { hidden: true });
  const features = { 'prefers-color-scheme': 'light', 'prefers-reduced-motion': 'reduce', ...media };
  await devtools.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** When some help lines answer and others do not. */
const TUESDAY_MORNING = '2027-03-02T09:15:00Z';

/** In the page: fixes the time. */
function stopClock(now: number): void {
  globalThis.Date = class extends Date {
    constructor(...given: unknown[]) {
      // Arguments of `new Date` pass through.
      super(...((given.length > 0 ? given : [now]) as [number]));
    }
    static override now(): number {
      return now;
    }
  } as DateConstructor;
}
