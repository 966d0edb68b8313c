// The requirements of src/plugins/cms/README.md that are visible from outside, checked under the strictest policy. The test of
// each plugin checks its pages with them.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { EMBEDS } from '../../src/core/report/vocabulary.ts';
import type { Report } from '../../src/core/report/report.ts';
import { answerByKeyboard, PATIENT, sendByKeyboard, tabToLauncher } from '../setup/site.ts';
import type { Browser, Page } from '../setup/browsers.ts';
import type { TestReceiver } from '../setup/receiver.ts';
import { startGuard, type Guard } from './guard.ts';

/** A page that a program has generated, and its expected settings. */
export interface MadePage {
  readonly address: string;
  readonly embed: (typeof EMBEDS)[number];
  readonly country: string;
  readonly lang: 'fr' | 'en';
  /** Whether the program has inline scripts and styles of its own, which the policy will refuse. */
  readonly hasOwnInline?: boolean;
}

const WIDGETS = /<cliquez-signalez\b[^>]*>.*?<\/cliquez-signalez>/gs;
const LINK = /<a\s[^>]*href="https?:\/\/[^"]+"[^>]*>\s*\S.*?<\/a>/s;
const INLINE = /<(script|style)\b(?![^>]*\ssrc=)[^>]*>(.*?)<\/\1>/gs;
const PAINTED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

/**
 * Checks a page as a visitor gets it.
 * @returns its shortfalls, each with the number of the requirement; empty if there are none
 */
export function shortfalls(
  t: TestContext,
  browser: Browser,
  made: MadePage,
  receiver: TestReceiver,
): Promise<string[]> {
  return examine(t, browser, made, receiver, () => Promise.resolve());
}

/**
 * Expects a page without shortfalls, and the arrival of a report made on it with the keyboard alone. The page is in
 * French.
 */
export async function visitAndReport(
  t: TestContext,
  browser: Browser,
  made: MadePage,
  receiver: TestReceiver,
): Promise<void> {
  const before = receiver.reports().length;
  const found = await examine(t, browser, made, receiver, async (page) => {
    await tabToLauncher(page);
    await page.press('Enter');
    const address = 'https://exemple.fr/fil';
    await answerByKeyboard(page, { category: 'unsure', address, details: 'Vu hier.' });
    await sendByKeyboard(page);
  });
  assert.deepEqual(found, []);
  const reports = receiver.reports().slice(before);
  assert.equal(reports.length, 1);
  const { source, content } = JSON.parse(reports[0]!) as Report;
  assert.equal(source.embed, made.embed);
  assert.equal(content?.description, 'Vu hier.');
}

/** Opens a page behind a guard, runs an action there, and returns the page's shortfalls. */
async function examine(
  t: TestContext,
  browser: Browser,
  made: MadePage,
  receiver: TestReceiver,
  act: (page: Page) => Promise<void>,
): Promise<string[]> {
  const found = await shortfallsOfHtml(made.address);
  const { origin, pathname, search } = new URL(made.address);
  const guard = await startGuard(t, origin, receiver.url, made.hasOwnInline ?? false);
  const page = await browser.newPage();
  try {
    const address = guard.origin + pathname + search;
    const hasArrived = await arrive(page, guard, address, browser.engine === 'chromium');
    if (!hasArrived) found.push('3: the script does not come from the site itself');
    found.push(...(await page.evaluate(shortfallsOfElement, made.embed, made.country, made.lang)));
    if (hasArrived && (await page.evaluate<number>('shifts.length')) > 0)
      found.push('5: something moves when the button comes');
    await act(page);
    for (const violation of await page.evaluate<string[]>('violations')) {
      if (!/ (inline|eval)$/.test(violation)) found.push(`9: ${violation}`);
      else if (!made.hasOwnInline) found.push(`10: ${violation}`);
    }
  } finally {
    guard.release();
    await page.close();
  }
  return found;
}

/**
 * Opens a page. Where the browser reports layout shifts, the script loads only after the first paint.
 * @returns whether the button appeared
 */
async function arrive(page: Page, guard: Guard, address: string, tellsOfShifts: boolean): Promise<boolean> {
  if (tellsOfShifts) {
    guard.hold();
    // The load event waits for the script.
    const loaded = page.goto(address);
    await page.waitFor("document.readyState !== 'loading' && Array.isArray(window.shifts)", PATIENT);
    await page.evaluate(PAINTED);
    await page.evaluate('shifts.length = 0');
    guard.release();
    await loaded;
  } else await page.goto(address);
  const button = "Boolean(document.querySelector('cliquez-signalez')?.shadowRoot)";
  // A refused or missing script never loads.
  const timeoutMs = guard.hasServedEntry() ? PATIENT.timeoutMs : 500;
  const hasArrived = await page.waitFor<boolean>(button, { timeoutMs }).catch(() => false);
  await page.evaluate(PAINTED);
  return hasArrived;
}

/** The shortfalls of the HTML alone, as a visitor without JavaScript gets it. */
async function shortfallsOfHtml(address: string): Promise<string[]> {
  const html = await (await fetch(address)).text();
  const again = await (await fetch(address)).text();
  const widgets = html.match(WIDGETS) ?? [];
  const found: string[] = [];
  if (widgets.length === 0) found.push('4: there is no widget');
  for (const widget of widgets) {
    if (!LINK.test(widget)) found.push('4: there is no link inside');
    if (/\s(?:style|on\w+)=/.test(widget)) found.push('10: an attribute is a style or a script');
  }
  for (const [, name, text] of html.matchAll(INLINE))
    if (/cliquez.?signalez|--cs-/i.test(text!)) found.push(`10: ${name} is inline`);
  if (again.match(WIDGETS)?.join() !== widgets.join()) found.push('11: it is another one each time');
  return found;
}

/** The shortfalls of the element's attributes. Runs in the page. */
function shortfallsOfElement(embed: string, country: string, lang: string): string[] {
  return [...document.querySelectorAll('cliquez-signalez')].flatMap((widget) => {
    const found: string[] = [];
    const says = (name: string): string | null => widget.getAttribute(name);
    const nearest = widget.closest<HTMLElement>('[lang]')?.lang.toLowerCase() ?? '';
    if (says('country') !== country) found.push(`7: country is ${says('country')}`);
    if (nearest.replace(/-.*/, '') !== lang) found.push(`7: the language is ${nearest}`);
    if (says('embed') !== embed) found.push(`8: embed is ${says('embed')}`);
    return found;
  });
}
