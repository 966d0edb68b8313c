// A page that names a follow-up address before its receiver takes reports of version 1.1: the receiver is one of 0.1.0, as
// its answers were kept.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { BODY, MAIN, REFERENCE } from '../../demo/gallery/driver.ts';
import { pairWith, type Page } from '../setup/browsers.ts';
import { fileBrowser } from '../setup/file-browser.ts';
import { lead, takeUp } from '../setup/lead.ts';
import { PATIENT, startServer } from '../setup/site.ts';
import { readVersion, type Exchange } from './exchanges.ts';

const ROOT = "document.querySelector('cliquez-signalez').shadowRoot";
const onScreen = (selector: string): string =>
  `${ROOT}.querySelector(${JSON.stringify(selector)})?.checkVisibility() === true`;

const { exchanges } = readVersion(new URL('0.1.0.json', import.meta.url));
const kept = (name: string): Exchange => exchanges.find((one) => one.name === name)!;

interface Sent {
  readonly schemaVersion: string;
  readonly submissionId: string;
  readonly followUp?: { readonly hash: string };
}

/** The answer of 0.1.0 to a report. */
function answerOf({ schemaVersion, submissionId }: Sent): Exchange['answer'] {
  if (schemaVersion !== '1.0') return kept('a later version').answer;
  const { request, answer } = kept('the least');
  return { ...answer, body: answer.body.replace(request.headers['idempotency-key']!, submissionId) };
}

async function startSite(t: TestContext, attributes: string): Promise<{ origin: string; sent: Sent[] }> {
  const sent: Sent[] = [];
  const page = `<!doctype html><html lang="fr"><title>page</title><script type="module" src="/cliquez-signalez.js"></script>
    <cliquez-signalez endpoint="/v1/reports" hotline="Point de Contact" hotline-url="https://hotline.example/" ${attributes}></cliquez-signalez>`;
  const { origin } = await startServer(t, async (request, response) => {
    const { url = '' } = request;
    if (url === '/v1/reports') {
      const report = JSON.parse(await text(request)) as Sent;
      sent.push(report);
      const { status, headers, body } = answerOf(report);
      response.writeHead(status, headers).end(body);
    } else if (url.endsWith('.js')) {
      const file = await readFile(new URL(`../../dist/cdn${url}`, import.meta.url));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
    } else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  return { origin, sent };
}

/** Goes to the review, with the usual address. */
async function reachCheck(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await takeUp(page);
  await lead(
    page,
    "await driver.reachCheck({ category: 'unsure', address: 'https://forum.example/fil/12' })",
  );
}

const press = (page: Page): Promise<void> => lead(page, `await driver.click('${MAIN}')`);
const read = (page: Page, selector: string): Promise<string> =>
  page.evaluate<string>(`${ROOT}.querySelector('${selector}').innerText`);

for (const engine of pairWith('firefox')) {
  const browser = fileBrowser(engine);

  test(`${engine}: without follow-up, it takes the report`, async (t) => {
    const { origin, sent } = await startSite(t, '');
    const page = await browser.newPage(t);
    await reachCheck(page, origin);
    await press(page);
    await page.waitFor(onScreen(REFERENCE), PATIENT);
    assert.equal(await read(page, REFERENCE), '2JM8-FV31');
    assert.deepEqual(
      sent.map(({ schemaVersion, followUp }) => [schemaVersion, followUp]),
      [['1.0', undefined]],
    );
  });

  test(`${engine}: with it, the form offers the hotline's own, and keeps the answers`, async (t) => {
    const { origin, sent } = await startSite(t, 'follow-up="/v1/follow-up"');
    const page = await browser.newPage(t);
    await reachCheck(page, origin);
    await press(page);
    await page.waitFor(onScreen('.failure'), PATIENT);
    assert.match(await read(page, '.failure'), /Utilisez le site de Point de Contact/);
    const link = `${ROOT}.querySelector('.footer a.primary').href`;
    assert.equal(await page.evaluate(link), 'https://hotline.example/');
    assert.match(await read(page, BODY), /forum\.example\/fil\/12/);
    assert.match(sent[0]!.followUp!.hash, /^[\w-]{43}$/);
    assert.deepEqual(
      sent.map(({ schemaVersion }) => schemaVersion),
      ['1.1'],
    );
  });
}
