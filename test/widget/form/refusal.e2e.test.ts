// A part of the form never loads: the form still shows the endpoint's refusal, and a report leaves without its proof.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { test, type TestContext } from 'node:test';
import { ERRORS, MAIN } from '../../../demo/gallery/driver.ts';
import { pairWith, type Page } from '../../setup/browsers.ts';
import { fileBrowser } from '../../setup/file-browser.ts';
import { answer, problem } from '../../setup/fault-answers.ts';
import { PATIENT, startServer } from '../../setup/site.ts';
import { lead, takeUp } from '../../setup/lead.ts';

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";
const onScreen = (selector: string): string =>
  `${ROOT}.querySelector(${JSON.stringify(selector)})?.checkVisibility() === true`;

/** The reasons that an endpoint gives against a report. */
const REFUSALS = {
  field: { errors: [{ pointer: '/content/description', code: 'too_big' }] },
  nothing: {},
};

/**
 * A page with the widget, whose endpoint refuses every report, and whose files stop arriving: their requests stay
 * unanswered. One file hangs from the start, and all files hang after `hang()`.
 * @param missing the start of the address of the one file
 */
async function startSite(
  t: TestContext,
  refusal: keyof typeof REFUSALS,
  missing = '/none',
): Promise<{ origin: string; hanging(): number; hang(): void }> {
  let hanging = 0;
  let areAllHanging = false;
  const file = (name: string, response: ServerResponse): void =>
    void readFile(new URL(`../../../dist/cdn${name}`, import.meta.url)).then(
      (content) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(content),
      () => response.writeHead(404).end(),
    );
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    if (url.startsWith(missing) || (areAllHanging && url.endsWith('.js'))) hanging += 1;
    else if (url.endsWith('.js')) file(url, response);
    else if (url === '/v1/reports') problem(response, 422, 'invalid', REFUSALS[refusal]);
    else
      answer(
        response,
        200,
        `<!doctype html><html lang="fr"><title>page</title><script type="module" src="/cliquez-signalez.js"></script>
          <cliquez-signalez endpoint="/v1/reports" challenge="/v1/challenge" hotline-url="https://hotline.example/"></cliquez-signalez>`,
        { 'content-type': 'text/html; charset=utf-8' },
      );
  });
  return { origin, hanging: () => hanging, hang: () => (areAllHanging = true) };
}

/**
 * Gives the shortest possible answers, about the page itself, and presses « Envoyer ».
 * @param ready called just before
 */
async function send(page: Page, origin: string, ready: () => void = () => {}): Promise<void> {
  await page.goto(origin);
  await takeUp(page);
  await lead(page, "await driver.reachCheck({ category: 'unsure' })");
  ready();
  await lead(page, `await driver.click('${MAIN}')`);
}

for (const engine of pairWith('webkit')) {
  const browser = fileBrowser(engine);

  test(`${engine}: a refused answer is led to though no file arrives any more`, async (t) => {
    const { origin, hang } = await startSite(t, 'field');
    const page = await browser.newPage(t);
    await send(page, origin, hang);
    await page.waitFor(onScreen(ERRORS), PATIENT);
    assert.match(
      await page.evaluate<string>(`${ROOT}.querySelector('${ERRORS}').innerText`),
      /Une de vos réponses n’a pas été acceptée/,
    );
    assert.equal(await page.evaluate(`${ROOT}.activeElement.className`), 'summary-title');
    await page.evaluate(`${ROOT}.querySelector('${ERRORS} a').click()`);
    assert.equal(await page.evaluate(`${ROOT}.activeElement.field`), 'details');
  });

  test(`${engine}: a refusal of the whole is said though no file arrives any more`, async (t) => {
    const { origin, hang } = await startSite(t, 'nothing');
    const page = await browser.newPage(t);
    await send(page, origin, hang);
    await page.waitFor(onScreen('.failure'), PATIENT);
    assert.match(
      await page.evaluate<string>(`${ROOT}.querySelector('.failure').innerText`),
      /n’a pas accepté l’envoi/,
    );
    assert.equal(
      await page.evaluate(`${ROOT}.querySelector('.footer a.primary').href`),
      'https://hotline.example/',
    );
  });

  test(`${engine}: a report leaves without its proof where the code of proofs hangs`, async (t) => {
    const { origin, hanging } = await startSite(t, 'nothing', '/proving');
    const page = await browser.newPage(t);
    await send(page, origin);
    await page.waitFor(onScreen('.failure'), PATIENT);
    assert.ok(hanging() > 0, 'nothing hung');
  });
}
