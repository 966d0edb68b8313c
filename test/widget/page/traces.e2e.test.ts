// Traces on the device, as a later searcher would find them: every file of the browser's profile, after every way of
// leaving the form. The run also searches for a page that keeps the typed text, as most pages do: this proves that the
// search works.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import {
  BODY,
  choice,
  CODE,
  DETAILS_DOOR,
  ERRORS,
  EXIT,
  HEADING,
  MAIN,
  named,
  NOTED,
  PANEL,
  REFERENCE,
  REMARK,
  seek,
  SINCE,
} from '../../../demo/gallery/driver.ts';
import { readCode } from '../../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../../src/core/follow-up/locator.ts';
import { createReceiver, openStore, type ReportStore } from '../../../src/receiver/index.ts';
import { ENGINES, launchWithProfile, type Page } from '../../setup/browsers.ts';
import { casesOf } from '../../setup/every.ts';
import { AS_PEOPLE_HAVE_IT, filesWith } from '../../setup/disk-traces.ts';
import { lead, takeUp } from '../../setup/lead.ts';
import { until } from '../../setup/until.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';

/** Letters that share no four-letter sequence with other texts, so that no compression splits them. */
const CANARY = 'qzxvjkwq7f3a';
/** Such letters for the other page: one text typed and sent, one only typed. */
const CONTROLS = { sent: 'kqjzwvxk9d2e', typed: 'wjxqvzkj4b8c' };

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";

/** The widget at `/`, a page that keeps everything at `/naive`, and others to navigate to. */
async function startSite(t: TestContext): Promise<{ origin: string; store: ReportStore }> {
  const cdn = await startCdn(t);
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receiver = createReceiver({ store });
  const receive = getRequestListener(async (request) => receiver(request), {
    overrideGlobalObjects: false,
  });
  const widget = `<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
    <cliquez-signalez endpoint="/v1/reports" follow-up="/v1/follow-up" country="FR"></cliquez-signalez>`;
  const naive = `<form action="/naive"><input name="q"><textarea name="t"></textarea></form>
    <script>
      document.forms[0].oninput = ({ target }) => localStorage.setItem('draft', target.value);
    </script>`;
  const { origin } = await startServer(t, (request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/v1/')) {
      void receive(request, response);
      return;
    }
    const body = url === '/' ? widget : url.startsWith('/naive') ? naive : url;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="fr"><title>${url.split('?')[0]}</title><h1>Un forum</h1>${body}`);
  });
  return { origin, store };
}

// Writing in every field

const TEXT_FIELDS = `[...${ROOT}.querySelectorAll('${PANEL} input, ${PANEL} textarea')].filter(
  (field) => !['radio', 'checkbox', 'hidden'].includes(field.type) && field.checkVisibility() && !field.value)`;

/** Types the canary into every text field of the step, also into fields that appear meanwhile. */
async function typeEverywhere(page: Page): Promise<void> {
  for (let typed = 0; typed < 40; typed++) {
    const name = await page.evaluate<string>(`(() => {
      const [field] = ${TEXT_FIELDS};
      field?.focus();
      return field?.field ?? '';
    })()`);
    if (!name) return;
    const isAddress = name.startsWith('addresses');
    await page.type(isAddress ? `exemple.fr/${CANARY}` : name === 'email' ? `${CANARY}@exemple.fr` : CANARY);
  }
}

const choose = async (page: Page, name: string, value: string): Promise<void> => {
  const option = seek(ROOT, choice(name, value));
  await page.waitFor(`${option} !== null`, PATIENT);
  await page.evaluate(`${option}.click()`);
};

const heading = (page: Page): Promise<string> =>
  page.evaluate<string>(`${ROOT}.querySelector('${HEADING}').textContent`);

/** Presses « Continuer » or « Envoyer », and continues past a remark. */
async function goOn(page: Page): Promise<void> {
  const before = await heading(page);
  for (let press = 0; press < 3; press++) {
    await page.evaluate(`${ROOT}.querySelector('${MAIN}').click()`);
    const next = await page.waitFor<string>(
      `${ROOT}.querySelector('${ERRORS}, ${REMARK}') ? 'stopped' :
        ${ROOT}.querySelector('${HEADING}').textContent !== ${JSON.stringify(before)} && 'passed'`,
      PATIENT,
    );
    if (next === 'passed') return;
  }
  assert.fail(await page.evaluate<string>(`${ROOT}.querySelector('${BODY}').innerText`));
}

/** Opens the form, and fills in every field up to the details. */
async function fill(page: Page, where: 'elsewhere' | 'none'): Promise<void> {
  await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
  await page.evaluate("document.querySelector('cliquez-signalez').open()");
  await page.waitFor(`${ROOT}.querySelector('dialog')?.open`, PATIENT);
  await choose(page, 'category', 'sexual_harassment');
  await goOn(page);
  await choose(page, 'where', where);
  await page.waitFor(`${TEXT_FIELDS}.length > 0`, PATIENT);
  await typeEverywhere(page);
  await goOn(page);
  await page.waitFor(`${ROOT}.querySelector('${DETAILS_DOOR}') !== null`, PATIENT);
  await page.evaluate(`${ROOT}.querySelector('${DETAILS_DOOR}').click()`);
  await page.waitFor(`${seek(ROOT, named('details'))} !== null`, PATIENT);
  await page.evaluate(`${ROOT}.querySelectorAll('${PANEL} details').forEach((one) => (one.open = true))`);
  await choose(page, 'reply', 'yes');
  await page.waitFor(`${seek(ROOT, named('email'))} !== null`, PATIENT);
  await typeEverywhere(page);
  const typed = await page.evaluate<string>(
    `[...${ROOT}.querySelectorAll('input, textarea')].map(({ value }) => value).join(' ')`,
  );
  assert.match(typed, new RegExp(`${CANARY}.*${CANARY}@`, 's'));
}

/** Opens « Suivre un signalement », and types a code with real keys. */
async function typeCode(page: Page, code: string): Promise<void> {
  await takeUp(page);
  await lead(page, 'await driver.reachFollowUp()');
  await page.evaluate("driver.field('code').focus()");
  await page.type(code);
  assert.equal(await page.evaluate("driver.field('code').value"), code);
}

// Ways of leaving

const click = (page: Page, part: string): Promise<unknown> =>
  page.evaluate(`${ROOT}.querySelector('[part="${part}"]').click()`);

const isClosed = (page: Page): Promise<unknown> =>
  page.waitFor(`!${ROOT}.querySelector('dialog').open`, PATIENT);

/** The follow-up codes that were on screen. */
const codes: string[] = [];

const WAYS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  async sent(page) {
    await goOn(page);
    await goOn(page);
    await page.waitFor(`${ROOT}.querySelector('${REFERENCE}') !== null`, PATIENT);
    codes.push(await page.evaluate<string>(`${ROOT}.querySelector('${CODE}').textContent.trim()`));
    await page.evaluate(`${ROOT}.querySelector('${NOTED}').click()`);
    await page.waitFor(`${ROOT}.querySelector('${NOTED}').getAttribute('aria-pressed') === 'true'`, PATIENT);
    await click(page, 'close');
    await isClosed(page);
  },
  async closed(page) {
    await page.evaluate("document.querySelector('cliquez-signalez').close()");
    await isClosed(page);
  },
  async discarded(page) {
    await click(page, 'close');
    await page.waitFor(`${ROOT}.querySelector('.stack') !== null`, PATIENT);
    await click(page, 'secondary');
    await isClosed(page);
  },
  async exit(page) {
    // The exit is https only, and the tests reach no other machine: only the last step, the visit, uses another
    // address.
    await page.evaluate(`${ROOT}.querySelector('${EXIT}').href = '/exit'`);
    await click(page, 'exit');
    await page.waitFor("document.title === '/exit'", PATIENT);
  },
  async back(page) {
    await page.back();
    await page.waitFor("document.title === '/before'", PATIENT);
  },
  async elsewhere(page) {
    await page.evaluate("location.href = '/elsewhere'");
    await page.waitFor("document.title === '/elsewhere'", PATIENT);
  },
  tab: (page) => page.close(),
  // The browser itself closes while the form is open.
  browser: async () => {},
};

/** Everything that the page and its origin store, as text. */
const heldBy = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      document.title,
      document.cookie,
      location.href,
      history.state,
      window.name,
      { ...localStorage },
      { ...sessionStorage },
      (await indexedDB.databases?.()) ?? [],
      'caches' in window ? await caches.keys() : [],
      document.documentElement.outerHTML,
    ]),
  );

async function madeOf(written: string): Promise<{ locator: string; hash: string }> {
  const read = readCode(written);
  assert.ok('code' in read, written);
  const locator = await locatorOf(read.code);
  return { locator, hash: await hashOf(locator) };
}

for (const engine of ENGINES) {
  // WebKitGTK's driver gives every page a temporary profile of its own.
  if (engine === 'webkit') continue;

  test(`${engine}: nothing that was typed is on the device, whichever way the form is left`, async (t) => {
    const profile = await mkdtemp(join(tmpdir(), 'profile-'));
    t.after(() => rm(profile, { recursive: true, force: true }));
    const { origin, store } = await startSite(t);
    const browser = await launchWithProfile(engine, profile, AS_PEOPLE_HAVE_IT);
    let isRunning = true;
    t.after(() => isRunning && browser.close());

    const naive: Page[] = [];
    for (const control of Object.values(CONTROLS)) {
      const page = await browser.newPage();
      naive.push(page);
      await page.goto(`${origin}/naive`);
      for (const field of ['textarea', 'input']) {
        await page.evaluate(`document.querySelector('${field}').focus()`);
        await page.type(control);
      }
    }

    for (const [index, [way, leave]] of casesOf(engine, Object.entries(WAYS)).entries()) {
      const page = await browser.newPage();
      await page.goto(`${origin}/before`);
      await page.evaluate("location.href = '/'");
      await page.waitFor("document.title === '/' && document.readyState === 'complete'", PATIENT);
      await fill(page, index % 2 ? 'none' : 'elsewhere');
      await leave(page);
      if (way !== 'tab') assert.equal((await heldBy(page)).includes(CANARY), false, way);
    }
    assert.match((await store.list()).map(({ body }) => body).join(), new RegExp(CANARY));

    // What became of the report: an answer that was read, and a code that is still in its field when the browser closes.
    const code = codes.at(-1)!;
    for (const isRead of [true, false]) {
      const page = await browser.newPage();
      await page.goto(`${origin}/`);
      await typeCode(page, code);
      if (!isRead) continue;
      await page.press('Enter');
      await lead(page, `await driver.wait('${SINCE}')`);
      await page.close();
    }
    const { hash, locator } = await madeOf(code);
    assert.match((await store.list()).map(({ body }) => body).join(), new RegExp(hash));

    await naive[0]!.press('Enter');
    await naive[0]!.waitFor("location.search !== ''", PATIENT);
    assert.match(await heldBy(naive[0]!), new RegExp(CONTROLS.sent));
    // Both browsers save open pages now and then: the test waits for such a save.
    const written = async (): Promise<boolean> =>
      (await filesWith(profile, CONTROLS.typed)).some((name) => /session/i.test(name));
    await until(() => written().catch(() => false), 'the browser wrote down what is open');
    await browser.close();
    isRunning = false;

    for (const [kind, control] of Object.entries(CONTROLS)) {
      const found = await filesWith(profile, control);
      t.diagnostic(`${kind} in the page that keeps everything: ${found.join(' ')}`);
      assert.ok(
        found.some((name) => /session/i.test(name)),
        `${kind}: ${found.join(' ')}`,
      );
    }
    for (const text of [CANARY, code, code.replaceAll('-', ''), locator, '"state":"received"'])
      assert.deepEqual(await filesWith(profile, text), [], text);
  });
}
