// The follow-up code under attack, in built files: where a code, its locator or an answer could stay or leak; every way of
// leaving while they are on screen; a slip of the pen. In script mode the page can read the code, and this says so.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  CODE,
  ERRORS,
  EXIT,
  FOLLOW_UP_DOOR,
  HEADING,
  MAIN,
  named,
  SINCE,
} from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { codeOf, DAY, startFollowUpReceiver, type FollowUpReceiver } from './follow-up-receiver.ts';
import { ENGINES, isChosen, type Page } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import { fileBrowser } from '../../setup/file-browser.ts';
import { lead, takeUp, WIDGET } from '../../setup/lead.ts';
import { PATIENT, startCdn, startServer, type RecordingServer } from '../../setup/site.ts';

const COOKIE = 'visitor=4711';

/** Writes down all that a page can be told or can keep, from before the widget. `later` moves both clocks. */
const WATCH = `<script>{
  globalThis.told = [];
  const note = (...what) => told.push(what.map(String).join(' '));
  const spy = (target, name) => {
    const own = target?.[name];
    if (own) target[name] = function (...args) { note(name, ...args.map((arg) => { try { return JSON.stringify(arg); } catch { return arg; } })); return own.apply(this, args); };
  };
  for (const name of ['setItem', 'removeItem']) spy(Storage.prototype, name);
  for (const name of ['pushState', 'replaceState']) spy(History.prototype, name);
  for (const name of ['write', 'writeText']) spy(globalThis.Clipboard?.prototype, name);
  for (const name of ['put', 'add', 'addAll']) spy(globalThis.Cache?.prototype, name);
  for (const name of ['store', 'create', 'get']) spy(globalThis.CredentialsContainer?.prototype, name);
  spy(Document.prototype, 'execCommand');
  spy(Navigator.prototype, 'sendBeacon');
  spy(IDBFactory.prototype, 'open');
  spy(BroadcastChannel.prototype, 'postMessage');
  for (const name of ['open', 'postMessage']) spy(window, name);
  for (const name of ['log', 'info', 'debug', 'warn', 'error']) spy(console, name);
  for (const type of ['open', 'step', 'sent', 'error', 'close', 'exit'])
    addEventListener('cs-' + type, (event) => note(event.type, JSON.stringify({ ...event }), JSON.stringify(event.detail)));
  for (const type of ['copy', 'cut', 'submit', 'error', 'unhandledrejection', 'hashchange', 'popstate'])
    addEventListener(type, (event) => note(event.type, event.message ?? event.reason ?? ''), true);

  const wall = Date.now, steady = performance.now.bind(performance), set = setTimeout, clear = clearTimeout;
  const timers = new Map();
  let offset = 0, last = 0;
  Date.now = () => wall() + offset;
  performance.now = () => steady() + offset;
  // Those of sending, of asking and of WebKit's driver (30 s) go on as they are.
  window.setTimeout = (then, ms = 0, ...rest) => (ms <= 30_000 ? set(then, ms, ...rest) : (timers.set(--last, then), last));
  window.clearTimeout = (id) => void (timers.delete(id) || clear(id));
  window.later = (minutes) => {
    offset += minutes * 60_000;
    const due = [...timers.values()];
    timers.clear();
    for (const fire of due) fire();
  };
}</script>`;

interface Site {
  readonly origin: string;
  readonly receiver: FollowUpReceiver;
  readonly site: RecordingServer;
}

/** A page that exposes all it can, another one on its site, and the real receiver. */
async function startSite(t: TestContext): Promise<Site> {
  const receiver = await startFollowUpReceiver(t);
  const cdn = await startCdn(t);
  const page = `${WATCH}<script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
    <cliquez-signalez endpoint="${receiver.endpoint}" follow-up="${receiver.followUp}"
      hotline="Point de Contact" country="FR"></cliquez-signalez>`;
  const site = await startServer(t, ({ url = '' }, response) => {
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'set-cookie': `${COOKIE}; Path=/`,
        'referrer-policy': 'unsafe-url',
      })
      .end(
        `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${url}</title>
          <link rel="icon" href="data:,">${url === '/page' ? page : ''}`,
      );
  });
  return { origin: site.origin, receiver, site };
}

/** All that is on screen, in fields, and in the names of the form's parts. */
const shownIn = (page: Page): Promise<string> =>
  page.evaluate<string>(`(({ renderRoot }) => [
    renderRoot.innerHTML,
    ...[...renderRoot.querySelectorAll('input, textarea')].map(({ value }) => value),
    ...[...renderRoot.querySelectorAll('*')].map(({ ariaLabel, ariaDescription }) => [ariaLabel, ariaDescription].join(' ')),
  ].join(' '))(${WIDGET})`);

/** All that the page and its site keep or see, and what they were told. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      document.title,
      document.cookie,
      location.href,
      history.length,
      history.state,
      window.name,
      [...document.querySelectorAll('iframe')].map(({ name }) => name),
      { ...localStorage },
      { ...sessionStorage },
      (await indexedDB.databases?.()) ?? [],
      'caches' in window ? await caches.keys() : [],
      performance.getEntries().map((entry) => entry.toJSON() as unknown),
      String(getSelection()),
      document.documentElement.outerHTML,
      (window as unknown as { told: string[] }).told,
    ]),
  );

async function visit(newPage: Promise<Page>, { origin }: Site): Promise<Page> {
  const page = await newPage;
  await page.goto(`${origin}/before`);
  await page.evaluate("location.href = '/page'");
  await page.waitFor("document.title === '/page'", PATIENT);
  await takeUp(page);
  return page;
}

/** Types a code with real keys. */
async function typeCode(page: Page, text: string): Promise<void> {
  await lead(page, `await driver.wait('${named('code')}'); driver.field('code').value = ''`);
  await page.evaluate("driver.field('code').focus()");
  await page.type(text);
  assert.equal(await page.evaluate("driver.field('code').value"), text);
}

/** What may be on screen when somebody else comes, and how it comes there. */
const SCREENS: Readonly<Record<string, (page: Page, site: Site) => Promise<readonly string[]>>> = {
  async 'a code after sending'(page) {
    await lead(page, `await driver.reachSent(); await driver.wait('${CODE}')`);
    const { secrets } = await codeOf(
      await page.evaluate<string>(`driver.find('${CODE}').textContent.trim()`),
    );
    return [...secrets, fr['ok.code']];
  },
  async 'a typed code'(page, { receiver }) {
    const { written, secrets } = await receiver.decided('removed');
    await lead(page, 'await driver.reachFollowUp()');
    await typeCode(page, written);
    return secrets;
  },
  async 'an answer'(page, { receiver }) {
    const { written, secrets } = await receiver.decided('removed');
    await lead(
      page,
      `await driver.reachFollowUp(); await driver.askFor('${written}'); await driver.wait('${SINCE}')`,
    );
    return [...secrets, fr['follow.removed'], DAY];
  },
};

const WAYS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async 'quick exit'(page) {
    // The exit is https only, and the tests reach no other machine: only the last step uses another address.
    await page.evaluate(`driver.find('${EXIT}').href = '#left'`);
    await page.evaluate(`driver.find('${EXIT}').click()`);
    await page.waitFor("location.hash === '#left'", PATIENT);
  },
  async 'ten minutes'(page) {
    await page.evaluate('later(9.2)');
    await lead(page, `await driver.reach(${JSON.stringify(fr['idle.title'])})`);
    await page.evaluate('later(1)');
    await lead(page, `await driver.reach(${JSON.stringify(fr['idle.cleared'])})`);
  },
  async 'the back/forward cache'(page) {
    await page.evaluate("void ((window.wasHere = true), (location.href = '/elsewhere'))");
    await page.waitFor("document.title === '/elsewhere'", PATIENT);
    await page.back();
    await page.waitFor(`document.title === '/page' && Boolean(${WIDGET}.renderRoot)`, PATIENT);
    assert.equal(await page.evaluate('window.wasHere'), true, 'the page was made anew');
  },
};

/** In such an order that each third has every screen and every way. */
const LEAVING = Object.keys(SCREENS).flatMap((screen, index) =>
  Object.keys(WAYS).map((_, at, ways) => [screen, ways[(at + index) % ways.length]!] as const),
);

for (const engine of ENGINES) {
  const browser = fileBrowser(engine);

  test(`${engine}: code, locator and answer are in no place but the form, which the page of script mode can read`, async (t) => {
    const site = await startSite(t);
    const page = await visit(browser.newPage(t), site);
    await lead(page, `await driver.reachSent(); await driver.wait('${CODE}')`);
    // As the site says of script mode: a page that wants to read the code can.
    const read = await page.evaluate<string>(
      `document.querySelector('cliquez-signalez').renderRoot.querySelector('${CODE}').textContent.trim()`,
    );
    const { secrets, locator, written } = await codeOf(read);
    const [{ reference } = { reference: '' }] = await site.receiver.store.list();
    await site.receiver.store.followUps.setOutcome(reference, { state: 'removed', since: '2026-11-24' });
    assert.equal(
      site.receiver.bodies.filter((body) => secrets.some((secret) => body.includes(secret))).length,
      0,
    );

    await page.evaluate('driver.element.reset()');
    await lead(page, `await driver.click('${FOLLOW_UP_DOOR}')`);
    const before = JSON.parse(await keptBy(page)) as unknown[];
    await typeCode(page, written);
    const attributes = await page.evaluate<Record<string, string | null>>(
      `Object.fromEntries(['autocomplete', 'autocorrect', 'autocapitalize', 'spellcheck', 'writingsuggestions', 'translate', 'data-1p-ignore', 'data-bwignore', 'data-lpignore']
        .map((name) => [name, driver.field('code').getAttribute(name)]))`,
    );
    assert.deepEqual(attributes, {
      autocomplete: 'off',
      autocorrect: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      writingsuggestions: 'false',
      translate: 'no',
      'data-1p-ignore': 'true',
      'data-bwignore': 'true',
      'data-lpignore': 'true',
    });
    await page.press('Enter');
    await lead(page, `await driver.reach(${JSON.stringify(fr['follow.removed'])})`);
    assert.ok(!(await shownIn(page)).includes(locator), 'the locator is on screen');
    for (const secret of secrets)
      assert.ok(!(await shownIn(page)).includes(secret), 'the code is still on screen');

    const kept = await keptBy(page);
    for (const secret of [...secrets, fr['follow.removed'], 'removed'])
      assert.ok(!kept.includes(secret), `${secret} is in ${kept}`);
    const after = JSON.parse(kept) as unknown[];
    // Title, cookie, address, history, names and storage are as they were, and no event says that somebody has asked.
    assert.deepEqual(after.slice(0, 11), before.slice(0, 11));
    assert.deepEqual(after.at(-1), before.at(-1));

    const asked = site.receiver.server.requests.findLast(({ method }) => method === 'POST')!;
    assert.equal(asked.path, '/v1/follow-up');
    assert.deepEqual([asked.headers.referer, asked.headers.cookie], [undefined, undefined]);
    assert.equal(site.receiver.bodies.at(-1), JSON.stringify({ locator }));
    // The locator is in that body alone; the code went nowhere.
    const sent = JSON.stringify([
      site.receiver.server.requests,
      site.site.requests,
      site.receiver.bodies.slice(0, -1),
      site.receiver.log,
      await site.receiver.store.list(),
    ]);
    for (const secret of secrets) assert.ok(!sent.includes(secret), secret);
  });

  if (isChosen(engine))
    test(`${engine}: a slip of the pen never leaves the device`, async (t) => {
      const site = await startSite(t);
      const page = await visit(browser.newPage(t), site);
      const { written } = await site.receiver.decided('removed');
      await lead(page, 'await driver.reachFollowUp()');
      const [first = '', ...rest] = written;
      const slips = [
        (first === '7' ? '8' : '7') + rest.join(''),
        // Two neighbours that differ, exchanged.
        written.replace(/([^-])(?!\1)([^-])/, '$2$1'),
        written.slice(0, -1),
        `${written}7`,
        written.replace(/.$/, 'U'),
        '',
      ];
      const { length } = site.site.requests;
      for (const slip of slips) {
        await lead(
          page,
          `await driver.fill('code', ''); driver.element.renderRoot.querySelector('${ERRORS}')?.remove()`,
        );
        await lead(
          page,
          `await driver.fill('code', ${JSON.stringify(slip)}); await driver.click('${MAIN}'); await driver.wait('${named('code')}[aria-invalid]')`,
        );
        assert.equal(await page.evaluate('driver.heading'), fr['follow.door']);
      }
      assert.deepEqual([site.receiver.server.connections(), site.site.requests.length - length], [0, 0]);
      assert.deepEqual(
        await page.evaluate(
          "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/v1/'))",
        ),
        [],
      );
      // A control: what is written correctly does leave.
      await lead(
        page,
        `await driver.askFor('${written}'); await driver.reach(${JSON.stringify(fr['follow.removed'])})`,
      );
      assert.ok(site.receiver.server.connections() > 0);
    });

  for (const [screen, way] of thirdOf(engine, LEAVING))
    test(`${engine}: ${screen} is gone after ${way}`, async (t) => {
      const site = await startSite(t);
      const page = await visit(browser.newPage(t), site);
      const words = await SCREENS[screen]!(page, site);
      const shown = await shownIn(page);
      assert.ok(
        words.some((word) => shown.includes(word)),
        'it was never on screen',
      );
      await WAYS[way]!(page);
      const left = (await shownIn(page)) + (await keptBy(page));
      for (const word of words) assert.ok(!left.includes(word), `${word} is still there`);
      assert.equal(
        await page.evaluate(
          `${WIDGET}.renderRoot.querySelector('${HEADING}')?.textContent === ${JSON.stringify(fr['follow.removed'])}`,
        ),
        false,
      );
    });
}
