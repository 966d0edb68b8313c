// A blackmailed boy, with a finger on a small phone: his report names who threatens him, and is urgent. And the file with the
// services, which never comes, fails, or comes late: nobody waits, nothing is lost, and every report is sent.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  choice,
  HEADING,
  LAUNCHER,
  MAIN,
  named,
  REFERENCE,
  REMARK,
  seek,
  THREATENED_DOOR,
} from '../../../demo/gallery/driver.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { priorityOf } from '../../../src/receiver/intake/priority.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { FORM, visit } from '../isolated/isolated-visit.ts';
import { isChosen, launch, pairWith, type Browser, type Page, type Viewport } from '../../setup/browsers.ts';
import { casesOf } from '../../setup/every.ts';
import { startReceiver, type TestReceiver } from '../../setup/receiver.ts';
import { look, PATIENT, startServer, waitForView } from '../../setup/site.ts';
import { count, effortOf, ROOT, tap } from './shortest-report.ts';

const SMALL_PHONE = { width: 320, height: 568, hasTouch: true };
const ACCOUNT = named('identifiers.account_handle');
/** The service, who it is there, and nothing else. */
const SNAP: Report['locations'] = [
  {
    id: 'L1',
    place: 'social_network',
    service: 'snap',
    identifiers: [{ type: 'account_handle', value: 'mechant_123' }],
  },
];

/** Goes from the page to step 2 by the victim's door, and says that there is no link. */
async function goThroughDoor(page: Page): Promise<void> {
  await tap(page, LAUNCHER);
  await waitForView(page, fr['s1.title']);
  await tap(page, THREATENED_DOOR);
  await waitForView(page, fr['s2.title.threatened']);
  await tap(page, `.option:has(${choice('where', 'none')})`);
}

async function write(page: Page, selector: string, text: string): Promise<void> {
  await tap(page, selector);
  await page.type(text);
}

async function send(page: Page): Promise<void> {
  await tap(page, MAIN);
  await waitForView(page, fr['s4.title']);
  await tap(page, MAIN);
  await waitForView(page, fr['ok.title']);
}

/** What becomes of the file with the services. */
type Fate = 'hangs' | 'fails' | 'comes';

/** A page whose form has a receiver, and whose file with the services has a fate that changes. */
async function open(
  t: TestContext,
  browser: Browser,
  receiver: TestReceiver,
  fate: Fate,
  viewport: Viewport = { width: 600, height: 800 },
): Promise<{ page: Page; mend: () => void; asked: () => number }> {
  const held: (() => void)[] = [];
  let now = fate;
  let asked = 0;
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const [path = ''] = url.split('?');
    const isPage = path === '/';
    const answer = (): void =>
      void readFile(new URL(`../../../dist/cdn${path}`, import.meta.url)).then(
        (content) =>
          response
            .writeHead(200, { 'content-type': extname(path) === '.js' ? 'text/javascript' : 'text/plain' })
            .end(content),
        () => response.writeHead(404).end(),
      );
    if (isPage)
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="fr"><title>page</title><meta name="viewport" content="width=device-width">
          <script type="module" src="/cliquez-signalez.js"></script>
          <cliquez-signalez endpoint="${receiver.url}/v1/reports" hotline="Point de Contact" country="FR"></cliquez-signalez>`);
    if (!path.startsWith('/named-services-')) return answer();
    asked += 1;
    if (now === 'comes') return answer();
    if (now === 'fails') return void response.writeHead(503).end();
    held.push(answer);
  });
  const page = await browser.newPage(viewport);
  await page.goto(origin);
  await page.waitFor(`${ROOT}?.querySelector('${LAUNCHER}') != null`, PATIENT);
  const mend = (): void => {
    now = 'comes';
    for (const answer of held.splice(0)) answer();
  };
  return { page, mend, asked: () => asked };
}

test('a boy’s report of a threat on Snapchat names the account, and is urgent', async (t) => {
  const receiver = await startReceiver({ ORIGINS: '*' });
  t.after(() => receiver.stop());
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const { page } = await open(t, browser, receiver, 'comes', SMALL_PHONE);
  await count(page);
  await goThroughDoor(page);
  await write(page, named('service'), 'snap');
  await write(page, ACCOUNT, 'mechant_123');
  await send(page);
  const { taps } = await effortOf(page);
  t.diagnostic(`with the account: ${taps} taps`);
  // Before, it took nine: the kind of service was chosen from a list first.
  assert.equal(taps, 7);
  const [body = '', ...others] = receiver.reports();
  assert.deepEqual(others, []);
  const report = JSON.parse(body) as Report;
  assert.equal(priorityOf(report), 'urgent');
  assert.equal(report.category, 'sexual_harassment');
  assert.deepEqual(report.locations, SNAP);
});

const press = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`${seek(ROOT, selector)}.click()`);
const has = (selector: string): string => `${seek(ROOT, selector)} !== null`;

/** Presses « Continuer » or « Envoyer », once it takes presses. */
async function go(page: Page, title: string): Promise<void> {
  await look(page);
  await press(page, MAIN);
  await page.waitFor(`${ROOT}.querySelector('${HEADING}').textContent === ${JSON.stringify(title)}`, PATIENT);
}

async function reachWhere(page: Page, where: 'none' | 'elsewhere'): Promise<void> {
  await press(page, LAUNCHER);
  await page.waitFor(has(THREATENED_DOOR), PATIENT);
  await look(page);
  await press(page, choice('category', 'sexual_harassment'));
  await go(page, fr['s2.title']);
  await press(page, choice('where', where));
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await page.waitFor(has(selector), PATIENT);
  await page.evaluate(`${seek(ROOT, selector)}.focus()`);
  await page.type(text);
}

const lastOf = (receiver: TestReceiver): Report['locations'] =>
  (JSON.parse(receiver.reports().at(-1)!) as Report).locations;

for (const engine of pairWith('webkit'))
  test(`${engine}: a file with the services that does not come changes nothing of today’s form`, async (t) => {
    const receiver = await startReceiver({ ORIGINS: '*' });
    t.after(() => receiver.stop());
    const browser = await launch(engine);
    t.after(() => browser.close());

    for (const fate of casesOf(engine, ['fails', 'hangs'] as const))
      await t.test(`${fate}: the list of kinds stands, and everything is sent`, async (t2) => {
        const { page, asked } = await open(t2, browser, receiver, fate);
        await reachWhere(page, 'none');
        await type(page, named('service'), 'snap');
        await page.evaluate(`(() => {
          const list = ${seek(ROOT, named('placeKind'))};
          list.selectedIndex = [...list.options].findIndex(({ answer }) => answer === 'social_network');
          list.dispatchEvent(new Event('change', { bubbles: true }));
        })()`);
        await type(page, ACCOUNT, 'mechant_123');
        await go(page, fr['s4.title']);
        await go(page, fr['ok.title']);
        assert.deepEqual(lastOf(receiver), SNAP);
        assert.ok(asked() >= 1, 'the file was never asked for');
      });

    await t.test('late: the fields appear, with text and focus as they were', async (t2) => {
      const { page, mend } = await open(t2, browser, receiver, 'hangs');
      await reachWhere(page, 'none');
      await type(page, named('service'), 'snap');
      await type(page, named('place'), 'la cour');
      assert.equal(await page.evaluate(has(named('placeKind'))), true);
      mend();
      await page.waitFor(has(ACCOUNT), PATIENT);
      assert.equal(await page.evaluate(has(named('placeKind'))), false);
      assert.equal(await page.evaluate(`${ROOT}.activeElement.field`), 'place');
      // What is typed next goes on where it was.
      await page.type(' du collège');
      assert.equal(await page.evaluate(`${seek(ROOT, named('service'))}.value`), 'snap');
      await type(page, ACCOUNT, 'mechant_123');
      await go(page, fr['s4.title']);
      await go(page, fr['ok.title']);
      assert.deepEqual(lastOf(receiver), [
        {
          ...SNAP[0]!,
          identifiers: [...SNAP[0]!.identifiers!, { type: 'other', value: 'la cour du collège' }],
        },
      ]);
    });

    if (isChosen(engine))
      await t.test('late, with the list of kinds in use: it stays while it has focus', async (t2) => {
        const { page, mend } = await open(t2, browser, receiver, 'hangs');
        await reachWhere(page, 'none');
        await type(page, named('service'), 'snap');
        await page.evaluate(`${seek(ROOT, named('placeKind'))}.focus()`);
        mend();
        await page.waitFor(
          "performance.getEntriesByType('resource').some(({ name }) => name.includes('/named-services-'))",
          PATIENT,
        );
        await look(page);
        assert.equal(await page.evaluate(`${ROOT}.activeElement.field`), 'placeKind');
        await page.press('Tab');
        await page.waitFor(has(ACCOUNT), PATIENT);
        assert.equal(await page.evaluate(has(named('placeKind'))), false);
      });

    if (isChosen(engine))
      await t.test('after a failure, the next « Je n’ai pas le lien » tries again', async (t2) => {
        const { page, mend } = await open(t2, browser, receiver, 'fails');
        await reachWhere(page, 'none');
        await type(page, named('service'), 'snap');
        mend();
        await press(page, choice('where', 'elsewhere'));
        await page.waitFor(has(named('addresses.0')), PATIENT);
        await press(page, choice('where', 'none'));
        await page.waitFor(has(ACCOUNT), PATIENT);
      });

    if (isChosen(engine))
      await t.test(
        'a name in the field for a link waits a few seconds at most, then is asked about as before',
        async (t2) => {
          const { page } = await open(t2, browser, receiver, 'hangs');
          await reachWhere(page, 'elsewhere');
          await type(page, named('addresses.0'), 'Facebook');
          const began = Date.now();
          await look(page);
          await press(page, MAIN);
          await page.waitFor(has(REMARK), PATIENT);
          assert.ok(Date.now() - began < 8_000, 'the reporter waited too long');
          await go(page, fr['s4.title']);
          await go(page, fr['ok.title']);
          assert.deepEqual(lastOf(receiver), [
            { id: 'L1', place: 'other', identifiers: [{ type: 'other', value: 'Facebook' }] },
          ]);
        },
      );
  });

test('in the hotline’s frame, the services load from there', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const browser = await launch('chromium');
  const { tab, frame, page } = await visit(
    t,
    browser,
    { endpoint: `${receiver.url}/v1/reports`, attributes: 'mode="inline"' },
    { width: 900, height: 900 },
  );
  t.after(() => browser.close());
  const tapInFrame = async (selector: string): Promise<void> => {
    await frame.waitFor(`${seek(FORM, selector)} !== null`, PATIENT);
    await look(frame);
    await frame.evaluate(`${seek(FORM, selector)}.click()`);
  };
  const typeInFrame = async (selector: string, text: string): Promise<void> => {
    await frame.waitFor(`${seek(FORM, selector)} !== null`, PATIENT);
    await frame.evaluate(`${seek(FORM, selector)}.focus()`);
    await tab.type(text);
  };
  const reach = (title: string): Promise<unknown> =>
    frame.waitFor(`${FORM}.querySelector('${HEADING}').textContent === ${JSON.stringify(title)}`, PATIENT);
  await tapInFrame(choice('category', 'sexual_harassment'));
  await tapInFrame(MAIN);
  await reach(fr['s2.title']);
  await tapInFrame(choice('where', 'none'));
  await typeInFrame(named('service'), 'snap');
  await typeInFrame(ACCOUNT, 'mechant_123');
  const loaded = await frame.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('named-services-'))",
  );
  assert.equal(loaded.length, 1);
  assert.ok(!loaded[0]!.startsWith(new URL(page).origin), 'the file came from the page’s site');
  await tapInFrame(MAIN);
  await reach(fr['s4.title']);
  await tapInFrame(MAIN);
  await frame.waitFor(`${FORM}.querySelector('${REFERENCE}') !== null`, PATIENT);
  assert.deepEqual((JSON.parse(receiver.reports()[0]!) as Report).locations, SNAP);
});
