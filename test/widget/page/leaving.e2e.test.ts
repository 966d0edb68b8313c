// Leaving the page: by « Quitter vite », and by navigation away and back. The typed text does not come back.
import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test, type TestContext } from 'node:test';
import { EXIT, HEADING, MAIN, named, seek } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { ENGINES, type Page } from '../../setup/browsers.ts';
import { casesOf } from '../../setup/every.ts';
import { fileBrowser } from '../../setup/file-browser.ts';
import { until } from '../../setup/until.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';
import { lead, takeUp } from '../../setup/lead.ts';

const CANARY = 'canari-7f3a';
// WebKit gives a page that comes back no answer to the request that it left under way: the client ends that attempt after
// its 15 s, and makes the next one.
const RETURNED_MS = 15_000 + PATIENT.timeoutMs;
const FORM = "document.querySelector('cliquez-signalez').renderRoot";

/** Answers a report that it is asked to accept. */
type Endpoint = (request: IncomingMessage, response: ServerResponse) => void;

/** A page with the widget, one with that page in a frame, one to navigate to, and the target of « Quitter vite ». */
async function startSite(t: TestContext, endpoint: Endpoint = () => {}): Promise<string> {
  const cdn = await startCdn(t);
  const { origin } = await startServer(t, (request, response) => {
    const { url } = request;
    if (url === '/v1/reports') return endpoint(request, response);
    const widget = `<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
      <cliquez-signalez endpoint="/v1/reports" country="FR"></cliquez-signalez>`;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="fr"><title>${url}</title><h1>${url}</h1>${url === '/page' ? widget : url === '/framed' ? '<iframe src="/page"></iframe>' : ''}`,
      );
  });
  return origin;
}

/** Leads the form to an address field, and types into it. */
async function typeCanary(page: Page, text = CANARY): Promise<void> {
  await takeUp(page);
  await lead(page, "await driver.reachWhere('unsure'); await driver.locate('')");
  await page.evaluate(`${seek(FORM, named('addresses.0'))}.focus()`);
  await page.type(text);
  await page.waitFor(`${seek(FORM, named('addresses.0'))}.value === '${text}'`, PATIENT);
}

/** Every text that the widget shows or holds in a field. */
const shownIn = (page: Page): Promise<string> =>
  page.evaluate<string>(`[...document.querySelectorAll('cliquez-signalez')]
    .flatMap(({ renderRoot }) => renderRoot ? [renderRoot.textContent, ...[...renderRoot.querySelectorAll('input, textarea')].map(({ value }) => value)] : [])
    .join(' ')`);

for (const engine of ENGINES) {
  const browser = fileBrowser(engine);

  test(`${engine}: what was typed is gone from a page that the browser has kept, and the form works anew`, async (t) => {
    const site = await startSite(t);
    const page = await browser.newPage(t);
    await page.goto(`${site}/page`);
    await typeCanary(page);
    assert.match(await shownIn(page), new RegExp(CANARY));
    await page.evaluate("void ((window.wasHere = true), (location.href = '/elsewhere'))");
    await page.waitFor("document.title === '/elsewhere'", PATIENT);
    await page.back();
    await page.waitFor(
      "document.title === '/page' && customElements.get('cliquez-signalez') !== undefined",
      PATIENT,
    );
    assert.equal(await page.evaluate('window.wasHere'), true, 'the page was made anew');
    assert.doesNotMatch(await shownIn(page), new RegExp(CANARY));
    await page.evaluate(`${FORM}.querySelector('dialog').close()`);
    await typeCanary(page, 'exemple.fr');
  });

  test(`${engine}: « Quitter vite » covers the page, forgets, and Back does not come back to it`, async (t) => {
    const site = await startSite(t);
    const page = await browser.newPage(t);
    await page.goto(`${site}/before`);
    await page.evaluate("location.href = '/page'");
    await page.waitFor("document.title === '/page'", PATIENT);
    await typeCanary(page);
    // The exit is https only, and the tests reach no other machine: only the last step, the visit, uses another
    // address.
    await page.evaluate(`${FORM}.querySelector('${EXIT}').href = '/exit'`);
    await page.evaluate(`${FORM}.querySelector('${EXIT}').click()`);
    await page.waitFor("document.title === '/exit'", PATIENT);
    await page.back();
    await page.waitFor("document.title === '/before'", PATIENT);
  });

  test(`${engine}: « Quitter vite » in a frame takes the page around it away`, async (t) => {
    const site = await startSite(t);
    const page = await browser.newPage(t);
    await page.goto(`${site}/framed`);
    const frame = "document.querySelector('iframe').contentDocument.querySelector('cliquez-signalez')";
    await page.waitFor(`${frame}?.renderRoot !== undefined`, PATIENT);
    await page.evaluate(`void ${frame}.open()`);
    await page.waitFor(`${frame}.renderRoot.querySelector('dialog')?.open`, PATIENT);
    await page.evaluate(`${frame}.renderRoot.querySelector('${EXIT}').href = '/exit'`);
    await page.evaluate(`${frame}.renderRoot.querySelector('${EXIT}').click()`);
    await page.waitFor("document.title === '/exit' && window === top", PATIENT);
  });

  // The reporter leaves while a report is on its way. Its answer comes after the return.
  for (const [outcome, shown, answer] of casesOf(engine, [
    [
      'its number',
      'ABCD-1234',
      (submissionId: string) => ({
        submissionId,
        reference: 'ABCD-1234',
        receivedAt: '2026-11-24T10:00:00Z',
      }),
    ],
    ['that it is not confirmed', fr['fail.unconfirmed'], () => ({ page: 'of something else' })],
  ] as const)) {
    test(`${engine}: whoever comes back while a report is on its way is shown ${outcome}, and none of its text`, async (t) => {
      let isBack = false;
      let waiting: (() => void) | undefined;
      const site = await startSite(t, ({ headers }, response) => {
        waiting = () =>
          response
            .writeHead(201, { 'content-type': 'application/json' })
            .end(JSON.stringify(answer(String(headers['idempotency-key']))));
        if (isBack) waiting();
      });
      const page = await browser.newPage(t);
      await page.goto(`${site}/page`);
      // The client waits a random time before it tries again. The test removes this wait.
      await page.evaluate('void (Math.random = () => 0)');
      await typeCanary(page, `exemple.fr/${CANARY}`);
      await page.waitFor(
        `${FORM}.querySelector('${HEADING}').textContent === ${JSON.stringify(fr['s2.title'])}`,
        PATIENT,
      );
      await page.evaluate(`${FORM}.querySelector('${MAIN}').click()`);
      await page.waitFor(`${FORM}.querySelector('.terms') !== null`, PATIENT);
      await page.evaluate(`${FORM}.querySelector('${MAIN}').click()`);
      await until(() => waiting !== undefined, 'the report is under way');
      await page.evaluate("void ((window.wasHere = true), (location.href = '/elsewhere'))");
      await page.waitFor("document.title === '/elsewhere'", PATIENT);
      await page.back();
      await page.waitFor(
        "document.title === '/page' && customElements.get('cliquez-signalez') !== undefined",
        PATIENT,
      );
      const isSamePage = await page.evaluate<boolean>('Boolean(window.wasHere)');
      t.diagnostic(isSamePage ? 'the page came back' : 'the page was made anew');
      if (isSamePage) assert.doesNotMatch(await shownIn(page), new RegExp(CANARY));
      isBack = true;
      waiting!();
      // An engine may discard a page that waits for an answer: a new page has no state to show.
      if (isSamePage)
        await page.waitFor(`${FORM}.textContent.includes(${JSON.stringify(shown)})`, {
          timeoutMs: RETURNED_MS,
        });
      assert.doesNotMatch(await shownIn(page), new RegExp(CANARY));
    });
  }
}
