// Takes the pictures: leads a page of the demo's gallery to a state, stops all motion, and takes a screenshot.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { BODY, RESTING } from '../../demo/gallery/driver.ts';
import { startDemo, type Demo } from '../../demo/serve.ts';
import type { Picture } from './pictures.ts';
import { launchPinned } from './pinned-browser.ts';
import type { ReportButton } from '../../src/widget/button/report-button.ts';

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
}

/** Sets up an empty page. */
async function prepare(page: Page, { width, height, isPhone, media }: Picture): Promise<void> {
  await page.setViewport({ width, height, isMobile: isPhone, hasTouch: isPhone });
  await page.emulateTimezone('Europe/Paris');
  await page.evaluateOnNewDocument(stopClock);
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

/** In the page: fixes the time at a Tuesday morning, when some help lines answer and others do not. */
function stopClock(): void {
  const now = Date.parse('2027-03-02T09:15:00Z');
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

/**
 * In the page: hides the caret, ends every animation, scrolls to the required position, and waits until all is painted.
 */
async function holdStill(isAtEnd: boolean, bodySelector: string, resting: string): Promise<void> {
  const widgets = [...document.querySelectorAll('cliquez-signalez')];
  // A new view shows for a moment that its buttons take no taps yet.
  const rests = ({ renderRoot }: ReportButton): unknown => renderRoot?.querySelector(resting);
  while (widgets.some(rests)) await new Promise((done) => requestAnimationFrame(done));
  if (isAtEnd) widgets[0]?.renderRoot?.querySelector(bodySelector)?.scrollTo(0, 1e5);
  for (const widget of widgets) widget.style.setProperty('caret-color', 'transparent', 'important');
  const roots = [document, ...widgets.flatMap(({ renderRoot }) => renderRoot ?? [])];
  for (const animation of roots.flatMap((root) => root.getAnimations())) {
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel();
    else animation.finish();
  }
  await document.fonts.ready;
  const painted = async (): Promise<void> => {
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
  };
  // A scrolled area is painted anew: its arrows as the view was when the bar came, possibly before all of it was there;
  // its icons between two pixels as the area stood during an animation.
  for (const body of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(bodySelector)])) {
    body.style.overflow = 'hidden';
    await painted();
    body.style.overflow = '';
  }
  await painted();
}
