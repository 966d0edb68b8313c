// One page under measurement: Chromium over its own protocol, with the working time of the page's thread, which hardly
// depends on other work of the machine.
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { CHROMIUM } from '../setup/browsers.ts';
import type { PageName } from './subjects.ts';

/** The page's work between two moments, in milliseconds of its main thread. */
export interface Work {
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** All work, including parsing and painting. */
  readonly task: number;
}

/** Current contents of the page: nodes, listeners, bytes of JavaScript after garbage collection. */
export interface Weight {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

/** The state of the device and the connection. */
export interface Conditions {
  /** Slowdown relative to this machine. */
  readonly cpu?: number;
  readonly isFast4G?: boolean;
}

/** Values of the developer tools: 9 Mb/s down, 1.5 up, 60 ms times 2.75. */
const FAST_4G = { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 };

/** Longer than an opening waits for an idle moment before it requests the later part (src/widget/form/later-part.ts). */
const QUIET_MS = 1_500;

/** In the page: reads the page's own measurements. It is text because it runs there. */
const PROBE = `
  window.probe = { shifts: [], long: [], events: new Map() };
  const observe = (type, see, more) => new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true, ...more });
  observe('layout-shift', ({ value }) => probe.shifts.push(value));
  observe('longtask', ({ startTime, duration }) => probe.long.push({ startTime, duration }));
  observe('event', ({ interactionId, duration }) => {
    if (interactionId) probe.events.set(interactionId, Math.max(duration, probe.events.get(interactionId) ?? 0));
  }, { durationThreshold: 16 });
  probe.root = () => {
    const subject = document.querySelector('#place > :not(script)');
    return subject?.shadowRoot ?? subject?.renderRoot ?? document;
  };
  probe.dialog = () => (document.querySelector('#sentry-feedback')?.shadowRoot ?? probe.root()).querySelector('dialog');
  // Looked at once a frame has been painted, as the reporter sees it.
  probe.painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  // Since the page was asked for.
  probe.visible = (async () => {
    do await probe.painted(); while (!probe.root().querySelector('.launcher')?.getClientRects().length);
    return performance.now();
  })();
  probe.shown = new Promise((done) => addEventListener('click', async ({ timeStamp }) => {
    do await probe.painted(); while (!probe.dialog()?.open);
    const focused = probe.root().activeElement;
    done({ ms: performance.now() - timeStamp, isFocused: probe.dialog().contains(focused) });
  }, { capture: true, once: true }));
  // How opaque the first field is: the product of the opacities of all that it stands in.
  probe.opacity = () => {
    const field = probe.dialog()?.open && probe.dialog().querySelector('input:not([type=hidden]), textarea');
    if (!field?.getClientRects().length) return 0;
    let opacity = 1;
    for (let at = field; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host)
      opacity *= Number(getComputedStyle(at).opacity);
    return opacity;
  };
  probe.seen = () => new Promise((done) => addEventListener('click', async ({ timeStamp }) => {
    do await probe.painted(); while (probe.opacity() < 0.5);
    done(performance.now() - timeStamp);
  }, { capture: true, once: true }));`;

/** A page of one subject. */
export class BenchPage {
  readonly name: PageName;
  readonly #page: Page;
  readonly #cdp: CDPSession;

  constructor(name: PageName, page: Page, cdp: CDPSession) {
    this.name = name;
    this.#page = page;
    this.#cdp = cdp;
  }

  /** Loads the page with the given number of buttons, and waits until the page has no more to paint. */
  async load(origin: string, count: number): Promise<void> {
    await this.#page.goto(`${origin}/${this.name}/${count}`);
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.evaluate('probe.painted().then(() => probe.painted())');
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.#page.evaluate(expression) as Promise<T>;
  }

  /** Waits until the page has nothing more to do: what it requests is there, and what it does with it is done. */
  async untilIdle(): Promise<void> {
    await this.#page.waitForNetworkIdle({ idleTime: QUIET_MS });
    await this.settle();
  }

  /** Waits until an expression is true. */
  async until(expression: string): Promise<void> {
    await this.#page.waitForFunction(expression, { polling: 'raf', timeout: 15_000 });
  }

  /** Work since the page was loaded. */
  async work(): Promise<Work> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    const ms = (name: string): number => (metrics.find((one) => one.name === name)?.value ?? NaN) * 1000;
    return {
      script: ms('ScriptDuration'),
      style: ms('RecalcStyleDuration'),
      layout: ms('LayoutDuration'),
      task: ms('TaskDuration'),
    };
  }

  /** The work of an action, until its result is painted. */
  async workOf(something: () => Promise<unknown>): Promise<Work> {
    const before = await this.work();
    await something();
    await this.settle();
    const after = await this.work();
    return {
      script: after.script - before.script,
      style: after.style - before.style,
      layout: after.layout - before.layout,
      task: after.task - before.task,
    };
  }

  /** How long tasks that began after a moment of the page have kept its thread beyond 50 ms each, in ms. */
  blockingSince(ms: number): Promise<number> {
    return this.evaluate(
      `probe.long.filter(({ startTime }) => startTime > ${ms}).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)`,
    );
  }

  /** The contents of the page once garbage collection has nothing left to collect. */
  async weight(): Promise<Weight> {
    // Weakly held objects, and their holders, take more than one round.
    for (let round = 0; round < 3; round++) await this.#cdp.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await this.#cdp.send('Memory.getDOMCounters');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    return { nodes, listeners: jsEventListeners, heap: usedSize };
  }

  /** The centre of an element in the first button's root, in window coordinates. */
  async #middle(selector: string): Promise<{ x: number; y: number }> {
    return this.evaluate(`(() => {
      const element = probe.root().querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    })()`);
  }

  async point(selector: string): Promise<void> {
    const { x, y } = await this.#middle(selector);
    await this.#page.mouse.move(x, y);
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.#middle(selector);
    await this.#page.mouse.click(x, y);
  }

  press(key: string): Promise<void> {
    return this.#cdp.send('Input.dispatchKeyEvent', { type: 'char', text: key });
  }

  async under({ cpu, isFast4G }: Conditions): Promise<void> {
    if (cpu) await this.#cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (isFast4G) {
      await this.#cdp.send('Network.enable');
      await this.#cdp.send('Network.emulateNetworkConditions', { offline: false, ...FAST_4G });
    }
  }

  async close(): Promise<void> {
    await this.#page.browserContext().close();
  }
}

/** The browser used for measurement. */
export const launchBench = (): Promise<Browser> => puppeteer.launch(CHROMIUM);

/** Opens an empty page with a cache of its own, of a person who has not asked for less motion. */
export async function openBenchPage(browser: Browser, name: PageName): Promise<BenchPage> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1024, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }]);
  await page.evaluateOnNewDocument(PROBE);
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('HeapProfiler.enable');
  return new BenchPage(name, page, cdp);
}
