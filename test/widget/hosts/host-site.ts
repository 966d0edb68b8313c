// Sites for the tests of situations: pages with the widget, the built files, libraries, and the real receiver.
import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import type { TestContext } from 'node:test';
import { named, REFERENCE } from '../../../demo/gallery/driver.ts';
import { DEFAULT_PATH } from '../../../src/receiver/protocol/paths.ts';
import { DRIVER_SOURCE } from '../../setup/driver-source.ts';
import { lead, WIDGET } from '../../setup/lead.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';
import type { Page } from '../../setup/browsers.ts';
import { startReceiver, type TestReceiver } from '../../setup/receiver.ts';

/** A page of some site. */
export interface SitePage {
  /** Content before everything else: the changes that the page makes before the widget's script loads. */
  readonly first?: string;
  /** The rest of the head. */
  readonly head?: string;
  /** Makes the body around the widget. */
  readonly body?: (widget: string) => string;
}

/** A running site. */
export interface HostSite {
  readonly origin: string;
  readonly receiver: TestReceiver;
  /** The widget as a partner pastes it, with additional attributes. */
  widget(attributes?: string, tag?: string): string;
}

const FALLBACK = '<a href="https://hotline.example/">Signaler</a>';

/**
 * Serves pages under their names, each with the widget's script, and the files of `scripts` by name.
 * @param pages by their path, without its slash
 * @param others answers every other request
 */
export async function startHostSite(
  t: TestContext,
  pages: Readonly<Record<string, SitePage>>,
  scripts: Readonly<Record<string, string>> = {},
  others: RequestListener = (_, response) => response.writeHead(404).end(),
): Promise<HostSite> {
  const cdn = await startCdn(t, { 'driver.js': DRIVER_SOURCE, ...scripts });
  const receiver = await startReceiver();
  t.after(() => receiver.stop());

  const widget = (attributes = '', tag = 'cliquez-signalez'): string =>
    `<${tag} lang="fr" country="FR" endpoint="${receiver.url}${DEFAULT_PATH}" hotline="Point de Contact"
      ${attributes}>${FALLBACK}</${tag}>`;
  const htmlOf = ({ first = '', head = '', body = (inside) => inside }: SitePage): string => `<!doctype html>
    <html lang="fr"><head><meta charset="utf-8"><title>Une page d’ailleurs</title><link rel="icon" href="data:,">
    ${first}${head.replaceAll('$CDN', cdn.origin)}
    <script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
    <script type="module">import { Driver } from '${cdn.origin}/driver.js'; window.Driver = Driver;</script>
    </head><body>${body(widget()).replaceAll('$CDN', cdn.origin)}</body></html>`;

  const { origin } = await startServer(t, (request, response) => {
    const page = pages[decodeURIComponent(request.url!.slice(1).replace(/\?.*/, ''))];
    if (page) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(htmlOf(page));
    else others(request, response);
  });
  return { origin, receiver, widget };
}

/** Goes to a page, waits for its widget, and attaches `driver` to it. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitFor('Boolean(window.Driver)', PATIENT);
  await takeUp(page);
}

/** Attaches the driver to the widget that is in the page now. */
export const takeUp = (page: Page): Promise<unknown> =>
  page.evaluate(`void (window.driver = new Driver(${WIDGET}))`);

/** Types into a field of the form with real keys. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await lead(page, `(await driver.wait('${named(name)}')).focus()`);
  await page.type(text);
  assert.equal(await valueOf(page, name), text);
}

/** The value of a field of the form. */
export const valueOf = (page: Page, name: string): Promise<string | undefined> =>
  page.evaluate(`driver.find('${named(name)}')?.value`);

/** From a closed widget to the optional details, with this text typed into it by hand. */
export async function typeDetails(page: Page, text: string): Promise<void> {
  await lead(page, "await driver.reachDetails('sexual_harassment')");
  await typeInto(page, 'details', text);
}

/** Sends the report, and returns the receiver's copy. */
export async function send(page: Page, { receiver }: HostSite): Promise<Record<string, unknown>> {
  const { length } = receiver.reports();
  await lead(page, `await driver.next(); await driver.next(); await driver.wait('${REFERENCE}')`);
  const reports = receiver.reports();
  assert.equal(reports.length, length + 1);
  return JSON.parse(reports.at(-1)!) as Record<string, unknown>;
}
