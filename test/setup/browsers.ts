// The three engines: their locations, their start, and one small page interface over them for end-to-end tests.
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, {
  type BrowserContext,
  type LaunchOptions,
  type Page as PuppeteerPage,
  type KeyInput,
} from 'puppeteer-core';
import { isEvery } from './every.ts';
import { BrowserCrashedError } from './browser-crash.ts';
import { createProfile } from './firefox-profile.ts';
import { openWebKitPage, type Cookie, type WebDriverPage } from './webdriver.ts';

/** Time that a browser may take to start, in ms: on a busy machine half a minute is not enough. */
const START_MS = 120_000;

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** The engines to test: all three, or those that the variable ENGINES names. */
export const ENGINES = (process.env['ENGINES'] ?? 'chromium,firefox,webkit').split(',') as Engine[];

/**
 * Chromium and one of the two others, for tests whose subject hardly depends on the engine. All engines that ENGINES
 * names run, and so do all three if every case of every matrix runs.
 */
export const pairWith = (other: 'firefox' | 'webkit'): readonly Engine[] =>
  ENGINES.filter((engine) => isEvery || process.env['ENGINES'] || engine === 'chromium' || engine === other);

/** The engines for the demo's tools, which no reporter meets, and for plugins: one, unless every case of every matrix runs. */
export const TOOL_ENGINES = isEvery ? ENGINES : ENGINES.slice(0, 1);

/**
 * Whether an engine runs a test whose subject hardly depends on the engine: the first one does, and the one that is named.
 * With every case of every matrix, each engine does.
 */
export const isChosen = (engine: Engine, other?: 'firefox' | 'webkit'): boolean =>
  (other ? pairWith(other) : TOOL_ENGINES).includes(engine);

/** How Puppeteer starts Chromium: without a sandbox (root has none), and with access to this machine only. */
export const CHROMIUM: LaunchOptions = {
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  timeout: START_MS,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ],
};

/** How Puppeteer starts a stock Firefox, over WebDriver BiDi. */
export const FIREFOX: LaunchOptions = {
  browser: 'firefox',
  executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
  timeout: START_MS,
  extraPrefsFirefox: {
    // The downloads panel would take focus from this page and from all later pages.
    'browser.download.alwaysOpenPanel': false,
  },
};

/** Size of a page in CSS pixels, and whether Chromium has a touch screen instead of a mouse. */
export interface Viewport {
  width: number;
  height: number;
  hasTouch?: boolean;
}

/** A browser under test. */
export interface Browser {
  readonly engine: Engine;
  /** Opens a page with cookies and storage of its own. A WebKit page is never narrower than 447 px. */
  newPage(viewport?: Viewport): Promise<Page>;
  /** Opens a page that shares cookies and storage with another one, as a second tab does. WebKitGTK has none. */
  newPageBeside?(page: Page): Promise<Page>;
  /** Ends the browser as the system does that runs out of memory (SIGKILL). WebKitGTK is not ended so here. */
  kill?(): Promise<void>;
  /** Ends the browser and all its pages. */
  close(): Promise<void>;
}

/** The actions of a test in a page, identical in the three engines. */
export interface Page {
  goto(url: string): Promise<void>;
  /** Goes back by one page. */
  back(): Promise<void>;
  /** Presses one key, with its modifiers if any: `Tab`, `Shift+Tab`, `Control+a`. Space is `' '`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Touches the page with a finger. WebKitGTK cannot be touched. */
  tap(x: number, y: number): Promise<void>;
  /** Runs a function or an expression. A function sees only the page and its arguments. */
  evaluate<T = unknown, A extends unknown[] = unknown[]>(
    script: string | ((...args: A) => T),
    ...args: A
  ): Promise<Awaited<T>>;
  /** Waits until the function or expression returns a truthy value, and returns that value. */
  waitFor<T = unknown>(script: string | (() => T), options?: { timeoutMs?: number }): Promise<Awaited<T>>;
  /** The frame whose address contains these words, at any depth and on any origin. */
  frame(words: string): Pick<Page, 'evaluate' | 'waitFor'>;
  /** Writes a PNG, and creates its folder. */
  screenshot(path: string): Promise<void>;
  setViewport(viewport: Viewport): Promise<void>;
  cookies(): Promise<Cookie[]>;
  /** Makes the processor so many times slower. Chromium alone can. */
  slowDown(rate: number): Promise<void>;
  close(): Promise<void>;
}

const DEFAULT_VIEWPORT = { width: 1024, height: 768 };
const POLL_MS = 25;

/** Options of a browser's start. */
export interface LaunchSettings {
  /** Folder for the files that pages save, without a prompt, and for Firefox's `printed.pdf`. */
  readonly output?: string;
  /** A host name of this machine that is not a secure context over http. WebKitGTK does not support it. */
  readonly hostName?: string;
}

/** Starts a browser. */
export async function launch(engine: Engine, { output, hostName }: LaunchSettings = {}): Promise<Browser> {
  if (engine === 'webkit') return webkitBrowser(output);
  if (engine === 'chromium') return puppeteerBrowser(engine, hostName ? naming(hostName) : CHROMIUM, output);
  const extraPrefsFirefox = {
    ...FIREFOX.extraPrefsFirefox,
    ...(output && writingTo(output)),
    ...(hostName && { 'network.dns.localDomains': hostName }),
  };
  const profile = await createProfile(FIREFOX.executablePath!);
  const args = ['--profile', profile.folder];
  const browser = await puppeteerBrowser(engine, { ...FIREFOX, args, extraPrefsFirefox });
  return {
    ...browser,
    async close() {
      await browser.close();
      await profile.end();
    },
  };
}

function naming(hostName: string): LaunchOptions {
  const rules = '--host-resolver-rules=';
  const args = CHROMIUM.args!.map((arg) => arg.replace(rules, `${rules}MAP ${hostName} 127.0.0.1, `));
  return { ...CHROMIUM, args };
}

/** Settings of a Firefox that saves and prints into a folder. */
function writingTo(output: string): Record<string, unknown> {
  const printer = 'Mozilla Save to PDF';
  const setting = `print.printer_${printer.replaceAll(' ', '_')}.print_to`;
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': output,
    // The panel would take keyboard focus.
    'browser.download.alwaysOpenPanel': false,
    'print.always_print_silent': true,
    print_printer: printer,
    [`${setting}_file`]: true,
    [`${setting}_filename`]: `${output}/printed.pdf`,
  };
}

/**
 * Starts a browser as people use it: its pages share one profile, which a folder keeps.
 * @param prefs settings of Firefox
 */
export function launchWithProfile(
  engine: 'chromium' | 'firefox',
  userDataDir: string,
  prefs: Readonly<Record<string, unknown>> = {},
): Promise<Browser> {
  const options =
    engine === 'chromium'
      ? CHROMIUM
      : { ...FIREFOX, extraPrefsFirefox: { ...FIREFOX.extraPrefsFirefox, ...prefs } };
  return puppeteerBrowser(engine, { ...options, userDataDir });
}

async function puppeteerBrowser(
  engine: 'chromium' | 'firefox',
  options: LaunchOptions,
  downloadPath?: string,
): Promise<Browser> {
  const browser = await puppeteer.launch(options);
  const own = downloadPath ? { downloadBehavior: { policy: 'allow', downloadPath } as const } : {};
  const contexts = new Map<Page, BrowserContext>();
  const openIn = async (context: BrowserContext, viewport: Viewport, isLast: boolean): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewport(viewport);
    const opened = pageOver(page, {
      cookies: () => context.cookies(),
      // A window that closes or that a page opens may take focus, and keys would then reach no page.
      toFront: () => page.bringToFront(),
      close: () => (isLast ? context.close() : page.close()),
    });
    contexts.set(opened, context);
    return opened;
  };
  return {
    engine,
    newPage: async (viewport = DEFAULT_VIEWPORT) =>
      options.userDataDir
        ? openIn(browser.defaultBrowserContext(), viewport, false)
        : openIn(await browser.createBrowserContext(own), viewport, true),
    newPageBeside: (page) => openIn(contexts.get(page)!, DEFAULT_VIEWPORT, false),
    async kill() {
      const process = browser.process()!;
      const ended = once(process, 'exit');
      process.kill('SIGKILL');
      await ended;
    },
    close: () => browser.close(),
  };
}

function webkitBrowser(output?: string): Browser {
  const open = new Set<WebDriverPage>();
  return {
    engine: 'webkit',
    async newPage(viewport = DEFAULT_VIEWPORT) {
      const page = await openWebKitPage(output);
      open.add(page);
      await page.setViewport(viewport);
      return pageOver(page, {
        cookies: () => page.cookies(),
        async close() {
          open.delete(page);
          await page.close();
        },
      });
    },
    async close() {
      await Promise.all([...open].map((page) => page.close()));
    },
  };
}

function pageOver(
  page: PuppeteerPage | WebDriverPage,
  { toFront, ...own }: Pick<Page, 'cookies' | 'close'> & { toFront?(): Promise<unknown> },
): Page {
  // Both kinds of page evaluate alike, but TypeScript cannot call a union of two generic signatures.
  const evaluate = page.evaluate.bind(page) as Page['evaluate'];
  const inFrame = (words: string): Page['evaluate'] =>
    'evaluateInFrame' in page
      ? (script, ...args) => page.evaluateInFrame(words, script, ...args)
      : (script, ...args) => {
          const frame = page.frames().find((one) => one.url().includes(words));
          if (!frame) return Promise.reject(new Error(`No frame has ${words} in its address.`));
          return (frame.evaluate as Page['evaluate'])(script, ...args);
        };
  return {
    ...own,
    evaluate,
    async goto(url) {
      await page.goto(url);
      await toFront?.();
    },
    async back() {
      // Puppeteer's own method waits for a load event, which a page from the browser's cache never fires.
      // In a task of its own: the answer comes before the page goes.
      await ('evaluateInFrame' in page
        ? page.goBack()
        : page.evaluate(() => void setTimeout(() => history.back())));
    },
    async press(keys) {
      const modifiers = keys.split(/\+(?=.)/) as KeyInput[];
      const key = modifiers.pop()!;
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      for (const modifier of modifiers.toReversed()) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    async tap(x, y) {
      if (!('touchscreen' in page)) throw new Error('This engine cannot be touched here.');
      await page.touchscreen.tap(x, y);
    },
    waitFor: waitingWith(evaluate),
    frame: (words) => ({ evaluate: inFrame(words), waitFor: waitingWith(inFrame(words)) }),
    async screenshot(path) {
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
    setViewport: (viewport) => page.setViewport(viewport),
    async slowDown(rate) {
      if (!('emulateCPUThrottling' in page)) throw new Error('This engine cannot be slowed down here.');
      await page.emulateCPUThrottling(rate);
    },
  };
}

function waitingWith(evaluate: Page['evaluate']): Page['waitFor'] {
  return async (script, { timeoutMs = 5000 } = {}) => {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      // A page that is being left answers with an error, which counts as « not yet ».
      const value = await evaluate(script).catch((error: unknown) => {
        if (BrowserCrashedError.is(error)) throw error;
      });
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`Not so within ${timeoutMs} ms: ${script.toString()}`);
      await delay(POLL_MS);
    }
  };
}
