// Looks at a page in a browser, behind a guard that adds the strictest policy: whether the button comes, what moves, and what the
// policy refuses.
import { failed, passed, warning, type Finding } from '../conformance/finding.ts';
import { quote } from '../conformance/quote.ts';
import { startGuard, type Guard } from './guard.ts';
import { attributeOf } from './html.ts';
import type { VisitedPage } from './visited-page.ts';

/** A page of a browser, as Playwright and Puppeteer have it. */
export interface BrowserPage {
  goto(address: string): Promise<unknown>;
  /** The value of an expression. */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<unknown>;
}

/** A browser that the caller has started. */
export interface PageBrowser {
  newPage(): Promise<BrowserPage>;
}

/** How to look; `check-page.ts` says what each is. */
interface GuardedVisit {
  readonly browser: PageBrowser;
  readonly own?: readonly string[] | undefined;
  readonly hasOwnInline?: boolean | undefined;
  readonly connect?: readonly string[] | undefined;
  readonly act?: ((page: BrowserPage) => Promise<void>) | undefined;
}

/** Most time for a slow machine to show the button, in ms; and for a script that was refused or is missing. */
const PATIENCE_MS = 15_000;
const IMPATIENCE_MS = 500;
const POLL_MS = 25;

const PAINTED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';
const TELLS_OF_SHIFTS = "PerformanceObserver.supportedEntryTypes.includes('layout-shift')";
const BUTTON = "Boolean(document.querySelector('cliquez-signalez')?.renderRoot)";

/** Looks at a page. @returns the findings by point */
export async function visitBehindGuard(
  visited: VisitedPage,
  { browser, own = [], hasOwnInline = true, connect = sendingTo(visited), act }: GuardedVisit,
): Promise<Map<number, Finding[]>> {
  const { origin, pathname, search } = visited.address;
  const guard = await startGuard({ site: origin, own, connect, hasOwnInline });
  const found = new Map<number, Finding[]>();
  const add = (point: number, finding: Finding): void =>
    void found.set(point, [...(found.get(point) ?? []), finding]);
  const page = await browser.newPage();
  try {
    const tellsOfShifts = await page.evaluate<boolean>(TELLS_OF_SHIFTS);
    const hasArrived = await arrive(page, guard, guard.origin + pathname + search, tellsOfShifts);
    if (!hasArrived)
      add(
        3,
        failed(
          'the button does not come under a policy of the site itself',
          'Open the page, and read the console.',
        ),
      );
    else if (tellsOfShifts) {
      const shifts = await page.evaluate<number>('shifts.length');
      add(
        5,
        shifts === 0
          ? passed('nothing moves when the button comes')
          : failed(
              'something moves when the button comes',
              'Bring `reserve.css` along, and a paragraph for the element.',
            ),
      );
    }
    await act?.(page);
    for (const violation of new Set(await page.evaluate<string[]>('violations'))) {
      const [directive = '', blocked = ''] = violation.split(' ');
      if (!/^(?:inline|eval)$/.test(blocked))
        add(
          9,
          warning(`a browser asks ${quote(blocked)} (${directive})`, 'Your plugin must cause no such call.'),
        );
      else if (!hasOwnInline)
        add(
          10,
          failed(`the policy refuses a ${blocked} (${directive})`, 'Put scripts and styles into files.'),
        );
    }
  } finally {
    guard.release();
    await page.close();
    await guard.close();
  }
  return found;
}

const ADDRESSES = ['endpoint', 'challenge', 'follow-up'];

/** The origins that reports go to. */
function sendingTo({ widgets, resolve }: VisitedPage): string[] {
  const written = widgets.flatMap((widget) => ADDRESSES.flatMap((name) => attributeOf(widget, name) || []));
  return [...new Set(written.flatMap((address) => resolve(address)?.origin ?? []))];
}

/**
 * Opens a page. Where the browser reports layout shifts, the script loads only after the first paint.
 * @returns whether the button appeared
 */
async function arrive(
  page: BrowserPage,
  guard: Guard,
  address: string,
  tellsOfShifts: boolean,
): Promise<boolean> {
  if (tellsOfShifts) {
    guard.hold();
    // The load event waits for the script.
    const loaded = page.goto(address);
    await until(page, "document.readyState !== 'loading' && Array.isArray(window.shifts)", PATIENCE_MS);
    await page.evaluate(PAINTED);
    await page.evaluate('void (shifts.length = 0)');
    guard.release();
    await loaded;
  } else await page.goto(address);
  const hasArrived = await until(page, BUTTON, guard.hasServedEntry() ? PATIENCE_MS : IMPATIENCE_MS);
  await page.evaluate(PAINTED);
  return hasArrived;
}

/** Waits until an expression is true. A page that is being left answers with an error, which counts as « not yet ». */
async function until(page: BrowserPage, expression: string, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (await page.evaluate<boolean>(expression).catch(() => false)) return true;
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
