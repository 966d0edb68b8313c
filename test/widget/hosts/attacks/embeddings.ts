// Each way of embedding: the partner's markup, and a reporter's route through it.
import type { Page } from '../../../setup/browsers.ts';
import { allowFocusIn, PATIENT } from '../../../setup/site.ts';
import type { Loot } from './attacker.ts';
import type { Mode } from './matrix.ts';
import { report, reportNaively, type Place } from './reporter.ts';
import type { Sites } from './sites.ts';

interface Embedding {
  /** Markup of the partner's page. */
  html(hotline: string, publicKey: string): string;
  /** The partner's script that takes the reports itself, as source. */
  readonly swap: string;
  /** Opens the widget's form from the partner's page, where one opens there. @returns its place */
  readonly open?: (page: Page) => Promise<Place>;
  /** Makes a report, starting from the partner's page; the category applies if the form is ours. */
  report(page: Page, sites: Sites, category?: string): Promise<void>;
}

const WIDGET = "document.querySelector('cliquez-signalez')";

const widget = (hotline: string, attributes: string): string =>
  `<script type="module" src="${hotline}/cliquez-signalez.js"></script>
  <cliquez-signalez hotline="Point de Contact" hotline-url="${hotline}/signaler" country="FR" ${attributes}>
    <a href="${hotline}/signaler">Signaler</a>
  </cliquez-signalez>`;

async function open(page: Page): Promise<void> {
  await page.waitFor(`${WIDGET}.renderRoot?.querySelector('button') != null`, PATIENT);
  await page.evaluate(`${WIDGET}.focus()`);
  await page.waitFor('document.hasFocus()', PATIENT);
  await page.press('Enter');
}

async function openDialog(page: Page): Promise<Place> {
  await open(page);
  return page;
}

async function reportInDialog(page: Page, _: Sites, category?: string): Promise<void> {
  await report(page, await openDialog(page), 'cliquez-signalez', category);
}

async function openFrame(page: Page): Promise<Place> {
  await open(page);
  const frame = await page.waitFor<string>(`${WIDGET}.renderRoot.querySelector('iframe')?.src`, PATIENT);
  const place = page.frame(frame);
  await place.waitFor("document.readyState === 'complete' && document.hasFocus()", PATIENT);
  await allowFocusIn(place, page);
  return place;
}

async function reportInFrame(page: Page, { hotline }: Sites, category?: string): Promise<void> {
  const place = await openFrame(page);
  const isOurs = await place.evaluate<boolean>(`location.origin === '${hotline}'`);
  if (isOurs) await report(page, place, 'cliquez-signalez', category);
  else await reportNaively(page, place);
}

async function followLink(page: Page, { hotline }: Sites, category?: string): Promise<void> {
  await page.evaluate('document.body.focus()');
  await page.waitFor('document.hasFocus()', PATIENT);
  await page.evaluate('window.forgetObserved()');
  await page.evaluate("document.querySelector('a').click()");
  await page.waitFor(`location.pathname !== '/' && document.readyState === 'complete'`, PATIENT);
  if ((await page.evaluate('location.origin')) === hotline)
    await report(page, page, 'cliquez-signalez-form', category);
  else await reportNaively(page, page);
}

export const EMBEDDINGS: Readonly<Record<Mode, Embedding>> = {
  script: {
    html: (hotline) => widget(hotline, `endpoint="${hotline}/v1/reports"`),
    swap: `${WIDGET}.setAttribute('endpoint', '/taken')`,
    open: openDialog,
    report: reportInDialog,
  },
  sealed: {
    html: (hotline, publicKey) =>
      widget(hotline, `endpoint="${hotline}/v1/reports" public-key="${publicKey}"`),
    swap: `${WIDGET}.setAttribute('endpoint', '/taken'), ${WIDGET}.removeAttribute('public-key')`,
    open: openDialog,
    report: reportInDialog,
  },
  isolated: {
    html: (hotline) => `<script type="module" src="${hotline}/cliquez-signalez.js"></script>
      <cliquez-signalez src="${hotline}/frame.html"><a href="${hotline}/signaler">Signaler</a></cliquez-signalez>`,
    swap: `${WIDGET}.setAttribute('src', '/fake')`,
    open: openFrame,
    report: reportInFrame,
  },
  link: {
    html: (hotline) => `<a href="${hotline}/signaler" rel="noreferrer">Signaler</a>`,
    swap: "document.querySelector('a').href = '/fake'",
    report: followLink,
  },
};

/**
 * Everything that the attacks of the partner's page have caught: on the page, or on its server once the page is left.
 */
export async function lootOf(page: Page, { loots }: Sites): Promise<Loot> {
  const isThere = await page.evaluate("typeof window.loot === 'function'");
  if (isThere) await page.waitFor('window.workerSettled().then(() => true)', PATIENT);
  const text = isThere ? await page.evaluate<string>('window.loot()') : loots.at(-1);
  return JSON.parse(text ?? '{}') as Loot;
}
