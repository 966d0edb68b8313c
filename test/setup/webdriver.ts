// WebKitGTK for the tests: W3C WebDriver over fetch, behind the few Puppeteer methods that the tests and the stock
// @web/test-runner-commands call. The tests need neither webdriverio nor a downloaded driver.
import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserLauncher } from '@web/test-runner';
import { BrowserCrashedError } from './browser-crash.ts';
import { ensureDisplay } from './display.ts';
import { freePort } from './free-port.ts';
import { spawnTied } from './tied.ts';
import { until } from './until.ts';
import type { ReportButton } from '../../src/widget/button/report-button.ts';

const DRIVER = process.env['WEBKIT_DRIVER'] ?? '/usr/bin/WebKitWebDriver';
const BROWSER = process.env['WEBKIT_PATH'] ?? `/usr/lib/${debianTriplet()}/webkit2gtk-4.1/MiniBrowser`;

/** Measured: MiniBrowser's toolbar keeps its window from becoming narrower. */
export const WEBKIT_MINIMUM_WIDTH = 447;

const START_TIMEOUT_MS = 10_000;
const CALL_TIMEOUT_MS = 60_000;
/** A browser that does not end within this time is killed. */
const END_TIMEOUT_MS = 5_000;

/** The driver's answers after its browser has crashed. */
const CRASHED = /Session terminated|invalid session id/;

/** The code points of WebDriver for keys without a character. */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 } as const;

type Button = { button?: keyof typeof BUTTONS };
type Size = { width: number; height: number };
type Call = <T = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;

/** A cookie, in the fields that WebDriver and Puppeteer share. */
export interface Cookie {
  name: string;
  value: string;
  domain?: string;
}

/** A driver with its browser. */
interface Session {
  readonly call: Call;
  end(): Promise<void>;
}

/** One window, in the shape of a Puppeteer page. */
export class WebDriverPage {
  #session: Session;
  readonly #start: () => Promise<Session>;
  #size: Size | undefined;

  constructor(session: Session, start: () => Promise<Session>) {
    this.#session = session;
    this.#start = start;
  }

  #call: Call = (method, path, body) => this.#session.call(method, path, body);

  readonly keyboard = {
    press: (key: string) => this.#keys(['keyDown', key], ['keyUp', key]),
    down: (key: string) => this.#keys(['keyDown', key]),
    up: (key: string) => this.#keys(['keyUp', key]),
    // One call for each character: in a single call WebKit drops the second l of "hello".
    type: async (text: string) => {
      for (const character of text) await this.keyboard.press(character);
    },
  };

  readonly mouse = {
    move: (x: number, y: number) => this.#pointer({ type: 'pointerMove', duration: 0, x, y }),
    down: ({ button = 'left' }: Button = {}) =>
      this.#pointer({ type: 'pointerDown', button: BUTTONS[button] }),
    up: ({ button = 'left' }: Button = {}) => this.#pointer({ type: 'pointerUp', button: BUTTONS[button] }),
    click: async (x: number, y: number, options?: Button) => {
      await this.mouse.move(x, y);
      await this.mouse.down(options);
      await this.mouse.up(options);
    },
    reset: async () => {
      await this.#call('DELETE', '/actions');
      await this.mouse.move(0, 0);
    },
  };

  /** Runs a function, or the expression that a string holds, in the page. */
  evaluate<T, A extends unknown[]>(script: string | ((...args: A) => T), ...args: A): Promise<Awaited<T>> {
    const expression = typeof script === 'string' ? script : `(${script.toString()})(...arguments)`;
    return this.#call('POST', '/execute/sync', { script: `return (${expression});`, args });
  }

  /** Runs a function in the frame whose address contains these words. */
  async evaluateInFrame<T, A extends unknown[]>(
    words: string,
    script: string | ((...args: A) => T),
    ...args: A
  ): Promise<Awaited<T>> {
    const frame = await this.evaluate(findFrame, words);
    if (!frame) throw new Error(`No frame has ${words} in its address.`);
    await this.#call('POST', '/frame', { id: frame });
    try {
      return await this.evaluate(script, ...args);
    } finally {
      await this.#call('POST', '/frame', { id: null });
    }
  }

  /**
   * Goes to an address, in a page of this size. When a page is left, WebKitGTK's network process sometimes crashes
   * (SIGSEGV in libgobject) and ends the session, or leaves it without an answer. The test leaves the page anyway, so a
   * new browser goes to the address, and a warning reports it.
   * @returns whether this browser got there, and not a new one
   */
  async goto(url: string, size = this.#size): Promise<boolean> {
    const go = async (): Promise<void> => {
      if (size && size !== this.#size) await this.setViewport(size);
      await this.#call('POST', '/url', { url });
    };
    try {
      await go();
      return true;
    } catch (error) {
      if (!BrowserCrashedError.is(error)) throw error;
      console.warn(`WebKit crashed on its way to ${url}; a new one goes there.`);
      await this.close();
      this.#session = await this.#start();
      this.#size = undefined;
      await go();
      return false;
    }
  }

  /**
   * Goes back by one page, as the browser's own button does. A script started during the navigation could wait for
   * ever.
   */
  async goBack(): Promise<void> {
    await this.#call('POST', '/back');
  }

  async screenshot({ path }: { path: string }): Promise<void> {
    await writeFile(path, await this.#call<string>('GET', '/screenshot'), 'base64');
  }

  cookies(): Promise<Cookie[]> {
    return this.#call('GET', '/cookie');
  }

  /** Gives the page this size, but never less than WEBKIT_MINIMUM_WIDTH. */
  async setViewport({ width, height }: Size): Promise<void> {
    this.#size = { width, height };
    const wanted = { width: Math.max(width, WEBKIT_MINIMUM_WIDTH), height };
    const inner = (): Promise<Size> => this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const [outer, before] = [await this.#call<Size>('GET', '/window/rect'), await inner()];
    // WebDriver sizes windows, so the borders around the page are added.
    await this.#call('POST', '/window/rect', {
      width: outer.width + wanted.width - before.width,
      height: outer.height + wanted.height - before.height,
    });
    await until(
      async () => {
        const now = await inner();
        return now.width === wanted.width && now.height === wanted.height;
      },
      `the page is ${wanted.width}×${wanted.height}`,
      START_TIMEOUT_MS,
    );
  }

  emulateMediaFeatures(): Promise<void> {
    return Promise.reject(new Error('WebKitGTK cannot emulate media features.'));
  }

  emulateMediaType(): Promise<void> {
    return Promise.reject(new Error('WebKitGTK cannot emulate media types.'));
  }

  /** Ends the window and the processes behind it. */
  close(): Promise<void> {
    return this.#session.end();
  }

  async #keys(...strokes: [type: 'keyDown' | 'keyUp', key: string][]): Promise<void> {
    const actions = strokes.map(([type, key]) => ({ type, value: keyValue(key) }));
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async #pointer(action: object): Promise<void> {
    const source = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [action] };
    await this.#call('POST', '/actions', { actions: [source] });
  }
}

/** Runs in the page. */
function findFrame(words: string): HTMLIFrameElement | null {
  const search = (root: ParentNode): HTMLIFrameElement | null => {
    for (const element of root.querySelectorAll<ReportButton>('*')) {
      const found =
        element instanceof HTMLIFrameElement && element.src.includes(words)
          ? element
          : element.renderRoot && search(element.renderRoot);
      if (found) return found;
    }
    return null;
  };
  return search(document);
}

async function openSession(
  driver: ChildProcess,
  call: ReturnType<typeof caller>,
): Promise<{ sessionId: string }> {
  await until(() => isReady(driver, call), `${DRIVER} listens`, START_TIMEOUT_MS);
  return call('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] } },
    },
  });
}

/**
 * Opens one browser window.
 * @param output folder for files that its page saves, instead of the user's own folder
 */
export async function openWebKitPage(output?: string): Promise<WebDriverPage> {
  const start = (): Promise<Session> => startSession(output);
  return new WebDriverPage(await start(), start);
}

/** Starts a driver. It holds one session, so each page has a driver of its own. */
async function startSession(output: string | undefined): Promise<Session> {
  await ensureDisplay();
  const port = await freePort();
  if (output) await writeFile(join(output, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${output}"\n`);
  const env = { ...process.env, ...(output && { XDG_CONFIG_HOME: output }) };
  // The driver and its browser share a process group, so both can be killed when the driver no longer answers.
  const options = { stdio: 'ignore', detached: true, env } as const;
  const driver = spawnTied(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], options);
  const call = caller(`http://127.0.0.1:${port}`);
  const end = caller(`http://127.0.0.1:${port}`, END_TIMEOUT_MS);
  const { sessionId } = await openSession(driver, call).catch((error: unknown) => {
    // The driver waits for ever for a browser without a display. Left running, it would keep this process alive.
    killGroup(driver);
    throw new Error(`${BROWSER} did not start on display ${process.env['DISPLAY']}`, { cause: error });
  });

  return {
    call: caller(`http://127.0.0.1:${port}/session/${sessionId}`),
    async end() {
      // A crashed driver does not answer; it is killed anyway.
      await end('DELETE', `/session/${sessionId}`).catch(() => {});
      killGroup(driver);
    },
  };
}

/** Kills a driver and its browser, as far as they still run. */
function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch {
    // Both have ended already.
  }
}

/** WebKitGTK as a browser of Web Test Runner: one page, reused for every test file. */
export function webkitLauncher(
  name: string,
): BrowserLauncher & { getPage(): WebDriverPage; hasCrashed(id: string): boolean } {
  let page: WebDriverPage | undefined;
  const urls = new Map<string, string>(); // of the running sessions
  const crashed = new Set<string>(); // sessions whose browser had crashed at their end

  const getPage = (): WebDriverPage => {
    if (!page) throw new Error('No session has started.');
    return page;
  };

  return {
    name,
    type: 'puppeteer', // the stock commands choose their code by this type
    concurrency: 1,
    getPage,
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    hasCrashed: (id) => crashed.has(id),
    async startSession(id, url) {
      page ??= await openWebKitPage();
      urls.set(id, url);
      await page.goto(url, { width: 800, height: 600 });
    },
    async stopSession(id) {
      urls.delete(id);
      // Leaving the page ends its scripts.
      if (!(await getPage().goto('about:blank'))) crashed.add(id);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK has no debug session here.')),
    async stop() {
      await page?.close();
    },
  };
}

function caller(base: string, timeoutMs = CALL_TIMEOUT_MS): Call {
  return async <T>(method: string, path: string, body?: object) => {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) };
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(base + path, { method, signal, ...(method === 'POST' ? json : {}) }).catch(
      (cause) => {
        throw new BrowserCrashedError(`WebDriver ${method} ${path} has no answer`, { cause });
      },
    );
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) {
      const message = `WebDriver ${method} ${path}: ${value.error}: ${value.message}`;
      throw CRASHED.test(message) ? new BrowserCrashedError(message) : new Error(message);
    }
    return value;
  };
}

async function isReady(driver: ChildProcess, call: Call): Promise<boolean> {
  if (driver.exitCode !== null) throw new Error(`${DRIVER} ended with code ${driver.exitCode}`);
  return call('GET', '/status').then(
    () => true,
    () => false,
  );
}

function keyValue(key: string): string {
  const value = KEYS[key] ?? key;
  if ([...value].length !== 1) throw new Error(`Unknown key: ${key}`);
  return value;
}

/** Debian's name for the architecture, as in the library folders. */
function debianTriplet(): string {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
}
