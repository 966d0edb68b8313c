// The points of src/plugins/cms/README.md that are visible from outside, held by the rules of `cliquez-signalez-tools check-page`
// under the strictest policy. The test of each plugin checks its pages with them.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { EMBEDS } from '../../src/core/report/vocabulary.ts';
import type { Report } from '../../src/core/report/report.ts';
import { checkPage } from '../../src/tools/page-check/index.ts';
import { answerByKeyboard, PATIENT, sendByKeyboard, tabToLauncher } from '../setup/site.ts';
import type { Browser, Page } from '../setup/browsers.ts';
import type { TestReceiver } from '../setup/receiver.ts';

/** A page that a program has generated, and its expected settings. */
export interface MadePage {
  readonly address: string;
  readonly embed: (typeof EMBEDS)[number];
  readonly country: string;
  readonly lang: 'fr' | 'en';
  /** Whether the program has inline scripts and styles of its own, which the policy will refuse. */
  readonly hasOwnInline?: boolean;
  /** Further origins of the site: a system may write its own addresses with another name. */
  readonly own?: readonly string[];
}

/**
 * Checks a page as a visitor gets it.
 * @returns its shortfalls, each with the number of the point; empty if there are none
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

/** Examines a page, runs an action there, and returns what falls short or is in doubt: our plugins leave no doubt. */
async function examine(
  t: TestContext,
  browser: Browser,
  { address, ...settings }: MadePage,
  receiver: TestReceiver,
  act: (page: Page) => Promise<void>,
): Promise<string[]> {
  t.diagnostic(`examines ${address}`);
  const { points } = await checkPage(address, {
    hasOwnInline: false,
    ...settings,
    browser,
    connect: [receiver.url],
    // The rules open the page of this browser, which can do more than they ask of it.
    act: (page) => act(page as Page),
  });
  return points.flatMap(({ point, findings }) =>
    findings.filter(({ mend }) => mend !== undefined).map(({ seen }) => `${point}: ${seen}`),
  );
}

/** Opens the form of a page, and changes to another language by the form's own choice. */
export async function changeLanguage(
  browser: Browser,
  address: string,
  tag: string,
  title: string,
): Promise<void> {
  const visitor = await browser.newPage();
  await visitor.goto(address);
  const root = "document.querySelector('cliquez-signalez')?.renderRoot";
  await visitor.waitFor(`Boolean(${root})`, PATIENT);
  await visitor.evaluate(`void ${root}.host.open()`);
  await visitor.waitFor(`Boolean(${root}.querySelector('dialog[open] .language[lang=${tag}]'))`, PATIENT);
  await visitor.evaluate(`${root}.querySelector('.language[lang=${tag}]').click()`);
  await visitor.waitFor(
    `${root}.querySelector('dialog h2').textContent.includes(${JSON.stringify(title)})`,
    PATIENT,
  );
  await visitor.close();
}
