// The measures of one page, each taken in a fresh page.
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { DETAILS_DOOR } from '../../demo/gallery/driver.ts';
import { BUTTONS, withLink, type PageName, type Subject } from './subjects.ts';
import { openBenchPage, type BenchPage, type Conditions } from './bench-page.ts';

/** The page and the conditions of a measure. */
export interface Bench {
  readonly browser: Browser;
  readonly origin: string;
}

/** Time between the pointer's arrival on a button and the click: people take a third of a second on average. */
const HOVER_MS = 300;

/** The time before a view accepts a tap, and the frames in which it is painted. */
const LOOK_MS = 700;

async function on<T>(
  { browser }: Bench,
  name: PageName,
  measure: (page: BenchPage) => Promise<T>,
): Promise<T> {
  const page = await openBenchPage(browser, name);
  try {
    return await measure(page);
  } finally {
    await page.close();
  }
}

/** Main thread time until a page with this many buttons is ready, in ms: its scripts alone, and all work. */
export const loading = (bench: Bench, subject: Subject, count: number): Promise<Cost> =>
  on(bench, subject, async (page) => {
    await page.load(bench.origin, count);
    const { script, task } = await page.work();
    return { script, task };
  });

/**
 * Inserts this many buttons, written as in the guides, into a page whose scripts are loaded: main thread time in ms,
 * and the memory that each keeps.
 */
export const mounting = (bench: Bench, subject: Subject, count: number): Promise<Cost> =>
  on(bench, subject, async (page) => {
    await page.load(bench.origin, 1);
    await page.evaluate(`document.querySelector('#place').innerHTML = ''`);
    const before = await page.weight();
    const { task } = await page.workOf(() =>
      page.evaluate(
        `document.querySelector('#place').innerHTML = ${JSON.stringify(withLink(BUTTONS[subject]))}.repeat(${count})`,
      ),
    );
    const after = await page.weight();
    return {
      task,
      heap: (after.heap - before.heap) / count,
      nodes: (after.nodes - before.nodes) / count,
      listeners: (after.listeners - before.listeners) / count,
    };
  });

/**
 * One opening, in ms of the main thread: the preparation at the pointer's arrival, and then the click until the form is
 * painted.
 */
export const opening = (bench: Bench, subject: Subject): Promise<Cost> =>
  on(bench, subject, async (page) => {
    await page.load(bench.origin, 1);
    const { task: ready } = await page.workOf(async () => {
      await page.point('.launcher');
      await delay(HOVER_MS);
    });
    const { task } = await page.workOf(async () => {
      await page.click('.launcher');
      await page.evaluate('probe.shown');
    });
    return { ready, task };
  });

/** From the request of a page to a visible button, on Fast 4G, in ms. */
export const untilVisible = (bench: Bench, name: PageName): Promise<Cost> =>
  on(bench, name, async (page) => {
    await page.under({ isFast4G: true });
    await page.load(bench.origin, 1);
    return { ms: await page.evaluate<number>('probe.visible') };
  });

/** From a tap, without an earlier pointer, to a visible dialog, on Fast 4G, in ms. */
export const tapToForm = (bench: Bench, name: PageName): Promise<Cost> =>
  on(bench, name, async (page) => {
    await page.load(bench.origin, 1);
    await page.under({ isFast4G: true });
    await page.click('.launcher');
    const { ms } = await page.evaluate<{ ms: number }>('probe.shown');
    return { ms };
  });

/**
 * From a tap, without an earlier pointer, until the first field is half opaque, as a person sees it, in ms.
 * @param from where the files come from: a line of a phone, or the browser's memory after an earlier visit
 */
export const tapToField = (bench: Bench, name: PageName, from: 'Fast 4G' | 'memory'): Promise<Cost> =>
  on(bench, name, async (page) => {
    await page.load(bench.origin, 1);
    if (from === 'memory') {
      await page.click('.launcher');
      await page.evaluate('probe.shown');
      await page.untilIdle();
      await page.load(bench.origin, 1);
    } else await page.under({ isFast4G: true });
    await page.evaluate('void (probe.seeing = probe.seen())');
    await page.click('.launcher');
    return { ms: await page.evaluate<number>('probe.seeing') };
  });

/**
 * A tap without an earlier pointer, on a device slowed by this factor: main thread time of all that it starts, until
 * the page is idle again, in ms; and how long tasks after the opening keep the thread beyond 50 ms each.
 */
export const openingUntilIdle = (bench: Bench, name: PageName, cpu: number): Promise<Cost> =>
  on(bench, name, async (page) => {
    await page.load(bench.origin, 1);
    await page.under({ cpu });
    let shownAt = 0;
    const { task } = await page.workOf(async () => {
      await page.click('.launcher');
      shownAt = await page.evaluate<number>('probe.shown.then(() => performance.now())');
      await page.untilIdle();
    });
    return { task, blocking: await page.blockingSince(shownAt) };
  });

/**
 * A tap without an earlier pointer, on a device slowed by this factor: main thread time until the form is painted, in
 * ms.
 */
export const openingAtOnce = (bench: Bench, name: PageName, cpu: number): Promise<Cost> =>
  on(bench, name, async (page) => {
    await page.load(bench.origin, 1);
    await page.under({ cpu });
    const { task } = await page.workOf(async () => {
      await page.click('.launcher');
      await page.evaluate('probe.shown');
    });
    return { task };
  });

/** From the click to a visible form, in ms, and whether focus is in the form in that very frame. */
export const clickToForm = (
  bench: Bench,
  subject: Subject,
  { isWarm, ...conditions }: Conditions & { readonly isWarm: boolean },
): Promise<Cost> =>
  on(bench, subject, async (page) => {
    await page.load(bench.origin, 1);
    if (isWarm) {
      await page.click('.launcher');
      await page.evaluate('probe.shown');
      await page.load(bench.origin, 1);
    }
    await page.under(conditions);
    await page.point('.launcher');
    await delay(HOVER_MS);
    await page.click('.launcher');
    const { ms, isFocused } = await page.evaluate<{ ms: number; isFocused: boolean }>('probe.shown');
    return { ms, unfocused: Number(!isFocused) };
  });

/** The nodes, listeners and bytes that remain after this many openings and closings beyond the first few. */
export const cycling = (bench: Bench, subject: Subject, count: number): Promise<Cost> =>
  on(bench, subject, async (page) => {
    await page.load(bench.origin, 1);
    await page.click('.launcher');
    await page.evaluate('probe.shown');
    // The wait lasts until idle-time files are loaded and every function is compiled.
    await delay(800);
    const cycle = (times: number): Promise<unknown> =>
      page.evaluate(`(async () => {
        for (let i = 0; i < ${times}; i++) {
          probe.dialog().close();
          await probe.painted();
          probe.root().querySelector('.launcher').click();
          do await probe.painted(); while (!probe.dialog().open);
        }
      })()`);
    await cycle(40);
    const before = await page.weight();
    await cycle(count);
    const after = await page.weight();
    return {
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
      heap: after.heap - before.heap,
    };
  });

/** A slow device: unresponsive time of the thread during loading, layout shifts, slowest interaction. */
export const slowDevice = (bench: Bench, subject: Subject, cpu: number): Promise<Cost> =>
  on(bench, subject, async (page) => {
    await page.under({ cpu });
    await page.load(bench.origin, 1);
    await delay(200);
    const blocking = await page.blockingSince(0);
    await page.point('.launcher');
    await delay(HOVER_MS * cpu);
    await page.click('.launcher');
    await page.evaluate('probe.shown');
    await delay(LOOK_MS);
    await page.click('[type=radio]');
    await page.settle();
    await page.settle();
    const interaction = await page.evaluate<number>('Math.max(0, ...probe.events.values())');
    const shift = await page.evaluate<number>('probe.shifts.reduce((sum, value) => sum + value, 0)');
    return { blocking, interaction, shift };
  });

/** Types letters into texts of these lengths, one after the other: script time of each letter, in µs. */
export const typing = (bench: Bench, lengths: readonly number[], keys: number): Promise<number[]> =>
  on(bench, 'ours', async (page) => {
    await page.load(bench.origin, 1);
    await page.click('.launcher');
    await page.evaluate('probe.shown');
    const tap = async (selector: string): Promise<void> => {
      await page.until(`probe.root().querySelector('${selector}')`);
      await delay(LOOK_MS);
      await page.click(selector);
    };
    // A category without questions in between, and « Sur cette page ».
    for (const answer of ['.option:nth-of-type(3) input', '.option:last-child input']) {
      await tap(answer);
      await page.click('[type=submit]');
    }
    await tap(DETAILS_DOOR);
    await page.until("probe.root().querySelector('textarea')");
    const costs: number[] = [];
    for (const length of lengths) {
      await page.evaluate(`(() => {
        const field = probe.root().querySelector('textarea');
        field.value = 'Message vu ce matin. '.repeat(${Math.ceil(length / 21)}).slice(0, ${length});
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        field.focus();
      })()`);
      // The counter of long texts loads now.
      await delay(500);
      const { script } = await page.workOf(async () => {
        for (let key = 0; key < keys; key++) await page.press('a');
      });
      costs.push((script * 1000) / keys);
    }
    return costs;
  });

/** Figures of one measure, by name. */
export type Cost = Readonly<Record<string, number>>;
